package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.ChangeFeed;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.Decisions;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.VersionCases;
import dev.contentconnect.examples.flows.VersionCases.Asked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The approvals of one client of an agency; everything in here is of this client. See {@link AgencyLibraries}. */
final class ClientReview {
    private static final String ESCALATION = "escalation";

    private final String flow;
    private final ClientPolicy policy;
    private final ShownAssets shown;
    private final ApprovalDesk approvals;
    private final RightsReader rights;
    private final FlowTrail trail;
    private final PortalShelf shelf;
    private final VersionCases cases;
    private final Endings endings;

    ClientReview(AgencyLibraries.Client client, Connector workflow, TimeSource time) {
        this.policy = client.policy();
        this.flow = AgencyLibraries.FLOW + "." + policy.client();
        this.shown = client.shown();
        this.approvals = workflow.require(ApprovalDesk.class);
        this.rights = client.library().require(RightsReader.class);
        this.trail = new FlowTrail(flow, client.state(), time);
        this.shelf = new PortalShelf(flow, client.library(), trail);
        this.cases = new VersionCases(flow, workflow, trail);
        this.endings = new Endings(flow, trail);
    }

    /** Of the cases that all clients share only those of this one, before anything of the others is taken in. */
    ChangeFeed narrowed(ChangeFeed all) {
        return (since, limit) -> {
            ChangeBatch batch = all.changes(since, limit);
            List<CaseEvent> own =
                    batch.events().stream().filter(this::isOwnCase).toList();
            return new ChangeBatch(own, batch.next(), batch.more(), List.of());
        };
    }

    private boolean isOwnCase(CaseEvent event) {
        return String.valueOf(event.caseKey()).startsWith(flow + ":");
    }

    void handle(CaseEvent event) {
        SourceRef subject = event.subject();
        boolean foreign = event.caseKey() != null && !isOwnCase(event);
        if (subject != null && !foreign && shelf.owns(subject)) {
            EachInTurn.of(shown.of(subject), this::advance);
        }
    }

    Standing advance(SourceRef ref) {
        Optional<Asset> found = shelf.read(ref);
        if (found.isEmpty()) {
            shelf.letGo(ref, List.of(cases));
            return new Standing.Idle("there is nothing to approve");
        }
        Asset asset = found.get();
        String version = Offering.version(asset);
        shelf.keepBack(ref, version, "version " + version + " is not approved yet", List.of(cases));
        Asked asked = cases.ask(ref, version, key -> open(key, asset, version));
        return endings.of(asked).orElseGet(() -> proceed(asset, asked));
    }

    private void open(String key, Asset asset, String version) {
        Map<String, Object> attributes = new LinkedHashMap<>(policy.groups());
        attributes.put("client", policy.client());
        attributes.put("escalateAfter", policy.escalateAfter().toString());
        approvals.request(new ApprovalRequest(
                key,
                Offering.title(asset) + " for " + policy.client(),
                asset.ref(),
                version,
                policy.stakeholders(),
                trail.now().plus(policy.dueWithin()),
                null,
                attributes));
    }

    private Standing proceed(Asset asset, Asked asked) {
        asked.progress().tasks().stream()
                .filter(task -> ESCALATION.equals(task.step()))
                .forEach(task -> late(asked, task));
        shelf.tellDecisions(asked, said -> said);
        Decisions decisions = asked.decisions(policy.stakeholders());
        if (cases.isUndecided(asked, decisions)) {
            List<String> missing = decisions.missing().isEmpty() ? List.of("creative") : decisions.missing();
            return new Standing.Waiting(asked.record().ref(), missing);
        }
        cases.decided(asked);
        List<String> objections = decisions.objections();
        if (!objections.isEmpty()) {
            shelf.refuse(asked, "ended", objections);
            return endings.refused(asked, objections);
        }
        return offer(asset, asked);
    }

    private void late(Asked asked, CaseTask task) {
        shelf.say(asked, task.ref().id(), "an approval is late: " + policy.client() + " was told");
        trail.append(trail.event(
                        asked.subject(),
                        asked.version(),
                        CaseEventType.ESCALATED,
                        task.ref().id(),
                        task.createdAt())
                .caseRef(asked.record().ref())
                .caseKey(asked.key())
                .related(task.ref())
                .build());
    }

    private Standing offer(Asset asset, Asked asked) {
        List<String> denied = policy.uses().objections(rights.rights(asset.ref()), trail.now());
        if (!denied.isEmpty()) {
            // Not for ever: rights may be bought.
            shelf.refuse(asked, "denied " + Fingerprint.of(denied.toArray(String[]::new)), denied);
            return new Standing.Refused(denied);
        }
        shelf.offer(asset, asked, policy.audience(), null);
        return endings.done(asked);
    }
}
