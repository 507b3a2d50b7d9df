package dev.contentconnect.tradinggrid.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Receipt;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files on their way as deliveries, with what the other entries of their process say. */
public final class DeliveryMapper {
    private DeliveryMapper() {}

    /**
     * How far a file got.
     *
     * @param entry the file
     * @param process all entries of its process; the file itself may be among them
     * @return acknowledged and rejected only where the partner's system said so, delivered only where the partner has it
     */
    public static DeliveryStatus status(WireEntry entry, Collection<WireEntry> process) {
        EntryState state = EntryState.of(entry);
        boolean failed = EntryState.isBad(entry)
                || (state != EntryState.DELIVERED && process.stream().anyMatch(EntryState::isBad));
        if (failed || state == EntryState.DISABLED || state == EntryState.DUPLICATE) {
            return DeliveryStatus.FAILED;
        }
        DecisionOutcome said = outcome(entry, process);
        if (said != null) {
            return said.equals(DecisionOutcome.REJECTED) ? DeliveryStatus.REJECTED : DeliveryStatus.ACKNOWLEDGED;
        }
        return switch (state) {
            case BATCHED -> DeliveryStatus.QUEUED;
            case DELIVERED -> DeliveryStatus.DELIVERED;
            case IN_DELIVERY, PROCESSING, READY, COMPLETED -> DeliveryStatus.SENT;
            default -> DeliveryStatus.UNKNOWN;
        };
    }

    /** The worst that was said. */
    private static @Nullable DecisionOutcome outcome(WireEntry entry, Collection<WireEntry> process) {
        DecisionOutcome worst = null;
        List<DecisionOutcome> order =
                List.of(DecisionOutcome.APPROVED, DecisionOutcome.APPROVED_WITH_CONDITIONS, DecisionOutcome.REJECTED);
        for (WireEntry one : with(entry, process)) {
            DecisionOutcome said = Acknowledgement.of(one).outcome();
            if (said != null && (worst == null || order.indexOf(said) > order.indexOf(worst))) {
                worst = said;
            }
        }
        return worst;
    }

    private static List<WireEntry> with(WireEntry entry, Collection<WireEntry> process) {
        List<WireEntry> out = new ArrayList<>(List.of(entry));
        out.addAll(process);
        return out;
    }

    /**
     * The delivery for a file.
     *
     * @param entry the file
     * @param process all entries of its process
     * @param meaning what its free fields mean
     * @return the delivery, or what is wrong with it
     */
    public static Either<MappingIssue, Delivery> toDelivery(
            WireEntry entry, Collection<WireEntry> process, Meaning meaning) {
        String id = entry.id();
        String recipient = recipient(entry);
        if (id == null || recipient == null) {
            return Either.left(new MappingIssue(id == null ? "transactionid" : "receivername", "is missing", id));
        }
        DeliveryStatus status = status(entry, process);
        Set<SourceRef> assets = new LinkedHashSet<>();
        SourceRef named = meaning.namedAsset(entry);
        if (named != null) {
            assets.add(named);
        }
        assets.add(SourceRef.of(Meaning.SYSTEM, id));
        Map<String, @Nullable Object> members = new LinkedHashMap<>(meaning.members(entry));
        List<String> said = process.stream()
                .map(one -> one.text("fastatus"))
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        if (!said.isEmpty()) {
            members.put("acknowledgements", said);
        }
        return Either.right(new Delivery(
                SourceRef.of(Meaning.SYSTEM, id),
                null,
                List.copyOf(assets),
                null,
                recipient,
                status,
                at(entry, process, status),
                problem(entry, process, status),
                null,
                Extensions.of(Meaning.SYSTEM, members)));
    }

    private static @Nullable String recipient(WireEntry entry) {
        String name = entry.text("receivername");
        return name != null ? name : entry.text("receiveraddress");
    }

    private static @Nullable Instant at(WireEntry entry, Collection<WireEntry> process, DeliveryStatus status) {
        if (status.equals(DeliveryStatus.ACKNOWLEDGED) || status.equals(DeliveryStatus.REJECTED)) {
            return with(entry, process).stream()
                    .filter(one -> Acknowledgement.of(one).outcome() != null)
                    .map(EventMapper::acknowledgedAt)
                    .flatMap(Stream::ofNullable)
                    .max(Instant::compareTo)
                    .orElse(EventMapper.changedAt(entry));
        }
        return EventMapper.changedAt(entry);
    }

    private static @Nullable String problem(WireEntry entry, Collection<WireEntry> process, DeliveryStatus status) {
        if (!status.equals(DeliveryStatus.FAILED) && !status.equals(DeliveryStatus.REJECTED)) {
            return null;
        }
        return with(entry, process).stream()
                .map(EntryState::problem)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(entry.text("status"));
    }

    /**
     * What a partner confirmed about a file.
     *
     * @param entry the file
     * @param process all entries of its process
     * @return delivered where the partner has it; rejected where its system said so of some document; acknowledged where it
     *     accepted and said nothing worse of any
     */
    public static List<Receipt> toReceipts(WireEntry entry, Collection<WireEntry> process) {
        String recipient = recipient(entry);
        String id = entry.id();
        List<Receipt> out = new ArrayList<>();
        if (recipient == null || id == null) {
            return out;
        }
        SourceRef ref = SourceRef.of(Meaning.SYSTEM, id);
        if (EntryState.of(entry) == EntryState.DELIVERED && !EntryState.isBad(entry)) {
            Instant done = Reading.date(entry.text("deliverycompletedtimestamp"));
            out.add(new Receipt(
                    ref,
                    recipient,
                    DeliveryStatus.DELIVERED,
                    done != null ? done : EventMapper.changedAt(entry),
                    null));
        }
        Set<String> told = new LinkedHashSet<>();
        boolean accepted = DecisionOutcome.APPROVED.equals(outcome(entry, process));
        for (WireEntry one : with(entry, process)) {
            DecisionOutcome said = Acknowledgement.of(one).outcome();
            boolean clear = DecisionOutcome.APPROVED.equals(said) ? accepted : DecisionOutcome.REJECTED.equals(said);
            if (said != null && clear && told.add(one.id() + said)) {
                out.add(new Receipt(
                        ref,
                        recipient,
                        said.equals(DecisionOutcome.REJECTED) ? DeliveryStatus.REJECTED : DeliveryStatus.ACKNOWLEDGED,
                        EventMapper.acknowledgedAt(one),
                        EntryState.problem(one)));
            }
        }
        return out;
    }

    /**
     * The approval that an acknowledgement stands for.
     *
     * @param entry the acknowledged document
     * @param meaning what its free fields mean
     * @return the approval; nothing where the partner's system made no decision
     */
    public static Optional<Approval> toApproval(WireEntry entry, Meaning meaning) {
        String id = entry.id();
        DecisionOutcome said = Acknowledgement.of(entry).outcome();
        if (id == null || said == null) {
            return Optional.empty();
        }
        String who = recipient(entry);
        Actor actor = who == null ? null : Actor.of(who);
        String process = entry.text("correlationid");
        return Optional.of(Approval.builder(SourceRef.of(Meaning.SYSTEM, id))
                .subject(meaning.asset(entry))
                .caseRef(process == null ? null : SourceRef.of(Meaning.SYSTEM, process))
                .stakeholder(who)
                .status(said.toStatus())
                .decision(new Decision(
                        said,
                        entry.text("fastatus"),
                        actor,
                        EventMapper.acknowledgedAt(entry),
                        EntryState.problem(entry)))
                .requestedAt(Reading.date(entry.text("arrivaltime")))
                .extensions(Extensions.of(Meaning.SYSTEM, meaning.members(entry)))
                .build());
    }
}
