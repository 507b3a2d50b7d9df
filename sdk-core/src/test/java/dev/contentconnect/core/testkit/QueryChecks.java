package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.TaskQuery;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A part of a query is asked for or refused, never dropped: narrowed by what nothing has, a list is empty. */
abstract class QueryChecks extends Checks {
    private static final String NOTHING = "zz-none";
    private static final int HUGE = 1_000_000;

    QueryChecks(ConnectorContract contract) {
        super(contract);
    }

    @Test
    void asksForAssetsByEveryPartThatItDoesNotRefuse() {
        AssetReader reader = capability(AssetReader.class);
        assumeOffered(AssetReader.class, "query");
        subject().asset(connector(), "k-1");
        dropsNothing(AssetReader.class, "query", AssetQuery.ALL, reader::query);
    }

    @Test
    void asksForApprovalsByEveryPartThatItDoesNotRefuse() {
        ApprovalDesk desk = capability(ApprovalDesk.class);
        assumeOffered(ApprovalDesk.class, "query");
        desk.request(subject().approvalRequest("k-1", subject().approvalSubject(connector())));
        dropsNothing(ApprovalDesk.class, "query", ApprovalQuery.ALL, desk::query);
    }

    @Test
    void asksForTasksByEveryPartThatItDoesNotRefuse() {
        CaseDesk desk = capability(CaseDesk.class);
        assumeOffered(CaseDesk.class, "tasks");
        desk.open(subject().caseRequest("k-1"));
        dropsNothing(CaseDesk.class, "tasks", TaskQuery.ALL, desk::tasks);
    }

    @Test
    void asksForDeliveriesByEveryPartThatItDoesNotRefuse() {
        DeliveryLog log = capability(DeliveryLog.class);
        assumeOffered(DeliveryLog.class, "deliveries");
        assumeOffered(DeliveryLog.class, "record");
        List<SourceRef> sent = List.of(SourceRef.of("elsewhere", "1"));
        Instant now = clock().now();
        log.record(new DeliveryDraft("d-1", sent, null, "dealer-7", DeliveryStatus.SENT, now, null));
        dropsNothing(DeliveryLog.class, "deliveries", DeliveryQuery.ALL, log::deliveries);
    }

    private <Q extends Record> void dropsNothing(Class<?> type, String method, Q all, Function<Q, Paged<?>> list) {
        // An index may lag.
        clock().advance(Duration.ofMinutes(1));
        assertThat(list.apply(all)).as("%s of everything", method).isNotEmpty();
        assertThat(list.apply(resized(all)))
                .as("%s of everything, %s a page: as many as the vendor allows are asked for", method, HUGE)
                .isNotEmpty();
        List<String> dropped = new ArrayList<>();
        for (RecordComponent part : all.getClass().getRecordComponents()) {
            String name = method + "." + part.getName();
            if (!part.getType().isPrimitive() && isOffered(type, name) && answers(list, narrowed(all, part))) {
                dropped.add(name);
            }
        }
        assertThat(dropped)
                .as(
                        "parts that gave what they should have left out; pass them on, or refuse them with NotOffered and say so")
                .isEmpty();
    }

    @SuppressWarnings("unchecked") // of the same class
    private static <Q extends Record> Q resized(Q all) {
        return (Q) RequestParts.with(all, "pageSize", HUGE);
    }

    private <Q extends Record> Q narrowed(Q all, RecordComponent part) {
        @SuppressWarnings("unchecked") // of the same class
        Q out = (Q) RequestParts.with(all, part.getName(), nothing(part.getName(), part.getGenericType()));
        return out;
    }

    private Object nothing(String part, Type type) {
        if (type == Instant.class) {
            return part.endsWith("Before") ? Instant.EPOCH : clock().now().plus(Duration.ofDays(400));
        }
        return type == SourceRef.class
                ? subject().missing(connector())
                : RequestParts.value(type, NOTHING, connector().system());
    }

    /** Whether anything came; a word or an object that the system does not know may be refused. */
    private static <Q> boolean answers(Function<Q, Paged<?>> list, Q query) {
        try {
            return list.apply(query).iterator().hasNext();
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.REJECTED || e.kind() == ErrorKind.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
