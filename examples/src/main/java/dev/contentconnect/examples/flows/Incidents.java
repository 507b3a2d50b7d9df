package dev.contentconnect.examples.flows;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Exception cases: one for each failure of each thing that can fail. Failures of one thing are counted: the next one begins when
 * the one before is over. The case key is {@code {flow}:{thing}#{count}}. One worker at a time for each thing.
 */
public final class Incidents {
    private static final String MODEL = "contentconnect-exception";
    private static final String VERIFY = "verify";
    private static final String OVER = "over";
    private static final String OPENED = "case";

    private final String flow;
    private final CaseDesk cases;
    private final @Nullable CommentThread said;
    private final @Nullable CommentThread comments;
    private final FlowTrail trail;

    /**
     * Makes it. Nothing is asked yet.
     *
     * @param flow the name of the flow: the beginning of the keys
     * @param workflow where people correct things; offers {@code CaseDesk}, and {@code CommentThread} where what they say is
     *     wanted
     * @param library where the things are; offers {@code CommentThread} where an end is to be read there
     * @param trail remembers what was opened, and is told how people go on
     */
    public Incidents(String flow, Connector workflow, Connector library, FlowTrail trail) {
        this.flow = flow;
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
    public record Incident(
            SourceRef about, @Nullable SourceRef asset, String key, CaseRecord record, List<CaseTask> tasks) {

        /** Copies the list. */
        public Incident {
            tasks = List.copyOf(tasks);
        }

        /**
         * Whether people can still go on with it.
         *
         * @return false once the case has ended
         */
        public boolean isOpen() {
            return !record.status().isFinal();
        }

        /**
         * Whether people ended the case without having solved it.
         *
         * @return true when it was cancelled, or ended otherwise than resolved
         */
        public boolean isGivenUp() {
            return record.status().equals(CaseStatus.CANCELLED) || (!isOpen() && !"resolved".equals(record.outcome()));
        }

        /**
         * What failed.
         *
         * @return as it was when the case was opened
         */
        public String cause() {
            return Objects.requireNonNullElse(CaseFields.of(record).text("cause"), key);
        }

        /**
         * The key of the attempt that answers the last question, or follows its answer by people.
         *
         * @return the same for the same question
         */
        public String attempt() {
            return question()
                    .or(() -> tasks.stream()
                            .filter(task -> VERIFY.equals(task.step()))
                            .reduce((earlier, later) -> later))
                    .map(task -> key + "/" + task.ref().id())
                    .orElse(key);
        }

        /**
         * The question whether it works again, once people have corrected the cause.
         *
         * @return the task that asks, or nothing
         */
        public Optional<CaseTask> question() {
            return tasks.stream()
                    .filter(task -> VERIFY.equals(task.step()) && task.completedAt() == null)
                    .findFirst();
        }
    }

    private String key(SourceRef about) {
        return flow + ":" + about + "#" + (trail.notes(about, OVER).size() + 1);
    }

    /**
     * The failure of something that is not over.
     *
     * @param about what failed
     * @param asset the asset it is about, or one of them; null when there is none
     * @return the failure, or nothing
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails
     */
    public Optional<Incident> current(SourceRef about, @Nullable SourceRef asset) {
        String key = key(about);
        boolean opened = trail.notes(about, OPENED).stream()
                .anyMatch(note -> note.to().id().equals(key));
        return opened ? under(about, asset, key) : Optional.empty();
    }

    /**
     * A failure by its key, over or not.
     *
     * @param about what failed
     * @param asset the asset it is about, or one of them; null when there is none
     * @param key the key of its case
     * @return the failure, or nothing
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails
     */
    public Optional<Incident> under(SourceRef about, @Nullable SourceRef asset, String key) {
        return cases.findByKey(key).map(record -> read(about, asset, key, record));
    }

    /**
     * Opens the case of a failure, or finds it.
     *
     * @param about what failed
     * @param asset the asset it is about, or one of them; null when there is none
     * @param title what people call it
     * @param severity for example normal or high
     * @param causes why, in words for people
     * @return the failure
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails
     */
    public Incident open(
            SourceRef about, @Nullable SourceRef asset, String title, String severity, List<String> causes) {
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

    /**
     * Says whether it works again, if people ask. No sends the case back to those who correct it.
     *
     * @param incident the failure
     * @param works whether it works
     * @param note why, in words for people
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails
     */
    public void answer(Incident incident, boolean works, String note) {
        incident.question()
                .ifPresent(
                        task -> cases.complete(task.ref(), TaskResult.of(works ? "resolved" : "failing", note, null)));
    }

    /**
     * Ends a case that nobody needs any more.
     *
     * @param incident the failure
     * @param reason why, in words for people
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails
     */
    public void cancel(Incident incident, String reason) {
        cases.cancel(incident.record().ref(), reason);
    }

    /**
     * From now on a failure of the same thing is another one. Tells the end of the case, too.
     *
     * @param incident the failure
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails
     */
    public void over(Incident incident) {
        current(incident.about(), incident.asset());
        trail.note(incident.about(), OVER, SourceRef.of(OPENED, incident.key()), null);
    }

    /**
     * What people said when they corrected it the last time.
     *
     * @param incident the failure
     * @return the cause where they said nothing
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails
     */
    public String resolution(Incident incident) {
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

    /**
     * Whether anything ever failed about a thing.
     *
     * @param about the thing
     * @return true once a case was opened
     */
    public boolean knows(SourceRef about) {
        return !trail.notes(about, OPENED).isEmpty();
    }

    /**
     * Tells that people ended the case without having solved it.
     *
     * @param about the assets that are told so
     * @param incident the failure
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails
     */
    public void giveUp(List<SourceRef> about, Incident incident) {
        say(about, incident, "given up", incident.cause());
        trail.append(trail.event(incident.about(), null, CaseEventType.FLOW_FAILED, incident.key(), null)
                .caseRef(incident.record().ref())
                .caseKey(incident.key())
                .note(incident.cause())
                .build());
    }

    /**
     * Leaves the end with the assets.
     *
     * @param about the assets
     * @param incident the failure
     * @param end how it ended
     * @param why in words for people
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails
     */
    public void say(List<SourceRef> about, Incident incident, String end, String why) {
        CommentThread thread = comments;
        if (thread != null) {
            String text = incident.record().title() + ", " + end + ": " + why;
            String key = incident.key() + ":" + end;
            about.forEach(asset -> thread.add(asset, new CommentDraft(key, text, null, null)));
        }
    }
}
