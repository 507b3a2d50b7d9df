package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseFeed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people, requests and readings that the flow tests share. */
abstract class ApprovalScene {
    static final Actor ANNA = Actor.of("anna@example.com");
    static final Actor BEN = Actor.of("ben@example.com");

    final String key = "dam:" + UUID.randomUUID() + ":1";

    abstract WorkflowConnector connector();

    CaseDesk cases() {
        return connector().require(CaseDesk.class);
    }

    ApprovalDesk approvals() {
        return connector().require(ApprovalDesk.class);
    }

    List<Approval> requested(String... stakeholders) {
        return approvals().request(request(stakeholders));
    }

    ApprovalRequest request(String... stakeholders) {
        return new ApprovalRequest(
                key,
                "Autumn poster",
                SourceRef.of("dam", "42"),
                "1",
                List.of(stakeholders),
                Instant.parse("2031-01-02T03:04:05Z"),
                "please look closely",
                Map.of("campaign", "autumn"));
    }

    static List<CaseEvent> ofCase(List<CaseEvent> events, @Nullable SourceRef caseRef) {
        return events.stream().filter(event -> event.caseRef().equals(caseRef)).toList();
    }

    static Cursor readAll(CaseFeed feed, @Nullable Cursor since, List<CaseEvent> into) {
        Cursor place = since;
        ChangeBatch batch;
        do {
            batch = feed.changes(place, 3);
            assertThat(batch.issues()).isEmpty();
            into.addAll(batch.events());
            place = batch.next();
        } while (batch.more());
        assertThat(into).extracting(CaseEvent::id).doesNotHaveDuplicates();
        return place;
    }

    CaseRecord ended(@Nullable SourceRef caseRef) {
        return eventually(() -> {
            CaseRecord record = cases().get(caseRef);
            return record.status().isFinal() ? record : null;
        });
    }

    /** Joins are jobs on the engine: the state after a completion follows a moment later. */
    static <T> T eventually(java.util.function.Supplier<@Nullable T> question) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end) {
            T answer = question.get();
            if (answer != null) {
                return answer;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L);
        }
        throw new AssertionError("did not happen within 20 seconds");
    }

    static ErrorKind kindOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        ConnectorException thrown = catchThrowableOfType(ConnectorException.class, call);
        assertThat(thrown).as("nothing was thrown").isNotNull();
        return thrown.kind();
    }
}
