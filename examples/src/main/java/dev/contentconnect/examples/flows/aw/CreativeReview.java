package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.Decisions;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.VersionCases;
import dev.contentconnect.examples.flows.VersionCases.Asked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AW2: one version of a creative asset is reviewed by compliance, legal and product; Aprimo shows each question and each answer
 * as it comes, so that it says which version is approved and why the others are not. Who wants changes sends the version back to
 * the creatives; the next version is asked about anew.
 *
 * <p>Trigger: an event about the asset, from the feed of Aprimo (a version was added), or about its case: {@code item ->
 * flow.handle(item.event())}. {@link #advance} may be called any number of times, late, out of order and after a crash at any
 * point. One worker at a time for each asset.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>A case for the version: {@code aw2:{asset}@{version}}. An open case about an older version is cancelled, and what was
 *       said in it counts no longer. In a case that waits for changes the creatives may resubmit the same version: then all are
 *       asked once more.
 *   <li>In Aprimo an approval for each question, {@code {case key}:{task}}, decided as people decide it. A question that is open
 *       when another version comes is cancelled there by its connector, and one whose case somebody cancels by this flow. An
 *       answer that was given before the next version came and not handled yet stands in the case and in the trail alone: Aprimo
 *       shows that the version was replaced, because its connector decides on no other version than the latest.
 * </ol>
 *
 * <p>Aprimo casts no votes by any call. Its connector keeps approvals in fields of the record, and shows decisions as results of
 * a check on the very version where one is configured; both name the version, and neither is ever about "the latest".
 */
public final class CreativeReview {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "aw2";

    /** Whose approval is needed. */
    public static final List<String> STAKEHOLDERS = List.of("compliance", "legal", "product");

    private static final DecisionOutcome TAKEN_BACK = DecisionOutcome.of(ApprovalStatus.CANCELLED.value());

    private final String system;
    private final ApprovalDesk approvals;
    private final AssetReader reader;
    private final ApprovalDesk shown;
    private final VersionCases cases;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people review; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param library where creative assets are; offers {@code AssetReader} and {@code ApprovalDesk}
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public CreativeReview(Connector workflow, Connector library, StateStore state, TimeSource time) {
        this.system = library.system();
        this.approvals = workflow.require(ApprovalDesk.class);
        this.reader = library.require(AssetReader.class);
        this.shown = library.require(ApprovalDesk.class);
        this.cases = new VersionCases(FLOW, workflow, new FlowTrail(FLOW, state, time));
    }

    /**
     * Goes on with the asset that an event is about, if it is one.
     *
     * @param event from either system
     * @throws ConnectorException as {@link #advance}
     */
    public void handle(CaseEvent event) {
        SourceRef subject = event.subject();
        if (subject != null && subject.system().equals(system)) {
            advance(subject);
        }
    }

    /**
     * Takes an asset one step on, as far as it goes without waiting.
     *
     * @param ref its identity
     * @return where its latest version stands now
     * @throws ConnectorException when a system fails; call again later. Conflict when another version was added in between
     * @throws IllegalStateException when the system does not find the case yet that it opened; call again later
     */
    public Standing advance(SourceRef ref) {
        Optional<Asset> found = read(ref);
        AssetVersion version = found.map(Asset::currentVersion).orElse(null);
        if (version == null) {
            cases.callOff(ref, "the asset is gone");
            return new Standing.Idle("there is nothing to review");
        }
        Asked asked = cases.ask(ref, version.id(), key -> open(key, found.get(), version));
        show(asked);
        Decisions decisions = asked.decisions(STAKEHOLDERS);
        if (cases.isUndecided(asked, decisions)) {
            return new Standing.Waiting(asked.record().ref(), missing(decisions));
        }
        List<String> objections = decisions.objections();
        return objections.isEmpty()
                ? new Standing.Done(asked.record().ref(), version.id())
                : new Standing.Refused(objections);
    }

    /** Once all have answered and the case is open still, the creatives are to change something. */
    private static List<String> missing(Decisions decisions) {
        return decisions.missing().isEmpty() ? List.of("creative") : decisions.missing();
    }

    private Optional<Asset> read(SourceRef ref) {
        try {
            return Optional.of(reader.get(ref))
                    .filter(one -> !one.status().equals(AssetStatus.DELETED)
                            && !one.status().equals(AssetStatus.ARCHIVED));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void open(String key, Asset asset, AssetVersion version) {
        String title = asset.title() == null ? asset.ref().toString() : asset.title();
        String note = "Version " + (version.number() == null ? version.id() : version.number()) + " of " + title;
        approvals.request(new ApprovalRequest(
                key, title, asset.ref(), version.id(), STAKEHOLDERS, null, note, Map.of("authorGroup", "creative")));
    }

    /** All questions first: a version of which one answer is missing is not approved at any moment. */
    private void show(Asked asked) {
        Map<Approval, Approval> questions = new LinkedHashMap<>();
        asked.progress().approvals().stream()
                .filter(one -> STAKEHOLDERS.contains(String.valueOf(one.stakeholder())))
                .forEach(one -> questions.put(one, question(asked, one)));
        questions.forEach((one, there) -> {
            Decision decision = one.decision();
            if (there.status().isFinal()) {
                return;
            }
            if (decision != null) {
                shown.decide(there.ref(), decision);
            } else if (one.status().equals(ApprovalStatus.CANCELLED)) {
                shown.decide(there.ref(), Decision.of(TAKEN_BACK, "the case was cancelled"));
            }
        });
    }

    private Approval question(Asked asked, Approval one) {
        String stakeholder = String.valueOf(one.stakeholder());
        return shown.request(new ApprovalRequest(
                        asked.key() + ":" + one.ref().id(),
                        "Review by " + stakeholder,
                        asked.subject(),
                        asked.version(),
                        List.of(stakeholder),
                        one.dueAt(),
                        null,
                        Map.of()))
                .get(0);
    }
}
