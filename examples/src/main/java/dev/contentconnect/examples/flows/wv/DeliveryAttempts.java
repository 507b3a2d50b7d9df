package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.Set;

/** Deliveries that are made again, and how that shows in the log of the library. */
final class DeliveryAttempts {
    private static final Set<DeliveryStatus> ARRIVED = Set.of(DeliveryStatus.DELIVERED, DeliveryStatus.ACKNOWLEDGED);
    private static final Set<DeliveryStatus> FAILED = Set.of(DeliveryStatus.FAILED, DeliveryStatus.REJECTED);

    private final DeliveryLog log;
    private final Courier courier;
    private final FlowTrail trail;

    DeliveryAttempts(DeliveryLog log, Courier courier, FlowTrail trail) {
        this.log = log;
        this.courier = courier;
        this.trail = trail;
    }

    static boolean hasArrived(Delivery delivery) {
        return ARRIVED.contains(delivery.status());
    }

    static boolean hasFailed(Delivery delivery) {
        return FAILED.contains(delivery.status());
    }

    /**
     * Queued, handed over, delivered or failed: each shows in the log, which is returned as it is afterwards. What is to be done
     * when it has arrived is done before the log says so: what is queued is looked at again.
     */
    Delivery again(Delivery delivery, String key, String why, Runnable arrived) {
        tell(log.advance(delivery.ref(), DeliveryStatus.QUEUED, "again: " + why), CaseEventType.DELIVERY_QUEUED, key);
        try {
            courier.deliver(key, delivery);
        } catch (ConnectorException e) {
            if (e.error().retryable()) {
                throw e;
            }
            Delivery failed = log.advance(delivery.ref(), DeliveryStatus.FAILED, e.getMessage());
            tell(failed, CaseEventType.DELIVERY_FAILED, key);
            return failed;
        }
        arrived.run();
        Delivery out = log.advance(delivery.ref(), DeliveryStatus.DELIVERED, "delivered after: " + why);
        tell(out, CaseEventType.DELIVERY_DELIVERED, key);
        return out;
    }

    /** Each attempt tells each of its states once. */
    void tell(Delivery delivery, CaseEventType type, String attempt) {
        SourceRef subject =
                delivery.assets().isEmpty() ? delivery.ref() : delivery.assets().get(0);
        trail.append(trail.event(subject, delivery.version(), type, attempt, null)
                .step(delivery.recipient())
                .outcome(delivery.status().value())
                .note(delivery.detail())
                .related(delivery.ref())
                .build());
    }
}
