package dev.contentconnect.examples.flows;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.StateTransaction;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads into the trail what became of deliveries. A log is asked for by the time of recording and not for changes, so those of
 * the last weeks are read again each time; what is known already changes nothing.
 */
public final class DeliveryReading {
    private static final Map<DeliveryStatus, CaseEventType> TYPES = Map.of(
            DeliveryStatus.QUEUED, CaseEventType.DELIVERY_QUEUED,
            DeliveryStatus.SENT, CaseEventType.DELIVERY_SENT,
            DeliveryStatus.DELIVERED, CaseEventType.DELIVERY_DELIVERED,
            DeliveryStatus.ACKNOWLEDGED, CaseEventType.DELIVERY_ACKNOWLEDGED,
            DeliveryStatus.REJECTED, CaseEventType.DELIVERY_REJECTED,
            DeliveryStatus.FAILED, CaseEventType.DELIVERY_FAILED);

    private final String cursor;
    private final DeliveryLog log;
    private final StateStore state;
    private final Instant since;
    private final Duration followed;
    private final TimeSource time;
    private final BiConsumer<Delivery, StateTransaction> meaning;
    private final BiConsumer<MappingIssue, StateTransaction> unread;

    /**
     * Makes a reading. Nothing is asked yet.
     *
     * @param cursor the name under which it is kept when the log was read last
     * @param log what is read
     * @param state where the trail is
     * @param since deliveries that were recorded earlier are left out
     * @param followed for how long a delivery is looked at again after it was recorded
     * @param time the clock
     * @param meaning writes what a delivery, as it is now, means; may not ask other systems
     */
    public DeliveryReading(
            String cursor,
            DeliveryLog log,
            StateStore state,
            Instant since,
            Duration followed,
            TimeSource time,
            BiConsumer<Delivery, StateTransaction> meaning) {
        this(cursor, log, state, since, followed, time, meaning, (issue, memory) -> {});
    }

    /**
     * Makes a reading that hears of entries which cannot be read. Nothing is asked yet.
     *
     * @param cursor the name under which it is kept when the log was read last
     * @param log what is read
     * @param state where the trail is
     * @param since deliveries that were recorded earlier are left out
     * @param followed for how long a delivery is looked at again after it was recorded
     * @param time the clock
     * @param meaning writes what a delivery, as it is now, means; may not ask other systems
     * @param unread writes that an entry cannot be read, each time anew; may not ask other systems
     */
    public DeliveryReading(
            String cursor,
            DeliveryLog log,
            StateStore state,
            Instant since,
            Duration followed,
            TimeSource time,
            BiConsumer<Delivery, StateTransaction> meaning,
            BiConsumer<MappingIssue, StateTransaction> unread) {
        this.cursor = cursor;
        this.log = log;
        this.state = state;
        this.since = since;
        this.followed = followed;
        this.time = time;
        this.meaning = meaning;
        this.unread = unread;
    }

    /**
     * The event that a status is.
     *
     * @param status how far a delivery got
     * @return nothing for a word that this library does not know
     */
    public static Optional<CaseEventType> type(DeliveryStatus status) {
        return Optional.ofNullable(TYPES.get(status));
    }

    /**
     * Reads. The cursor is the moment of the last reading that came to its end: after a long rest nothing is passed over.
     *
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails; what was read before is kept
     * @throws dev.contentconnect.core.state.StateException CONFLICT when another host reads too
     */
    public void read() {
        Instant now = time.now();
        @Nullable Cursor last = state.read(memory -> memory.cursor(cursor)).orElse(null);
        Instant from = last == null ? since : Instant.parse(last.value()).minus(followed);
        DeliveryQuery query = DeliveryQuery.ALL.since(from.isBefore(since) ? since : from);
        for (Page<Delivery> page : log.deliveries(query).pages()) {
            state.transact(memory -> {
                page.items().forEach(one -> meaning.accept(one, memory));
                page.issues().forEach(issue -> unread.accept(issue, memory));
                return null;
            });
        }
        state.transact(memory -> {
            memory.moveCursor(cursor, last, Cursor.of(now.toString()));
            return null;
        });
    }
}
