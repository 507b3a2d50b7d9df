package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.DecisionNotes;
import dev.contentconnect.examples.flows.Decisions;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.VersionCases;
import dev.contentconnect.examples.flows.VersionCases.Asked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SW1: a brand asset or licensed stock enters the portal, brand, legal and marketing review it in the workflow service, and
 * people find it only once all of them approved this very version.
 *
 * <p>Trigger: an event of the portal's {@code AssetFeed}, which looks at the collection of what waits and reads the stream of
 * purchases, or of the case: {@code item -> flow.handle(item.event())}. {@link #advance} may be called any number of times,
 * late and after a crash at any point. One worker at a time for each asset.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>A case for the version, {@code sw1:{asset}@{version}}. The reviewers read what is known of its rights, and that there
 *       is no licence text where there is none. Another version is another question; the one before is cancelled.
 *   <li>Each decision stands as a comment on the asset, under {@code {case key}:{approval}}.
 *   <li>As long as it is undecided, and when anybody said no, the asset is not offered: what is out of it is taken back.
 *   <li>When everybody said yes and its rights do not forbid every use at that moment, it is published for its audience under
 *       the key of the case. It is published once: what others take back afterwards stays where they put it.
 * </ol>
 *
 * <p>Smint.io publishes no call that writes a status. What stands for it is the publication, a collection that the people of
 * the audience may see; what is held waits in the collection for that. The connector tells the source system as well where the
 * host fills its {@code StatusPort}. That nothing but publications is found is for the portal's administrator to set up.
 */
public final class UploadApproval {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "sw1";

    /** Whose approval is needed. */
    public static final List<String> STAKEHOLDERS = List.of("brand", "legal", "marketing");

    private static final String REFUSED = "refused";
    private static final int TERMS = 500;

    private final String system;
    private final ApprovalDesk approvals;
    private final PortalAudience audience;
    private final ShownAssets shown;
    private final FlowTrail trail;
    private final VersionCases cases;
    private final Offering offering;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people review; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param portal where people find assets; offers {@code AssetReader}, {@code AssetPublisher} and {@code RightsReader}, and
     *     {@code CommentThread} where decisions are to be read
     * @param audience who is to find an asset
     * @param shown which assets an event is about
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public UploadApproval(
            Connector workflow,
            Connector portal,
            PortalAudience audience,
            ShownAssets shown,
            StateStore state,
            TimeSource time) {
        this.system = portal.system();
        this.approvals = workflow.require(ApprovalDesk.class);
        this.audience = audience;
        this.shown = shown;
        this.trail = new FlowTrail(FLOW, state, time);
        this.cases = new VersionCases(FLOW, workflow, trail);
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
     * @return where its version stands now; refused also while its rights forbid every use
     * @throws ConnectorException when a system fails; call again later. Conflict when another version came in between
     * @throws IllegalStateException when the system does not find the case yet that it opened; call again later
     */
    public Standing advance(SourceRef ref) {
        Optional<Asset> found = offering.read(ref);
        if (found.isEmpty()) {
            cases.callOff(ref, "the asset is gone");
            return new Standing.Idle("there is nothing to review");
        }
        Asset asset = found.get();
        String version = Offering.version(asset);
        String waits = "version " + version + " waits for its review";
        if (!cases.isAsked(ref, version) && !isApproved(asset) && offering.isOut(ref)) {
            // First, since the workflow service may be out of order.
            offering.hold(ref, version, null, waits);
        }
        Asked asked = cases.ask(ref, version, key -> open(key, asset));
        offering.thread().ifPresent(thread -> new DecisionNotes(thread).tell(ref, asked));
        Decisions decisions = asked.decisions(STAKEHOLDERS);
        if (cases.isUndecided(asked, decisions)) {
            if (offering.isOut(ref)) {
                offering.hold(ref, version, asked.record(), waits);
            }
            return new Standing.Waiting(asked.record().ref(), missing(decisions));
        }
        List<String> objections = decisions.objections();
        if (!objections.isEmpty()) {
            return refuse(asked, objections);
        }
        if (!offering.isOffered(ref, asked.key())) {
            List<String> unusable = offering.unusable(ref);
            if (!unusable.isEmpty()) {
                return refuse(asked, unusable);
            }
            offering.offer(asset, asked.key(), audience.of(asset), asked.record());
        }
        cases.decided(asked);
        return new Standing.Done(asked.record().ref(), "published");
    }

    /**
     * Whether this flow published the version that was read; what others took back since does not count against it. Never
     * touches the network.
     *
     * @param asset as it was read
     * @return true for an approved version
     */
    public boolean isApproved(Asset asset) {
        String key = FLOW + ":" + asset.ref() + "@" + Offering.version(asset);
        return offering.wasOffered(asset.ref(), key);
    }

    /** Once all have answered and the case is open still, whoever made it is to change something. */
    private static List<String> missing(Decisions decisions) {
        return decisions.missing().isEmpty() ? List.of("author") : decisions.missing();
    }

    private void open(String key, Asset asset) {
        String version = Offering.version(asset);
        approvals.request(new ApprovalRequest(
                key,
                Offering.title(asset),
                asset.ref(),
                version,
                STAKEHOLDERS,
                null,
                "Version " + version + "\n" + rights(asset.ref()),
                Map.of()));
    }

    /** What reviewers have to know. Always with the text of the licence: a list of terms says less than it. */
    private String rights(SourceRef ref) {
        Optional<RightsRecord> found = offering.rights(ref);
        if (found.isEmpty()) {
            return "Its licence cannot be found.";
        }
        RightsRecord rights = found.get();
        String text = rights.usageTerms();
        Instant deadline = rights.nextDeadline(trail.now());
        return "Rights: " + rights.status()
                + (rights.holder() == null ? "" : ", " + rights.holder())
                + (deadline == null ? "" : ", until " + deadline)
                + (text == null || text.isBlank()
                        ? "\nThere is no licence text."
                        : "\n" + text.substring(0, Math.min(TERMS, text.length())));
    }

    private Standing refuse(Asked asked, List<String> reasons) {
        SourceRef ref = asked.subject();
        String all = String.join("; ", reasons);
        SourceRef which = SourceRef.of(FLOW, asked.key() + "/" + Fingerprint.of(all));
        boolean known =
                trail.notes(ref, REFUSED).stream().anyMatch(note -> note.to().equals(which));
        if (!known || offering.isOut(ref)) {
            offering.hold(ref, asked.version(), asked.record(), all);
            trail.append(trail.event(ref, asked.version(), CaseEventType.FLOW_REFUSED, which.id(), null)
                    .caseRef(asked.record().ref())
                    .caseKey(asked.key())
                    .outcome("refused")
                    .note(all)
                    .build());
            trail.note(ref, REFUSED, which, all);
        }
        return new Standing.Refused(reasons);
    }
}
