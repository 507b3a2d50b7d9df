package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Incidents;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * WV7: what keeps content from its recipients becomes an exception case with its cause; once people have corrected it, the
 * delivery is made again, and its success or failure answers the case.
 *
 * <p>Trigger: a delivery in the log of the library that has failed or was refused; one that waits although an asset of it
 * lacks metadata or rights; one that waits although its package is incomplete, because an asset is gone, has no bytes or is
 * kept back. VIP has no event for deliveries: call {@link #sweep} every few minutes. What people do to assets and in cases
 * comes by the feeds of both systems, {@code item -> flow.handle(item.event())}, one of which hands over to the other
 * ({@code FeedRunner.handOver}). Every method may be called any number of times, late and after a crash at any point.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>One case for each failure: {@code wv7:{what failed}#{count}}. What an asset lacks fails the asset, however many
 *       deliveries wait for it; anything else fails the delivery. A delivery whose assets are in trouble gets no case of its
 *       own. The next failure of the same thing counts one up, once this one is over.
 *   <li>When people have corrected the cause, the case asks whether it works. The flow looks again, or delivers again through
 *       the {@link Courier}, under {@code {case key}/{task}}, and answers: yes resolves the case, no sends it back to
 *       correction. The log shows queued, then delivered or failed;
 *       delivered comes after the answer, so that an accident leaves it among those that {@link #sweep} finds.
 *   <li>The resolution is written to the log entry of the delivery, or as a comment on the asset, {@code
 *       {case key}:resolved} or {@code {case key}:given up}.
 * </ol>
 */
public final class FailedDistribution {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "wv7";

    private static final List<DeliveryStatus> UNFINISHED =
            List.of(DeliveryStatus.QUEUED, DeliveryStatus.FAILED, DeliveryStatus.REJECTED);

    private final DeliveryLog log;
    private final Courier courier;
    private final Incidents incidents;
    private final DeliveryAttempts attempts;
    private final DeliveryWaits waits;
    private final AssetTrouble assets;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people correct things; offers {@code CaseDesk}
     * @param library where content is distributed; offers {@code AssetReader}, {@code RightsReader} and {@code DeliveryLog}
     * @param needed what every asset needs
     * @param serving the channels the library serves: rights may depend on them, and VIP has no place for them
     * @param courier hands over what is delivered again, and knows which entries of the log are deliveries
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public FailedDistribution(
            Connector workflow,
            Connector library,
            Completeness needed,
            List<Segment> serving,
            Courier courier,
            StateStore state,
            TimeSource time) {
        this.log = library.require(DeliveryLog.class);
        this.courier = courier;
        FlowTrail trail = new FlowTrail(FLOW, state, time);
        this.incidents = new Incidents(FLOW, workflow, library, trail);
        this.attempts = new DeliveryAttempts(log, courier, trail);
        this.waits = new DeliveryWaits(trail);
        this.assets = new AssetTrouble(library, needed, serving, incidents, waits, time);
    }

    /**
     * Goes on with the deliveries of the asset that an event is about, if it is one for this flow: a change of an asset, of
     * its rights or of a delivery of it, or anything in a case of this flow.
     *
     * @param event from the feed of either system
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance(Delivery)}
     */
    public void handle(CaseEvent event) {
        String type = event.type().value();
        boolean ofAsset = type.startsWith("asset.") || type.startsWith("rights.") || type.startsWith("delivery.");
        boolean ofCase = event.caseKey() != null && event.caseKey().startsWith(FLOW + ":");
        if (event.subject() != null && (ofAsset || ofCase)) {
            List<Delivery> concerned = log.deliveries(DeliveryQuery.ALL.ofAsset(event.subject())).stream()
                    .filter(courier::carries)
                    .filter(one -> !DeliveryAttempts.hasArrived(one) || isKnown(one.ref()))
                    .toList();
            EachInTurn.of(concerned, this::advance);
        }
    }

    /**
     * Goes on with all deliveries of the courier that wait or have failed. One that cannot be gone on with does not stop the others.
     *
     * @return where each of them stands now
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance(Delivery)}
     */
    public List<DistributionOutcome> sweep() {
        List<Delivery> unfinished = log.deliveries(DeliveryQuery.ALL.withStatuses(UNFINISHED)).stream()
                .filter(courier::carries)
                .toList();
        return List.copyOf(EachInTurn.of(unfinished, this::advance).values());
    }

    /**
     * Takes a delivery one step on, as far as it goes without waiting.
     *
     * @param delivery one of the courier's, as it was just read from the log
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails, or the courier does for the moment; call
     *     again later
     */
    public DistributionOutcome advance(Delivery delivery) {
        List<StateLink> blocked = waits.blocked(delivery.ref());
        boolean arrived = DeliveryAttempts.hasArrived(delivery);
        Set<SourceRef> concerned = new LinkedHashSet<>(arrived ? List.of() : delivery.assets());
        concerned.removeIf(asset -> !asset.system().equals(delivery.ref().system()));
        blocked.forEach(link -> concerned.add(SourceRef.parse(Objects.requireNonNull(link.fingerprint()))));
        List<Incidents.Incident> troubles = new ArrayList<>();
        List<String> unfit = new ArrayList<>();
        for (SourceRef asset : concerned) {
            AssetTrouble.Look look = assets.look(asset);
            unfit.addAll(look.unfit());
            assets.settle(asset, look, delivery.ref()).ifPresent(troubles::add);
        }
        if (arrived) {
            if (!blocked.isEmpty()) {
                attempts.tell(delivery, CaseEventType.DELIVERY_DELIVERED, after(delivery, blocked));
            }
            waits.tried(delivery.ref(), troubles.isEmpty() ? blocked : List.of());
            current(delivery).ifPresent(incident -> close(incident, delivery));
            return new DistributionOutcome.Delivered(delivery);
        }
        return troubles.isEmpty() ? redeliver(delivery, blocked, unfit) : unsettled(troubles);
    }

    private boolean isKnown(SourceRef delivery) {
        return incidents.knows(delivery) || waits.knows(delivery);
    }

    private Optional<Incidents.Incident> current(Delivery delivery) {
        return incidents.current(delivery.ref(), first(delivery));
    }

    private static @Nullable SourceRef first(Delivery delivery) {
        return delivery.assets().isEmpty() ? null : delivery.assets().get(0);
    }

    private static DistributionOutcome unsettled(List<Incidents.Incident> troubles) {
        List<String> lost = troubles.stream()
                .filter(Incidents.Incident::isGivenUp)
                .map(one -> one.cause() + " (given up in the case " + one.key() + ")")
                .toList();
        return lost.isEmpty()
                ? new DistributionOutcome.Waiting(
                        troubles.stream().map(one -> one.record().ref()).toList(),
                        troubles.stream().map(Incidents.Incident::cause).toList())
                : new DistributionOutcome.GivenUp(lost);
    }

    private DistributionOutcome redeliver(Delivery delivery, List<StateLink> blocked, List<String> unfit) {
        Optional<Incidents.Incident> known = current(delivery);
        if (known.isPresent()) {
            return again(delivery, known.get(), unfit);
        }
        Delivery after = delivery;
        if (unfit.isEmpty() && !blocked.isEmpty()) {
            after = attempts.again(delivery, after(delivery, blocked), "its assets are complete", () -> {});
        }
        DistributionOutcome outcome = DeliveryAttempts.hasArrived(after)
                ? new DistributionOutcome.Delivered(after)
                : unfit.isEmpty() && !DeliveryAttempts.hasFailed(after)
                        ? new DistributionOutcome.Untroubled(after)
                        : unsettled(List.of(fail(after, unfit)));
        waits.tried(delivery.ref(), blocked);
        return outcome;
    }

    private static String after(Delivery delivery, List<StateLink> blocked) {
        return FLOW + ":" + delivery.ref() + " after "
                + blocked.get(blocked.size() - 1).to().id();
    }

    private DistributionOutcome again(Delivery delivery, Incidents.Incident incident, List<String> unfit) {
        if (incident.isOpen() && incident.question().isEmpty()) {
            return unsettled(List.of(incident));
        }
        if (incident.isGivenUp()) {
            incidents.giveUp(assets.there(delivery.assets()), incident);
            return unsettled(List.of(incident));
        }
        Delivery after = unfit.isEmpty()
                ? attempts.again(
                        delivery, incident.attempt(), incidents.resolution(incident), () -> arrived(incident, delivery))
                : delivery;
        if (DeliveryAttempts.hasArrived(after)) {
            incidents.over(incident);
            return new DistributionOutcome.Delivered(after);
        }
        if (incident.isOpen()) {
            incidents.answer(incident, false, String.join("; ", causes(after, unfit)));
            return unsettled(List.of(incident));
        }
        // People said that it is solved, and it failed again: another failure.
        incidents.over(incident);
        return unsettled(List.of(fail(after, unfit)));
    }

    private Incidents.Incident fail(Delivery delivery, List<String> unfit) {
        String title = "Delivery to " + delivery.recipient() + " failed";
        Incidents.Incident opened =
                incidents.open(delivery.ref(), first(delivery), title, "high", causes(delivery, unfit));
        if (DeliveryAttempts.hasFailed(delivery)) {
            attempts.tell(delivery, CaseEventType.DELIVERY_FAILED, opened.key());
        }
        return opened;
    }

    private static List<String> causes(Delivery delivery, List<String> unfit) {
        return unfit.isEmpty()
                ? List.of(Objects.requireNonNullElse(delivery.detail(), "the delivery is " + delivery.status()))
                : unfit;
    }

    private void arrived(Incidents.Incident incident, Delivery delivery) {
        incidents.answer(incident, true, "delivered to " + delivery.recipient());
    }

    /** The recipient has it: nobody needs the case any more. */
    private void close(Incidents.Incident incident, Delivery delivered) {
        attempts.tell(delivered, CaseEventType.DELIVERY_DELIVERED, incident.attempt());
        if (incident.question().isPresent()) {
            arrived(incident, delivered);
        } else if (incident.isOpen()) {
            incidents.cancel(incident, "delivered to " + delivered.recipient() + " meanwhile");
        }
        incidents.over(incident);
    }
}
