package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Incidents;
import dev.contentconnect.examples.flows.Incidents.Incident;
import dev.contentconnect.examples.flows.Standing;
import java.util.List;
import java.util.Optional;

/**
 * SW4: something about an asset of the portal is against the policy, such as missing metadata, rights that have ended or a
 * licence without terms; people remedy it in a case, and the asset is cleared, or removed.
 *
 * <p>Trigger: events of the portal's {@code AssetFeed} and of the case go to {@link #handle}, {@code item ->
 * flow.handle(item.event())}. What the clock or a counter breaks tells nobody: call {@link #advance} for what is offered once a
 * day. It may be called any number of times, late and after a crash at any point. One worker at a time for each asset.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>A case for the exception, {@code sw4:{asset}#{count}}: one until it is over, whatever else is found meanwhile. A finding
 *       that stops takes the asset back at once.
 *   <li>When people say that it is remedied, the asset is judged anew, and the answer sends the case back or ends it.
 *   <li><em>Cleared</em>: nothing is wrong any more. What this flow took back is offered again, under the key of the case;
 *       another version than the one it took back is not, and waits for whoever approves it. It is cleared as well when it gets
 *       well by itself, and ends the case then.
 *   <li><em>Removed</em>: people could not remedy it, or called the case off. The asset is withdrawn, and taken back again when
 *       somebody brings it out, until nothing is wrong with it any more. To bring it out then is up to whoever publishes.
 * </ol>
 *
 * <p>Smint.io knows no cases and no policies: all is judged here, from what it publishes of an asset and its licence. Each end
 * stands as a comment on the asset. Nothing is written to the licence.
 */
public final class PolicyException {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "sw4";

    private static final String HELD = "held";
    private static final String REMOVED = "removed";

    private final String system;
    private final ContentPolicy policy;
    private final PortalAudience audience;
    private final ShownAssets shown;
    private final FlowTrail trail;
    private final Incidents incidents;
    private final Offering offering;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people remedy things; offers {@code CaseDesk}
     * @param portal where people find assets; offers {@code AssetReader}, {@code AssetPublisher} and {@code RightsReader}, and
     *     {@code CommentThread} where an end is to be read
     * @param policy what is asked of an asset
     * @param audience who is to find an asset
     * @param shown which assets an event is about
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public PolicyException(
            Connector workflow,
            Connector portal,
            ContentPolicy policy,
            PortalAudience audience,
            ShownAssets shown,
            StateStore state,
            TimeSource time) {
        this.system = portal.system();
        this.policy = policy;
        this.audience = audience;
        this.shown = shown;
        this.trail = new FlowTrail(FLOW, state, time);
        this.incidents = new Incidents(FLOW, workflow, portal, trail);
        this.offering = new Offering(FLOW, portal, trail);
    }

    /**
     * Goes on with the assets that an event is about.
     *
     * @param event from either system
     * @throws ConnectorException as {@link #advance}
     */
    public void handle(CaseEvent event) {
        SourceRef subject = event.subject();
        if (subject != null && subject.system().equals(system)) {
            EachInTurn.of(shown.of(subject), this::advance);
        }
    }

    /**
     * Takes an asset one step on, as far as it goes without waiting.
     *
     * @param ref its identity in the portal
     * @return where it stands now
     * @throws ConnectorException when a system fails; call again later
     */
    public Standing advance(SourceRef ref) {
        Optional<Asset> found = offering.read(ref);
        if (found.isEmpty()) {
            incidents.current(ref, ref).ifPresent(gone -> {
                if (gone.isOpen()) {
                    incidents.cancel(gone, "the asset is gone");
                }
                incidents.over(gone);
            });
            forget(ref, HELD);
            return new Standing.Idle("the asset is gone");
        }
        Asset asset = found.get();
        List<Finding> findings = policy.findings(asset, offering.rights(ref).orElse(null), trail.now());
        Optional<Incident> known = incidents.current(ref, ref);
        if (findings.isEmpty()) {
            forget(ref, REMOVED);
            return known.map(incident -> clear(asset, incident))
                    .orElseGet(() -> new Standing.Idle("nothing is wrong with it"));
        }
        if (known.isEmpty() && trail.noted(ref, REMOVED).isPresent()) {
            return stay(asset);
        }
        return known.map(incident -> remedy(asset, incident, findings)).orElseGet(() -> open(asset, findings));
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::text).toList();
    }

    private Standing open(Asset asset, List<Finding> findings) {
        boolean stops = findings.stream().anyMatch(Finding::stops);
        String title = Offering.title(asset) + ": " + String.join(", ", texts(findings));
        Incident incident = incidents.open(asset.ref(), asset.ref(), title, stops ? "high" : "low", texts(findings));
        return waiting(asset, incident, findings);
    }

    private Standing waiting(Asset asset, Incident incident, List<Finding> findings) {
        List<String> stopping = texts(findings.stream().filter(Finding::stops).toList());
        SourceRef ref = asset.ref();
        if (!stopping.isEmpty() && offering.isOut(ref)) {
            trail.note(ref, HELD, SourceRef.of(FLOW, incident.key()), Offering.stated(asset));
            offering.hold(ref, Offering.version(asset), incident.record(), String.join("; ", stopping));
        }
        return new Standing.Waiting(incident.record().ref(), texts(findings));
    }

    private Standing remedy(Asset asset, Incident incident, List<Finding> findings) {
        if (incident.isOpen()) {
            incidents.answer(incident, false, String.join("; ", texts(findings)));
            return waiting(asset, incident, findings);
        }
        if (incident.isGivenUp()) {
            return remove(asset, incident);
        }
        // People said that it is solved, and it is not: another exception.
        incidents.over(incident);
        return open(asset, findings);
    }

    private Standing clear(Asset asset, Incident incident) {
        SourceRef ref = asset.ref();
        if (incident.question().isPresent()) {
            incidents.answer(incident, true, "nothing is wrong with it any more");
        } else if (incident.isOpen()) {
            incidents.cancel(incident, "nothing is wrong with it any more");
        }
        // Under this case or one before it, which people took for solved.
        boolean wasHeld = trail.notes(ref, HELD).stream().anyMatch(note -> Offering.isSame(note, asset));
        if (wasHeld && !offering.isOffered(ref, incident.key())) {
            offering.offer(asset, incident.key(), audience.of(asset), incident.record());
        }
        forget(ref, HELD);
        incidents.say(List.of(ref), incident, "cleared", incident.cause());
        tell(asset, incident, "cleared");
        incidents.over(incident);
        return new Standing.Done(incident.record().ref(), "cleared");
    }

    private Standing remove(Asset asset, Incident incident) {
        offering.withdraw(asset.ref(), Offering.version(asset), incident.record(), incident.cause());
        tell(asset, incident, "removed");
        trail.note(asset.ref(), REMOVED, incident.record().ref(), incident.key());
        forget(asset.ref(), HELD);
        incidents.over(incident);
        return new Standing.Done(incident.record().ref(), "removed");
    }

    private Standing stay(Asset asset) {
        SourceRef ref = asset.ref();
        StateLink removed = trail.noted(ref, REMOVED).orElseThrow();
        if (offering.isOut(ref)) {
            incidents
                    .under(ref, ref, String.valueOf(removed.fingerprint()))
                    .ifPresent(incident -> offering.withdraw(
                            ref, Offering.version(asset), incident.record(), "removed before: " + incident.cause()));
        }
        return new Standing.Done(removed.to(), "removed");
    }

    private void forget(SourceRef ref, String word) {
        trail.notes(ref, word).forEach(note -> trail.forget(ref, word, note.to()));
    }

    private void tell(Asset asset, Incident incident, String how) {
        trail.append(trail.event(
                        asset.ref(),
                        Offering.version(asset),
                        CaseEventType.STATUS_CHANGED,
                        incident.key() + "/" + how,
                        null)
                .caseRef(incident.record().ref())
                .caseKey(incident.key())
                .outcome(how)
                .note(incident.cause())
                .build());
    }
}
