package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Progress;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.CaseProgress;
import dev.contentconnect.examples.flows.CaseTalk;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.VersionCases;
import dev.contentconnect.examples.flows.VersionCases.Asked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * AW7: an issue is raised in Aprimo and becomes a case; what is said stands on both sides, in order and once, and the status
 * of the issue follows the case.
 *
 * <p>Trigger: an event about the issue, pushed by Aprimo, or about its case: {@code item -> flow.handle(item.event())}.
 * {@link #advance} may be called any number of times, late and after a crash at any point. One worker at a time for each
 * issue.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>A case for the issue: {@code aw7:{issue}@raised}. One that is closed in Aprimo while people work is cancelled, after what
 *       was said in it was brought back, and one that is reopened there is another case.
 *   <li>Comments are mirrored in both directions by the mirror {@code aw7}, which knows its own copies. The reports of
 *       this flow on the issue are no comments of people: each has a line that names the case, and is left out.
 *   <li>The status moves to the word for work in progress once somebody has looked at it, {@code {case key}:working}, and at
 *       the end to the one for how it ended, {@code {case key}:ended}. Notes come before the end of the case does.
 * </ol>
 *
 * <p>An ended case takes no more comments: what is said about a closed issue stands in Aprimo, and goes to the next case if
 * the issue is opened again. Aprimo has no object for issues: a tenant takes one of its own kinds, see {@link Issues}.
 */
public final class IssueCases {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "aw7";

    private static final String MODEL = "contentconnect-exception";
    private static final String RAISED = "raised";
    private static final String TOLD = "told";

    private final String system;
    private final Issues issues;
    private final Statuses statuses;
    private final CaseDesk cases;
    private final ProgressDesk progress;
    private final CaseTalk talk;
    private final FlowTrail trail;
    private final VersionCases asking;

    /**
     * The words for the statuses an issue moves to, as the connector is configured.
     *
     * @param working somebody works on it
     * @param resolved it is solved
     * @param unsolved people ended the case without having solved it
     */
    public record Statuses(String working, String resolved, String unsolved) {}

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people solve things; offers {@code CaseDesk}, {@code ApprovalDesk} and {@code CommentThread}
     * @param planning where issues are raised; offers {@code CommentThread} and {@code ProgressDesk}
     * @param issues reads issues there
     * @param statuses where issues move to
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public IssueCases(
            Connector workflow,
            Connector planning,
            Issues issues,
            Statuses statuses,
            StateStore state,
            TimeSource time) {
        this.system = planning.system();
        this.issues = issues;
        this.statuses = statuses;
        this.cases = workflow.require(CaseDesk.class);
        this.progress = planning.require(ProgressDesk.class);
        this.trail = new FlowTrail(FLOW, state, time);
        this.asking = new VersionCases(FLOW, workflow, trail);
        this.talk = new CaseTalk(FLOW, planning, workflow, state, time);
    }

    /**
     * Goes on with the issue that an event is about, if it is one.
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
     * Takes an issue one step on, as far as it goes without waiting.
     *
     * @param ref its identity
     * @return where it stands now
     * @throws ConnectorException when a system fails; call again later
     * @throws IllegalStateException when the system does not find the case yet that it opened; call again later
     */
    public Standing advance(SourceRef ref) {
        Optional<Issue> found = issues.read(ref);
        Optional<Asked> known = asking.current(ref);
        if (found.isEmpty() || !found.get().isOpen()) {
            if (found.isPresent() && known.isPresent() && asking.isDecided(known.get())) {
                return end(known.get());
            }
            if (found.isPresent()) {
                // What the flow itself says in a case that it calls off is no talk of people.
                known.filter(one -> !asking.isCalledOff(one))
                        .ifPresent(one -> talk.bringBack(ref, one.record().ref()));
            }
            asking.callOff(ref, found.isPresent() ? "closed where it was raised" : "the issue is gone");
            return new Standing.Idle("no open issue");
        }
        Standing standing = work(found.get(), known);
        if (standing instanceof Standing.Waiting
                || issues.read(ref).filter(Issue::isOpen).isEmpty()) {
            return standing;
        }
        // Told just before a crash and opened again since: the same report changes nothing, so this is another case.
        return work(found.get(), asking.current(ref));
    }

    private Standing work(Issue issue, Optional<Asked> known) {
        known.filter(this::isTold).ifPresent(asking::again);
        Asked asked = asking.ask(issue.ref(), RAISED, key -> open(key, issue));
        SourceRef caseRef = asked.record().ref();
        if (!asked.isOpen()) {
            talk.bringBack(issue.ref(), caseRef);
            asking.decided(asked);
            return end(asked);
        }
        talk.sync(issue.ref(), caseRef);
        boolean isTaken = asked.progress().tasks().stream()
                        .anyMatch(task -> task.completedAt() != null || task.claimedAt() != null)
                || asked.progress().lastDecision().isPresent();
        if (isTaken) {
            report(asked, "working", statuses.working(), "somebody works on it");
        }
        return new Standing.Waiting(caseRef, awaited(asked.progress()));
    }

    /** Whose turn it is. */
    private static List<String> awaited(CaseProgress progress) {
        Stream<String> tasks = progress.tasks().stream()
                .filter(task -> task.completedAt() == null)
                .map(task -> String.valueOf(task.step()));
        Stream<String> answers = progress.approvals().stream()
                .filter(one -> !one.status().isFinal())
                .map(one -> String.valueOf(one.stakeholder()));
        return Stream.concat(tasks, answers).distinct().toList();
    }

    private void open(String key, Issue issue) {
        String cause = issue.text().isBlank() ? issue.title() : issue.text();
        cases.open(new CaseRequest(
                key,
                MODEL,
                issue.title(),
                issue.ref(),
                RAISED,
                null,
                null,
                Map.of("cause", cause, "severity", issue.severity())));
    }

    private boolean isTold(Asked asked) {
        return trail.notes(asked.subject(), TOLD).stream()
                .anyMatch(note -> note.to().id().equals(asked.key()));
    }

    private Standing end(Asked asked) {
        String outcome = asked.record().outcome();
        boolean solved = !asked.isVoid() && "resolved".equals(outcome);
        String why = solved ? "resolved" : outcome == null || asked.isVoid() ? "the case was cancelled" : outcome;
        report(asked, "ended", solved ? statuses.resolved() : statuses.unsolved(), why);
        trail.note(asked.subject(), TOLD, SourceRef.of(FLOW, asked.key()), why);
        return solved ? new Standing.Done(asked.record().ref(), why) : new Standing.Refused(List.of(why));
    }

    private void report(Asked asked, String what, String status, String why) {
        String note = CaseTalk.signed(why, asked.key());
        progress.report(asked.subject(), Progress.status(asked.key() + ":" + what, status, note));
        trail.append(trail.event(asked.subject(), null, CaseEventType.STATUS_CHANGED, asked.key() + ":" + what, null)
                .caseRef(asked.record().ref())
                .caseKey(asked.key())
                .outcome(status)
                .note(why)
                .build());
    }
}
