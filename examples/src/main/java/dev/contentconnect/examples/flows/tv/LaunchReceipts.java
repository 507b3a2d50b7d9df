package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Receipt;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Launch;
import dev.contentconnect.examples.flows.tv.LaunchBoard.Holding;
import dev.contentconnect.examples.flows.tv.PartnerDeliveries.Parcel;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hands the files of a launch over and reads what partners confirmed. Every method may be repeated. */
final class LaunchReceipts {
    private static final String FILE = "file";
    private static final String CONFIRMED = "confirmed";
    private static final String CLEAR = "clear";

    private final PartnerDesk desk;
    private final PartnerDeliveries deliveries;
    private final FlowTrail trail;

    LaunchReceipts(PartnerDesk desk, PartnerDeliveries deliveries, FlowTrail trail) {
        this.desk = desk;
        this.deliveries = deliveries;
        this.trail = trail;
    }

    /** One asset for one partner. */
    record Item(String key, SourceRef asset, SourceRef partner) {
        SourceRef ref() {
            return SourceRef.of(LaunchDistribution.FLOW, key);
        }
    }

    /** What is known of one file: confirmed is null where nobody confirmed it. */
    record Seen(
            SourceRef asset,
            Holding holding,
            @Nullable Instant confirmed,
            @Nullable String remark) {}

    /**
     * Hands a file over where that is due, and looks what became of it.
     *
     * @param offer what is handed over; null for nothing any more
     * @param partner who may have it; null for one who may not
     */
    Seen look(Item item, @Nullable Offer offer, @Nullable Partner partner) {
        Optional<Parcel> noted = trail.noted(item.ref(), FILE)
                .map(StateLink::fingerprint)
                .map(text -> Parcel.of(item.key(), item.asset(), item.partner(), text));
        if (noted.isEmpty() && (offer == null || partner == null)) {
            return excluded(item);
        }
        Parcel parcel = offer == null
                ? noted.orElseThrow()
                : noted.orElseGet(() -> Parcel.of(item.key(), offer, item.partner()));
        if (noted.isEmpty()) {
            trail.note(item.ref(), FILE, item.partner(), parcel.text());
        }
        Delivery entry =
                offer == null || partner == null ? deliveries.stop(parcel) : deliveries.sendIfAllowed(parcel, partner);
        if (PartnerDeliveries.isWaiting(entry)) {
            return excluded(item);
        }
        Optional<Instant> before =
                trail.noted(item.ref(), CONFIRMED).map(StateLink::fingerprint).map(Instant::parse);
        if (entry.status().equals(DeliveryStatus.ACKNOWLEDGED)
                && before.isPresent()
                && trail.noted(item.ref(), CLEAR).isPresent()) {
            return new Seen(item.asset(), Holding.ALL, before.get(), null);
        }
        return PartnerDeliveries.hasFailed(entry) ? refused(item, entry) : confirmed(item, parcel, entry, before);
    }

    private static Seen excluded(Item item) {
        return new Seen(item.asset(), Holding.EXCLUDED, null, "was not sent: the partner may not have it");
    }

    /** A confirmation of what was refused afterwards does not count any more. */
    private Seen refused(Item item, Delivery entry) {
        trail.forget(item.ref(), CONFIRMED, item.partner());
        String why = Objects.requireNonNullElse(entry.detail(), "no reason was given");
        return new Seen(item.asset(), Holding.TROUBLE, null, entry.status() + ": " + why);
    }

    private Seen confirmed(Item item, Parcel parcel, Delivery entry, Optional<Instant> before) {
        List<Receipt> receipts =
                deliveries.track(parcel).map(seen -> desk.receipts(seen.ref())).orElse(List.of());
        boolean withReserve = entry.status().equals(DeliveryStatus.ACKNOWLEDGED)
                && receipts.stream().noneMatch(one -> one.status().equals(DeliveryStatus.ACKNOWLEDGED));
        if (withReserve) {
            trail.forget(item.ref(), CONFIRMED, item.partner());
            return new Seen(item.asset(), Holding.SOME, null, "acknowledged in part or with errors");
        }
        // The network forgets what was picked up after a while; we do not.
        Optional<Instant> at = before.or(() -> receipts.stream()
                .filter(one -> !one.status().equals(DeliveryStatus.REJECTED))
                .map(one -> Objects.requireNonNullElse(one.at(), trail.now()))
                .findFirst());
        if (entry.status().equals(DeliveryStatus.ACKNOWLEDGED)) {
            trail.note(item.ref(), CLEAR, item.partner(), null);
        }
        at.ifPresent(when -> trail.note(item.ref(), CONFIRMED, item.partner(), when.toString()));
        return new Seen(item.asset(), at.isPresent() ? Holding.ALL : Holding.NOTHING_YET, at.orElse(null), null);
    }

    /** What a partner has of a launch, all files together. */
    LaunchBoard.Row row(Launch launch, String key, SourceRef partner, List<Seen> seen) {
        List<SourceRef> missing = seen.stream()
                .filter(one -> !one.holding().equals(Holding.ALL))
                .map(Seen::asset)
                .toList();
        Instant due = launch.dueAt();
        boolean isOverdue = due != null && !missing.isEmpty() && due.isBefore(trail.now());
        boolean cameLate = due != null
                && seen.stream()
                        .map(Seen::confirmed)
                        .flatMap(Stream::ofNullable)
                        .anyMatch(due::isBefore);
        List<String> remarks = seen.stream()
                .filter(one -> one.remark() != null)
                .map(one -> one.asset() + " " + one.remark())
                .toList();
        Holding holding = holding(seen.stream().map(Seen::holding).toList());
        if (isOverdue) {
            trail.append(
                    trail.event(launch.ref(), launch.version(), CaseEventType.TASK_OVERDUE, partner.toString(), due)
                            .caseKey(key)
                            .step(partner.id())
                            .note("has not confirmed " + missing)
                            .build());
        }
        return new LaunchBoard.Row(holding, isOverdue || cameLate, missing, remarks);
    }

    private static Holding holding(List<Holding> all) {
        if (all.contains(Holding.TROUBLE)) {
            return Holding.TROUBLE;
        }
        if (all.stream().distinct().count() == 1) {
            return all.get(0);
        }
        return all.contains(Holding.ALL) || all.contains(Holding.SOME) ? Holding.SOME : Holding.NOTHING_YET;
    }
}
