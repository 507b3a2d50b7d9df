package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of deliveries. A log is asked for by the time of recording and not for changes, so those of the last weeks are
 * read again each time; what is known already changes nothing.
 */
final class DeliveryWatch {
    private static final String CURSOR = GovernanceReporting.FLOW + ".deliveries";
    private static final Map<DeliveryStatus, CaseEventType> TYPES = Map.of(
            DeliveryStatus.QUEUED, CaseEventType.DELIVERY_QUEUED,
            DeliveryStatus.SENT, CaseEventType.DELIVERY_SENT,
            DeliveryStatus.DELIVERED, CaseEventType.DELIVERY_DELIVERED,
            DeliveryStatus.ACKNOWLEDGED, CaseEventType.DELIVERY_ACKNOWLEDGED,
            DeliveryStatus.REJECTED, CaseEventType.DELIVERY_REJECTED,
            DeliveryStatus.FAILED, CaseEventType.DELIVERY_FAILED);

    private final DeliveryLog log;
    private final StateStore state;
    private final Instant since;
    private final Duration followed;
    private final TimeSource time;

    DeliveryWatch(Connector library, StateStore state, Instant since, Duration followed, TimeSource time) {
        this.log = library.require(DeliveryLog.class);
        this.state = state;
        this.since = since;
        this.followed = followed;
        this.time = time;
    }

    /** The cursor is the moment of the last reading that came to its end: after a long rest nothing is passed over. */
    void gather() {
        Instant now = time.now();
        @Nullable Cursor last = state.read(memory -> memory.cursor(CURSOR)).orElse(null);
        Instant from = last == null ? since : Instant.parse(last.value()).minus(followed);
        DeliveryQuery query = DeliveryQuery.ALL.since(from.isBefore(since) ? since : from);
        for (Page<Delivery> page : log.deliveries(query).pages()) {
            List<CaseEvent> events = new ArrayList<>();
            page.items().forEach(delivery -> add(delivery, events));
            state.transact(memory -> {
                events.forEach(memory::append);
                return null;
            });
        }
        state.transact(memory -> {
            memory.moveCursor(CURSOR, last, Cursor.of(now.toString()));
            return null;
        });
    }

    private void add(Delivery delivery, List<CaseEvent> events) {
        CaseEventType type = TYPES.get(delivery.status());
        if (type != null) {
            events.add(event(delivery, type, String.valueOf(delivery.at())));
        }
        if (delivery.count() != null) {
            events.add(event(delivery, CaseEventType.USAGE_RECORDED, String.valueOf(delivery.count())));
        }
    }

    /** A status that is reached again after a failure is another happening: its time tells. */
    private CaseEvent event(Delivery delivery, CaseEventType type, String which) {
        String detail = delivery.detail();
        return CaseEvent.builder(
                        GovernanceReporting.FLOW,
                        type,
                        delivery.ref() + "/" + type + "@" + which,
                        delivery.at() == null ? time.now() : delivery.at())
                .caseKey(delivery.key())
                .subject(delivery.assets().isEmpty() ? null : delivery.assets().get(0))
                .subjectVersion(delivery.version())
                .related(delivery.ref())
                .note("to " + delivery.recipient() + (detail == null ? "" : ": " + detail))
                .build();
    }
}
