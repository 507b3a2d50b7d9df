package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.CaseProgress;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The exception cases of {@link FailedDistribution}: one for each failure of each thing that can fail. Failures of one
 * thing are counted: the next one begins when the one before is over. The case key is {@code wv7:{thing}#{count}}.
 */
final class Incidents {
    private static final String MODEL = "contentconnect-exception";
    private static final String VERIFY = "verify";
    private static final String OVER = "over";
    private static final String OPENED = "case";

    private final CaseDesk cases;
    private final @Nullable CommentThread said;
    private final @Nullable CommentThread comments;
    private final FlowTrail trail;

    Incidents(Connector workflow, Connector library, FlowTrail trail) {
        this.cases = workflow.require(CaseDesk.class);
        this.comments = library.find(CommentThread.class).orElse(null);
        this.said = workflow.find(CommentThread.class).orElse(null);
        this.trail = trail;
    }

    /**
     * One failure.
     *
     * @param about what failed
     * @param asset the asset it is about, or one of them; null when there is none
     * @param key the key of its case
     * @param record the case
     * @param tasks its tasks, oldest first
     */
    record Incident(SourceRef about, @Nullable SourceRef asset, String key, CaseRecord record, List<CaseTask> tasks) {

        boolean isOpen() {
            return !record.status().isFinal();
        }

        /** Whether people ended the case without having solved it. */
        boolean isGivenUp() {
            return record.status().equals(CaseStatus.CANCELLED) || (!isOpen() && !"resolved".equals(record.outcome()));
        }

        String cause() {
            return Objects.requireNonNullElse(CaseFields.of(record).text("cause"), key);
        }

        /** The key of the attempt that answers the last question, or follows its answer by people. */
        String attempt() {
            return question()
                    .or(() -> tasks.stream()
                            .filter(task -> VERIFY.equals(task.step()))
                            .reduce((earlier, later) -> later))
                    .map(task -> key + "/" + task.ref().id())
                    .orElse(key);
        }

        /** The question whether it works again, once people have corrected the cause. */
        Optional<CaseTask> question() {
            return tasks.stream()
                    .filter(task -> VERIFY.equals(task.step()) && task.completedAt() == null)
                    .findFirst();
        }
    }

    private String key(SourceRef about) {
        return FailedDistribution.FLOW + ":" + about + "#"
                + (trail.notes(about, OVER).size() + 1);
    }

    /** The failure of something that is not over. */
    Optional<Incident> current(SourceRef about, @Nullable SourceRef asset) {
        String key = key(about);
        boolean opened = trail.notes(about, OPENED).stream()
                .anyMatch(note -> note.to().id().equals(key));
        return opened ? cases.findByKey(key).map(record -> read(about, asset, key, record)) : Optional.empty();
    }

    /** Opens the case of a failure, or finds it. */
    Incident open(SourceRef about, @Nullable SourceRef asset, String title, String severity, List<String> causes) {
        String key = key(about);
        trail.note(about, OPENED, SourceRef.of(OPENED, key), null);
        String cause = String.join("; ", causes);
        CaseRecord record = cases.open(new CaseRequest(
                key,
                MODEL,
                title,
                asset,
                null,
                null,
                cause,
                Map.of("cause", cause, "severity", severity, "about", about.toString())));
        return read(about, asset, key, record);
    }

    private Incident read(SourceRef about, @Nullable SourceRef asset, String key, CaseRecord record) {
        CaseProgress progress = CaseProgress.work(record, cases);
        progress.tell(trail, asset == null ? about : asset, null);
        return new Incident(about, asset, key, record, progress.tasks());
    }

    /** Says whether it works again, if people ask. No sends the case back to those who correct it. */
    void answer(Incident incident, boolean works, String note) {
        incident.question()
                .ifPresent(
                        task -> cases.complete(task.ref(), TaskResult.of(works ? "resolved" : "failing", note, null)));
    }

    /** Ends a case that nobody needs any more. */
    void cancel(Incident incident, String reason) {
        cases.cancel(incident.record().ref(), reason);
    }

    /** From now on a failure of the same thing is another one. Tells the end of the case, too. */
    void over(Incident incident) {
        current(incident.about(), incident.asset());
        trail.note(incident.about(), OVER, SourceRef.of(OPENED, incident.key()), null);
    }

    /** What people said when they corrected it the last time; the cause where they said nothing. */
    String resolution(Incident incident) {
        CommentThread thread = said;
        return incident.tasks().stream()
                .filter(task -> "corrective".equals(task.step()) && task.outcome() != null)
                .reduce((earlier, later) -> later)
                .filter(task -> thread != null)
                .map(task -> Objects.requireNonNull(thread).comments(task.ref()).stream()
                        .map(Comment::text)
                        .collect(Collectors.joining("; ")))
                .filter(text -> !text.isBlank())
                .orElseGet(incident::cause);
    }

    /** Notes that a delivery has to wait for the end of another thing's failure. */
    void block(SourceRef delivery, Incident by) {
        trail.note(delivery, "waits", SourceRef.of(OPENED, by.key()), by.about().toString());
    }

    /** What a delivery had to wait for and was not tried after; the text names the asset. */
    List<StateLink> blocked(SourceRef delivery) {
        List<SourceRef> tried =
                trail.notes(delivery, "tried").stream().map(StateLink::to).toList();
        return trail.notes(delivery, "waits").stream()
                .filter(link -> !tried.contains(link.to()))
                .toList();
    }

    /** Whether a delivery ever failed or had to wait. */
    boolean knows(SourceRef delivery) {
        return !trail.notes(delivery, OPENED).isEmpty()
                || !trail.notes(delivery, "waits").isEmpty();
    }

    /** Notes that a delivery was tried after what it waited for. */
    void tried(SourceRef delivery, List<StateLink> waits) {
        waits.forEach(link -> trail.note(delivery, "tried", link.to(), null));
    }

    /** Tells that people ended the case without having solved it. */
    void giveUp(List<SourceRef> about, Incident incident) {
        say(about, incident, "given up", incident.cause());
        trail.append(trail.event(incident.about(), null, CaseEventType.FLOW_FAILED, incident.key(), null)
                .caseRef(incident.record().ref())
                .caseKey(incident.key())
                .note(incident.cause())
                .build());
    }

    /** Leaves the end with the assets. */
    void say(List<SourceRef> about, Incident incident, String end, String why) {
        CommentThread thread = comments;
        if (thread != null) {
            String text = incident.record().title() + ", " + end + ": " + why;
            String key = incident.key() + ":" + end;
            about.forEach(asset -> thread.add(asset, new CommentDraft(key, text, null, null)));
        }
    }
}
