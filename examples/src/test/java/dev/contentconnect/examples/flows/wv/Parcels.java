package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.examples.flows.Stage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deliveries as the log of the library has them, and the cases about them. */
final class Parcels {
    private final Stage stage;
    private int made;

    Parcels(Stage stage) {
        this.stage = stage;
    }

    private DeliveryLog log() {
        return stage.eyes().require(DeliveryLog.class);
    }

    Delivery failed(SourceRef asset, String detail) {
        return record(asset, "partner-", DeliveryStatus.FAILED, detail);
    }

    /** What somebody asked for stands in the same log. */
    Delivery request(SourceRef asset, DeliveryStatus status) {
        return record(asset, "reader-", status, null);
    }

    Delivery queued(SourceRef asset) {
        return record(asset, "partner-", DeliveryStatus.QUEUED, null);
    }

    private Delivery record(SourceRef asset, String whose, DeliveryStatus status, @Nullable String detail) {
        made++;
        return log().record(new DeliveryDraft(
                asset + " to " + whose + made,
                List.of(asset),
                "1",
                whose + made,
                status,
                stage.clock().now(),
                detail));
    }

    Delivery read(Delivery delivery) {
        return log()
                .deliveries(DeliveryQuery.ALL.ofAsset(delivery.assets().get(0)).to(delivery.recipient()))
                .stream()
                .filter(one -> one.ref().equals(delivery.ref()))
                .findFirst()
                .orElseThrow();
    }

    void advance(Delivery delivery, DeliveryStatus status, String detail) {
        log().advance(delivery.ref(), status, detail);
    }

    /** People find the cause, where they have not yet, and correct it. */
    void correct(SourceRef caseRef, String note) {
        stage.complete(caseRef, Map.of("triage", "correct"));
        CaseDesk cases = stage.people().require(CaseDesk.class);
        for (CaseTask task : cases.tasks(TaskQuery.ALL.ofCase(caseRef)).stream().toList()) {
            if ("corrective".equals(task.step())) {
                cases.complete(task.ref(), TaskResult.of("corrected", note, Actor.of("repair@example.com")));
            }
        }
    }

    @Nullable CaseRecord caseOf(SourceRef about, int count) {
        return stage.people()
                .require(CaseDesk.class)
                .findByKey("wv7:" + about + "#" + count)
                .orElse(null);
    }

    /** How many cases there ever were about the first failure of something. */
    long count(SourceRef about) {
        return stage.count("wv7:" + about + "#1");
    }
}
