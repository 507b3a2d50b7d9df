package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Progress;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.DecisionNotes;
import dev.contentconnect.examples.flows.Decisions;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.VersionCases;
import dev.contentconnect.examples.flows.VersionCases.Asked;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * AW1: the brief of a campaign is submitted, brand, legal, finance and the regions decide on it, what they say stands with the
 * campaign, and the campaign moves to production or goes back to its author.
 *
 * <p>Trigger: an event about the campaign, pushed by Aprimo (it tells which object changed and no more), or about its case.
 * {@link #advance} looks at how things stand and takes one step, so it may be called any number of times, late, out of order
 * and after a crash at any point: {@code item -> flow.handle(item.event())}. One worker at a time for each campaign.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>A brief with gaps goes back at once, each time it is submitted, {@code {case key}:incomplete}.
 *   <li>A case for the brief as it was submitted: {@code aw1:{campaign}@{print}}. When its author changes it, an open case is
 *       cancelled and another one opened; when the author takes it back, it is cancelled.
 *   <li>Each decision is a comment on the campaign, {@code {case key}:{approval}}, and the end a report of progress with the
 *       new status, {@code {case key}:decided}. A brief that was returned and is submitted again is asked about anew.
 * </ol>
 *
 * <p>Aprimo publishes no call that approves or rejects a brief: the status of the campaign moves, and the decisions are notes
 * in a field of the campaign.
 */
public final class BriefApproval {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "aw1";

    /** Whose approval is needed. */
    public static final List<String> STAKEHOLDERS = List.of("brand", "legal", "finance", "regional");

    private static final String TOLD = "told";
    private static final String GAPS = "gaps";

    private final String system;
    private final Briefs briefs;
    private final Statuses statuses;
    private final ApprovalDesk approvals;
    private final DecisionNotes notes;
    private final ProgressDesk progress;
    private final FlowTrail trail;
    private final VersionCases cases;

    /**
     * The words for the statuses a campaign moves to, as the connector is configured.
     *
     * @param approved for example {@code production}
     * @param returned for example {@code draft}
     */
    public record Statuses(String approved, String returned) {}

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people decide; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param planning where campaigns are; offers {@code CommentThread} and {@code ProgressDesk}
     * @param briefs reads briefs there
     * @param statuses where campaigns move to
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public BriefApproval(
            Connector workflow,
            Connector planning,
            Briefs briefs,
            Statuses statuses,
            StateStore state,
            TimeSource time) {
        this.system = planning.system();
        this.briefs = briefs;
        this.statuses = statuses;
        this.approvals = workflow.require(ApprovalDesk.class);
        this.notes = new DecisionNotes(planning.require(CommentThread.class));
        this.progress = planning.require(ProgressDesk.class);
        this.trail = new FlowTrail(FLOW, state, time);
        this.cases = new VersionCases(FLOW, workflow, trail);
    }

    /**
     * Goes on with the campaign that an event is about, if it is one.
     *
     * @param event from either system
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance}
     */
    public void handle(CaseEvent event) {
        SourceRef subject = event.subject();
        if (subject != null && subject.system().equals(system)) {
            advance(subject);
        }
    }

    /**
     * Takes a campaign one step on, as far as it goes without waiting.
     *
     * @param campaign its identity
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     * @throws IllegalStateException when the system does not find the case yet that it opened; call again later
     */
    public Standing advance(SourceRef campaign) {
        Optional<CampaignBrief> found = briefs.read(campaign);
        if (found.isPresent() && found.get().isSubmitted()) {
            return review(found.get());
        }
        Optional<Asked> asked = cases.current(campaign).filter(any -> found.isPresent());
        if (asked.isPresent() && cases.isDecided(asked.get())) {
            return write(asked.get());
        }
        asked.ifPresent(last -> notes.tell(campaign, last));
        found.ifPresent(brief -> trail.notes(campaign, GAPS).forEach(gaps -> tellGaps(brief.ref(), gaps)));
        cases.callOff(campaign, found.isPresent() ? "taken back by its author" : "the campaign is gone");
        return new Standing.Idle("no brief is submitted");
    }

    private Standing review(CampaignBrief brief) {
        Standing end = step(brief);
        if (end instanceof Standing.Waiting) {
            return end;
        }
        // Told just before a crash and submitted again since: the same report changes nothing, so this is another
        // question.
        return briefs.read(brief.ref())
                .filter(CampaignBrief::isSubmitted)
                .map(this::step)
                .orElse(end);
    }

    private Standing step(CampaignBrief brief) {
        List<String> gaps = brief.gaps();
        String version = brief.version();
        Optional<Asked> last = cases.current(brief.ref());
        // What was said about the brief as it was before is read there, too, though it counts no longer.
        last.filter(one -> !gaps.isEmpty() || !one.version().equals(version))
                .ifPresent(one -> notes.tell(brief.ref(), one));
        if (!gaps.isEmpty()) {
            return giveBack(brief, gaps);
        }
        trail.notes(brief.ref(), GAPS).forEach(one -> trail.forget(brief.ref(), GAPS, one.to()));
        last.filter(one -> one.version().equals(version) && isReturned(one)).ifPresent(cases::again);
        Asked asked = cases.ask(brief.ref(), version, key -> open(key, brief));
        notes.tell(brief.ref(), asked);
        Decisions decisions = asked.decisions(STAKEHOLDERS);
        if (cases.isUndecided(asked, decisions)) {
            return new Standing.Waiting(asked.record().ref(), decisions.missing());
        }
        cases.decided(asked);
        return write(asked);
    }

    private void open(String key, CampaignBrief brief) {
        approvals.request(new ApprovalRequest(
                key, brief.title(), brief.ref(), brief.version(), STAKEHOLDERS, null, brief.question(), Map.of()));
    }

    /** The author has seen the end of it, and asks once more. */
    private boolean isReturned(Asked asked) {
        return cases.isDecided(asked) && isTold(asked.subject(), asked.key());
    }

    private boolean isTold(SourceRef campaign, String key) {
        return trail.notes(campaign, TOLD).stream()
                .anyMatch(note -> note.to().id().equals(key));
    }

    private Standing write(Asked asked) {
        List<String> objections = asked.decisions(STAKEHOLDERS).objections();
        boolean approved = objections.isEmpty();
        String status = approved ? statuses.approved() : statuses.returned();
        String why = approved ? "approved by " + String.join(", ", STAKEHOLDERS) : String.join("; ", objections);
        progress.report(asked.subject(), Progress.status(asked.key() + ":decided", status, why));
        trail.append(trail.event(asked.subject(), asked.version(), CaseEventType.STATUS_CHANGED, asked.key(), null)
                .caseRef(asked.record().ref())
                .caseKey(asked.key())
                .outcome(status)
                .note(why)
                .build());
        trail.note(asked.subject(), TOLD, SourceRef.of(FLOW, asked.key()), status);
        return approved ? new Standing.Done(asked.record().ref(), status) : new Standing.Refused(objections);
    }

    private Standing giveBack(CampaignBrief brief, List<String> gaps) {
        cases.callOff(brief.ref(), "incomplete");
        String first = FLOW + ":" + brief.ref() + "@" + brief.version() + ":incomplete";
        String key = first;
        for (int round = 2; isTold(brief.ref(), key); round++) {
            key = first + "#" + round;
        }
        // First, so that the reasons reach the campaign also when only its status does before a crash.
        trail.note(brief.ref(), GAPS, SourceRef.of(FLOW, key), String.join("; ", gaps));
        trail.notes(brief.ref(), GAPS).forEach(one -> tellGaps(brief.ref(), one));
        return new Standing.Refused(gaps);
    }

    private void tellGaps(SourceRef campaign, StateLink gaps) {
        String key = gaps.to().id();
        String why = Objects.requireNonNull(gaps.fingerprint());
        progress.report(campaign, Progress.status(key, statuses.returned(), why));
        trail.append(trail.event(campaign, null, CaseEventType.FLOW_REFUSED, key, null)
                .note(why)
                .build());
        trail.note(campaign, TOLD, gaps.to(), statuses.returned());
        trail.forget(campaign, GAPS, gaps.to());
    }
}
