package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.CaseTalk;
import dev.contentconnect.examples.flows.Decisions;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.VersionCases;
import dev.contentconnect.examples.flows.VersionCases.Asked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reviews of one region: a case for each version, its talk and its decision on both sides. */
final class RegionalCycle {
    private static final String REGIONAL = "regional";
    private static final String VOTED = "voted";

    private final ReviewRegion region;
    private final CaseDesk desk;
    private final ApprovalDesk approvals;
    private final CommentThread thread;
    private final RightsReader rights;
    private final CaseTalk talk;
    private final FlowTrail trail;
    private final PortalShelf shelf;
    private final VersionCases cases;
    private final Endings endings;

    RegionalCycle(
            ReviewRegion region,
            Connector workflow,
            Connector portal,
            CaseTalk talk,
            StateStore state,
            TimeSource time) {
        String flow = GlobalReview.FLOW + "." + region.name();
        this.region = region;
        this.desk = workflow.require(CaseDesk.class);
        this.approvals = workflow.require(ApprovalDesk.class);
        this.thread = portal.require(CommentThread.class);
        this.rights = portal.require(RightsReader.class);
        this.talk = talk;
        this.trail = new FlowTrail(flow, state, time);
        this.shelf = new PortalShelf(flow, portal, trail);
        this.cases = new VersionCases(flow, workflow, trail);
        this.endings = new Endings(flow, trail);
    }

    String name() {
        return region.name();
    }

    VersionCases cases() {
        return cases;
    }

    Standing advance(Asset asset, String version) {
        // Before they are called off: the reason would come along as talk.
        cases.others(asset.ref(), version).forEach(old -> talk(asset.ref(), old));
        Asked asked = ask(asset, version);
        return endings.of(asked).orElseGet(() -> proceed(asset, asked));
    }

    private void talk(SourceRef asset, CaseRecord record) {
        if (record.status().isFinal()) {
            talk.bringBack(asset, record.ref());
        } else {
            talk.sync(asset, record.ref());
        }
    }

    private Standing proceed(Asset asset, Asked before) {
        Asked asked = before;
        if (asked.isOpen()) {
            talk.sync(asset.ref(), asked.record().ref());
            if (isVoted(asked)) {
                asked = ask(asset, before.version());
            }
        }
        if (!asked.isOpen()) {
            talk.bringBack(asset.ref(), asked.record().ref());
        }
        shelf.tellDecisions(asked, said -> region.name() + ": " + said);
        Decisions decisions = asked.decisions(List.of(REGIONAL));
        if (cases.isUndecided(asked, decisions)) {
            List<String> missing = decisions.missing().isEmpty() ? List.of("creative") : List.of(region.name());
            return new Standing.Waiting(asked.record().ref(), missing);
        }
        cases.decided(asked);
        List<String> objections = decisions.objections();
        return objections.isEmpty() ? offer(asset, asked) : refuse(asked, objections);
    }

    private Asked ask(Asset asset, String version) {
        return cases.ask(
                asset.ref(),
                version,
                key -> approvals.request(new ApprovalRequest(
                        key,
                        Offering.title(asset) + " for " + region.name(),
                        asset.ref(),
                        version,
                        List.of(REGIONAL),
                        null,
                        // A note would be the first comment of the case, and talk.
                        null,
                        Map.of("regionalGroup", region.group()))));
    }

    /** Whether a voter decided in the portal. The first word counts, and what the workflow service took before it. */
    private boolean isVoted(Asked asked) {
        List<Approval> open = asked.progress().approvals().stream()
                .filter(one -> !one.status().isFinal() && REGIONAL.equals(one.stakeholder()))
                .toList();
        for (Approval one : open) {
            for (Comment comment : thread.comments(asked.subject())) {
                Optional<TaskResult> vote = region.vote(comment).filter(word -> isAnswer(asked, comment, one));
                if (vote.isPresent()) {
                    complete(one, vote.get());
                    trail.note(asked.subject(), VOTED, comment.ref(), asked.key());
                    return true;
                }
            }
        }
        return false;
    }

    /** One that was counted is not counted again, and none that was there before the question. */
    private boolean isAnswer(Asked asked, Comment comment, Approval question) {
        Instant since = question.requestedAt();
        Instant said = comment.at();
        return (since == null || said == null || !said.isBefore(since))
                && trail.notes(asked.subject(), VOTED).stream()
                        .noneMatch(note -> note.to().equals(comment.ref()));
    }

    private void complete(Approval question, TaskResult vote) {
        try {
            desk.complete(question.ref(), vote);
        } catch (ConnectorException e) {
            // Somebody answered in the workflow service in the same moment: that counts, and is told to the portal.
            if (e.kind() != ErrorKind.CONFLICT && e.kind() != ErrorKind.NOT_FOUND) {
                throw e;
            }
        }
    }

    private Standing offer(Asset asset, Asked asked) {
        List<String> denied = region.uses().objections(rights.rights(asset.ref()), trail.now());
        if (!denied.isEmpty()) {
            // Not for ever: rights may be bought.
            shelf.refuse(asked, "denied " + Fingerprint.of(denied.toArray(String[]::new)), denied);
            return new Standing.Refused(denied);
        }
        shelf.offer(asset, asked, region.audience(), null);
        shelf.say(asked, "ended", region.name() + ": version " + asked.version() + " is offered");
        return endings.done(asked);
    }

    private Standing refuse(Asked asked, List<String> objections) {
        shelf.refuse(asked, "ended", objections);
        return endings.refused(asked, objections);
    }
}
