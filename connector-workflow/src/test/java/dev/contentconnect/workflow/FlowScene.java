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
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** The people, requests and readings that the flow tests share. */
abstract class FlowScene {
    static final Actor ANNA = Actor.of("anna@example.com");
    static final Actor BEN = Actor.of("ben@example.com");

    final String key = "dam:" + UUID.randomUUID() + ":1";

    private final WorkflowConfig config;
    private final WorkflowConnector connector;

    FlowScene(WorkflowConfig config, WorkflowConnector connector) {
        this.config = config;
        this.connector = connector;
    }

    WorkflowConnector connector() {
        return connector;
    }

    /** The way to the same service for a connector of another process. */
    WorkflowConfig settings() {
        return config;
    }

    WorkflowClient client() {
        return connector.client();
    }

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

    /** An open task of a case; on the engine it may come a moment after the one before it ended. */
    CaseTask open(SourceRef caseRef, String step) {
        return eventually(() -> cases().tasks(TaskQuery.ALL.ofCase(caseRef)).stream()
                .filter(task -> step.equals(task.step()))
                .findFirst()
                .orElse(null));
    }

    CaseTask complete(SourceRef caseRef, String step, String outcome) {
        return cases().complete(open(caseRef, step).ref(), TaskResult.of(outcome, null, null));
    }

    /** An open approval of a case, by who is asked. */
    Approval pending(SourceRef caseRef, String stakeholder) {
        ApprovalQuery query = ApprovalQuery.ALL.ofCase(caseRef).ofStakeholder(stakeholder);
        return eventually(() -> approvals().query(query).stream()
                .filter(one -> !one.status().isFinal())
                .findFirst()
                .orElse(null));
    }

    @SuppressWarnings("unchecked") // JSON objects have text names
    static Map<String, @Nullable Object> variables(CaseRecord record) {
        Object variables = record.extensions().get("workflow").get("variables");
        return variables == null ? Map.of() : (Map<String, @Nullable Object>) variables;
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
    static <T> T eventually(Supplier<@Nullable T> question) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end) {
            T answer = question.get();
            if (answer != null) {
                return answer;
            }
            LockSupport.parkNanos(50_000_000L);
        }
        throw new AssertionError("did not happen within 20 seconds");
    }

    static ErrorKind kindOf(ThrowingCallable call) {
        ConnectorException thrown = catchThrowableOfType(ConnectorException.class, call);
        assertThat(thrown).as("nothing was thrown").isNotNull();
        return thrown.kind();
    }
}
