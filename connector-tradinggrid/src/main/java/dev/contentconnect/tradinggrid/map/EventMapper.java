package dev.contentconnect.tradinggrid.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import io.vavr.control.Either;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to documents and files. */
public final class EventMapper {
    /** The network had the same document before and stopped this one. */
    public static final CaseEventType DUPLICATE = CaseEventType.of("delivery.duplicate");

    /** The partner's system did not acknowledge in time. */
    public static final CaseEventType UNACKNOWLEDGED = CaseEventType.of("delivery.unacknowledged");

    private EventMapper() {}

    /**
     * When an entry came to its present status.
     *
     * @param entry the entry
     * @return the moment, or null where it cannot be read
     */
    public static @Nullable Instant changedAt(WireEntry entry) {
        Instant at = Reading.date(entry.text("statusdate"));
        return at != null ? at : Reading.date(entry.text("arrivaltime"));
    }

    /**
     * When an entry was acknowledged.
     *
     * @param entry the entry
     * @return the moment, or null
     */
    public static @Nullable Instant acknowledgedAt(WireEntry entry) {
        return Reading.date(entry.text("fastatusdate"));
    }

    /**
     * The identity of a change of status: the same for the same entry in the same status.
     *
     * @param entry the entry; it has an id
     * @param meaning what its free fields mean
     * @return the identity
     */
    public static String statusId(WireEntry entry, Meaning meaning) {
        if (EntryState.isBad(entry)) {
            return entry.id() + ":" + entry.text("status") + ":failed";
        }
        return entry.id() + ":" + (meaning.step(entry) != null ? "request" : entry.text("status"));
    }

    /**
     * The identity of an acknowledgement.
     *
     * @param entry the entry; it has an id
     * @return the identity
     */
    public static String acknowledgementId(WireEntry entry) {
        return entry.id() + ":fa:" + entry.text("fastatus");
    }

    /**
     * The event for the status of an entry.
     *
     * @param entry the entry
     * @param meaning what its free fields mean
     * @return the event, or what is wrong with it
     */
    public static Either<MappingIssue, CaseEvent> toStatusEvent(WireEntry entry, Meaning meaning) {
        Instant at = changedAt(entry);
        if (entry.id() == null || at == null) {
            return Either.left(unreadable(entry, "statusdate"));
        }
        boolean bad = EntryState.isBad(entry);
        String step = bad ? null : meaning.step(entry);
        if (step == null) {
            CaseEventType type = bad ? CaseEventType.DELIVERY_FAILED : type(EntryState.of(entry));
            return Either.right(start(entry, meaning, type, statusId(entry, meaning), at)
                    .outcome(entry.text("status"))
                    .note(EntryState.problem(entry))
                    .build());
        }
        Instant arrived = Reading.date(entry.text("arrivaltime"));
        String reasonKey = meaning.reasonKey();
        return Either.right(start(
                        entry,
                        meaning,
                        CaseEventType.REQUEST_RECEIVED,
                        statusId(entry, meaning),
                        arrived != null ? arrived : at)
                .step(step)
                .outcome(reasonKey == null ? null : entry.contentKeys().get(reasonKey))
                .build());
    }

    private static CaseEventType type(EntryState state) {
        return switch (state) {
            case BATCHED -> CaseEventType.DELIVERY_QUEUED;
            case IN_DELIVERY, PROCESSING, READY, COMPLETED -> CaseEventType.DELIVERY_SENT;
            case DELIVERED -> CaseEventType.DELIVERY_DELIVERED;
            case ON_HOLD, INVALID, FAILED -> CaseEventType.DELIVERY_FAILED;
            case DISABLED -> CaseEventType.CASE_CANCELLED;
            case DUPLICATE -> DUPLICATE;
            case UNKNOWN -> CaseEventType.STATUS_CHANGED;
        };
    }

    /**
     * Whether an acknowledgement is an event: decisions are, and that none came in time.
     *
     * @param entry the entry
     * @return false for all others
     */
    public static boolean isAcknowledged(WireEntry entry) {
        Acknowledgement said = Acknowledgement.of(entry);
        return said.outcome() != null || said == Acknowledgement.TIMED_OUT;
    }

    /**
     * The event for the acknowledgement of an entry.
     *
     * @param entry the entry
     * @param meaning what its free fields mean
     * @return the event, or what is wrong with it
     */
    public static Either<MappingIssue, CaseEvent> toAcknowledgement(WireEntry entry, Meaning meaning) {
        Instant at = acknowledgedAt(entry);
        if (entry.id() == null || at == null) {
            return Either.left(unreadable(entry, "fastatusdate"));
        }
        DecisionOutcome outcome = Acknowledgement.of(entry).outcome();
        CaseEventType type = outcome == null
                ? UNACKNOWLEDGED
                : outcome.equals(DecisionOutcome.REJECTED)
                        ? CaseEventType.DELIVERY_REJECTED
                        : CaseEventType.DELIVERY_ACKNOWLEDGED;
        return Either.right(start(entry, meaning, type, acknowledgementId(entry), at)
                .actor(actor(entry, "receiver"))
                .outcome(outcome == null ? null : outcome.value())
                .note(EntryState.problem(entry))
                .build());
    }

    private static CaseEvent.Builder start(
            WireEntry entry, Meaning meaning, CaseEventType type, String id, Instant at) {
        String process = entry.text("correlationid");
        return CaseEvent.builder(Meaning.SYSTEM, type, id, at)
                .caseRef(process == null ? null : SourceRef.of(Meaning.SYSTEM, process))
                .caseKey(entry.contentKeys().get(meaning.caseKey()))
                .subject(meaning.asset(entry))
                .related(SourceRef.of(Meaning.SYSTEM, String.valueOf(entry.id())))
                .actor(actor(entry, "sender"))
                .extensions(Extensions.of(Meaning.SYSTEM, meaning.members(entry)));
    }

    private static @Nullable Actor actor(WireEntry entry, String side) {
        String name = entry.text(side + "name");
        String address = entry.text(side + "address");
        String id = name != null ? name : address;
        return id == null ? null : new Actor(id, name, null);
    }

    private static MappingIssue unreadable(WireEntry entry, String date) {
        return new MappingIssue(entry.id() == null ? "transactionid" : date, "is missing or not readable", entry.id());
    }
}
