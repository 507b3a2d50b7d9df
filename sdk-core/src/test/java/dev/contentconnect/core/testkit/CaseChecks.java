package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.fp.Attempt;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskOutcome;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Escalation;
import dev.contentconnect.core.spi.Progress;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CaseDesk, CommentThread and ProgressDesk. */
abstract class CaseChecks extends Checks {
    private static final Actor ANN = Actor.of("ann");
    private static final Actor BOB = Actor.of("bob");

    CaseChecks(ConnectorContract contract) {
        super(contract);
    }

    private CaseRecord open(String key) {
        return capability(CaseDesk.class).open(subject().caseRequest(key));
    }

    private SourceRef task() {
        SourceRef opened = open("k-1").ref();
        List<CaseTask> tasks = capability(CaseDesk.class).tasks(TaskQuery.ALL.ofCase(opened)).stream()
                .toList();
        assertThat(tasks).isNotEmpty().allMatch(task -> task.caseRef().equals(opened));
        return tasks.get(0).ref();
    }

    @Test
    void opensOneCaseForOneKey() {
        CaseRecord first = open("k-1");
        assertThat(open("k-1").ref()).as(SAME_KEY).isEqualTo(first.ref());
        assertThat(open("k-2").ref()).isNotEqualTo(first.ref());
    }

    @Test
    void findsACaseByIdentityAndKey() {
        CaseRecord opened = open("k-1");
        CaseDesk desk = capability(CaseDesk.class);
        assertThat(desk.get(opened.ref()).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(desk.findByKey("k-1").map(CaseRecord::ref)).contains(opened.ref());
        assertThat(desk.findByKey("another")).isEmpty();
        assertFails(ErrorKind.NOT_FOUND, () -> desk.get(subject().missing(connector())));
    }

    @Test
    void takesKeysThatDifferInLetterCaseForDifferentOnes() {
        SourceRef small = open("poster-a").ref();
        SourceRef large = open("Poster-A").ref();
        CaseDesk desk = capability(CaseDesk.class);
        assertThat(large).isNotEqualTo(small);
        assertThat(desk.findByKey("poster-a").map(CaseRecord::ref)).contains(small);
        assertThat(desk.findByKey("Poster-A").map(CaseRecord::ref)).contains(large);
        assertThat(desk.findByKey("POSTER-A")).isEmpty();
    }

    @Test
    void findsTheCaseWhenTheAnswerToItsOpeningWasLost() {
        CaseDesk desk = capability(CaseDesk.class);
        connector().check();
        sandbox().failNext(1, "POST", "/", Fault.connectionReset().afterHandling());
        // A connector may look for itself whether the case was opened, or leave that to the next call.
        Attempt.of(() -> open("lost"))
                .peekLeft(error -> assertThat(error.kind()).isEqualTo(ErrorKind.UNAVAILABLE));

        SourceRef made = desk.findByKey("lost").orElseThrow().ref();
        assertThat(open("lost").ref()).as("a second opening finds the first").isEqualTo(made);
    }

    @Test
    void givesATaskToOneAtATime() {
        SourceRef task = task();
        CaseDesk desk = capability(CaseDesk.class);
        assumeOffered(CaseDesk.class, "claim");
        assertThat(desk.claim(task, ANN).assignee()).isEqualTo(ANN);
        assertThat(desk.claim(task, ANN).assignee()).isEqualTo(ANN);
        assertFails(ErrorKind.CONFLICT, () -> desk.claim(task, BOB));
        assumeOffered(CaseDesk.class, "release");
        desk.release(task);
        assertThat(desk.claim(task, BOB).assignee()).isEqualTo(BOB);
    }

    @Test
    void refusesAnOutcomeThatIsNotPossibleAndLeavesTheTaskOpen() {
        SourceRef task = task();
        CaseDesk desk = capability(CaseDesk.class);

        assertFails(ErrorKind.REJECTED, () -> desk.complete(task, TaskResult.of("no-such-outcome", null, ANN)));
        assertThat(desk.task(task).status()).isNotEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void completesATaskWithAnOutcomeItNamed() {
        SourceRef task = task();
        CaseDesk desk = capability(CaseDesk.class);
        List<TaskOutcome> outcomes = desk.outcomes(task);
        assertThat(outcomes).isNotEmpty();

        CaseTask done = desk.complete(task, TaskResult.of(outcomes.get(0).value(), "erledigt – 済み", ANN));
        assertThat(done.status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(desk.tasks(TaskQuery.ALL).stream().map(CaseTask::ref)).doesNotContain(task);
    }

    @Test
    void completesATaskOnceAndDoesNotTurnItRound() {
        SourceRef task = task();
        CaseDesk desk = capability(CaseDesk.class);
        List<TaskOutcome> outcomes = desk.outcomes(task);
        TaskResult result = TaskResult.of(outcomes.get(0).value(), null, ANN);
        desk.complete(task, result);

        assertThat(desk.complete(task, result).status()).isEqualTo(TaskStatus.COMPLETED);
        assumeTrue(outcomes.size() > 1, "there is only one outcome");
        String other = outcomes.get(1).value();
        assertFails(ErrorKind.CONFLICT, () -> desk.complete(task, TaskResult.of(other, null, ANN)));
    }

    @Test
    void saysThatATaskIsMissing() {
        CaseDesk desk = capability(CaseDesk.class);
        SourceRef missing = subject().missing(connector());
        assertFails(ErrorKind.NOT_FOUND, () -> desk.task(missing));
        assertFails(ErrorKind.NOT_FOUND, () -> desk.outcomes(missing));
    }

    @Test
    void cancelsACaseOnce() {
        CaseRecord opened = open("k-1");
        CaseDesk desk = capability(CaseDesk.class);
        assumeOffered(CaseDesk.class, "cancel");
        assertThat(desk.cancel(opened.ref(), "not needed").status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(desk.cancel(opened.ref(), "not needed").status()).isEqualTo(CaseStatus.CANCELLED);
        assertFails(ErrorKind.NOT_FOUND, () -> desk.cancel(subject().missing(connector()), "not needed"));
    }

    @Test
    void resolvesACase() {
        CaseRecord opened = open("k-1");
        CaseDesk desk = capability(CaseDesk.class);
        assumeOffered(CaseDesk.class, "resolve");
        assertThat(desk.resolve(opened.ref(), "done", "erledigt – 済み").status()).isEqualTo(CaseStatus.RESOLVED);
    }

    @Test
    void holdsAndResumesACase() {
        CaseRecord opened = open("k-1");
        CaseDesk desk = capability(CaseDesk.class);
        assumeOffered(CaseDesk.class, "hold");
        assertThat(desk.hold(opened.ref(), "waiting").status()).isEqualTo(CaseStatus.ON_HOLD);
        assertThat(desk.hold(opened.ref(), "waiting").status()).isEqualTo(CaseStatus.ON_HOLD);
        assumeOffered(CaseDesk.class, "resume");
        assertThat(desk.resume(opened.ref(), "go on").status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void attachesAndEscalates() {
        CaseRecord opened = open("k-1");
        CaseDesk desk = capability(CaseDesk.class);
        assumeOffered(CaseDesk.class, "attach");
        Link link = new Link("Poster", URI.create("https://host.example/p?a=b%20c"), null);
        assertThat(desk.attach(opened.ref(), link).ref()).isEqualTo(opened.ref());
        assumeOffered(CaseDesk.class, "escalate");
        assertThat(desk.escalate(opened.ref(), new Escalation("late", 1, BOB, null))
                        .ref())
                .isEqualTo(opened.ref());
    }

    @Test
    void addsOneCommentForOneKeyWordForWord() {
        CommentThread thread = capability(CommentThread.class);
        SourceRef subject = subject().commentable(connector());
        String text = "Bitte „größer“ – もう少し大きく 🙂 <b>&amp;</b>";
        Comment added = thread.add(subject, new CommentDraft("c-1", text, ANN, null));
        Comment again = thread.add(subject, new CommentDraft("c-1", text, ANN, null));

        assertThat(again.ref()).as(SAME_KEY).isEqualTo(added.ref());
        assertThat(thread.comments(subject).stream().map(Comment::text)).containsExactly(text);
    }

    @Test
    void tellsWhoSaidWhatOldestFirst() {
        CommentThread thread = capability(CommentThread.class);
        SourceRef subject = subject().commentable(connector());
        Comment first = thread.add(subject, new CommentDraft("c-1", "first", ANN, null));
        clock().advance(Duration.ofMinutes(1));
        thread.add(subject, new CommentDraft("c-2", "second", BOB, null));
        clock().advance(Duration.ofMinutes(1));

        assertThat(first.author()).as("on whose behalf it was said").isEqualTo(ANN);
        List<Comment> said = thread.comments(subject).stream().toList();
        assertThat(said).extracting(Comment::text).as("oldest first").containsExactly("first", "second");
        assertThat(said).extracting(Comment::author).as("who said it").containsExactly(ANN, BOB);
    }

    @Test
    void keepsWhatNobodyDocumentedOfAComment() {
        CommentThread thread = capability(CommentThread.class);
        SourceRef subject = subject().commentable(connector());
        thread.add(subject, new CommentDraft("c-1", "Hm.", ANN, null));
        clock().advance(Duration.ofMinutes(1));
        sandbox().failNext(1_000, "*", "/", Fault.unknownMembers());
        assertKept(thread.comments(subject).iterator().next().extensions());
    }

    @Test
    void takesKeysOfCommentsThatDifferInLetterCaseForDifferentOnes() {
        CommentThread thread = capability(CommentThread.class);
        SourceRef subject = subject().commentable(connector());
        thread.add(subject, new CommentDraft("note-a", "small", ANN, null));
        thread.add(subject, new CommentDraft("Note-A", "large", ANN, null));
        thread.add(subject, new CommentDraft("note-a", "small", ANN, null));
        assertThat(thread.comments(subject).stream().map(Comment::text)).containsExactlyInAnyOrder("small", "large");
    }

    @Test
    void leavesACommentAsItWasSaidFirst() {
        CommentThread thread = capability(CommentThread.class);
        SourceRef subject = subject().commentable(connector());
        Comment first = thread.add(subject, new CommentDraft("c-1", "first", ANN, null));
        Comment again = thread.add(subject, new CommentDraft("c-1", "second", ANN, null));
        assertThat(again.ref()).as(SAME_KEY).isEqualTo(first.ref());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(thread.comments(subject).stream().map(Comment::text)).containsExactly(first.text());
    }

    @Test
    void findsACommentUnderItsKeyBehindTheFirstPage() {
        CommentThread thread = capability(CommentThread.class);
        SourceRef subject = subject().commentable(connector());
        Comment oldest = thread.add(subject, new CommentDraft("oldest", "The first word", ANN, null));
        subject().fillComments(connector(), subject);
        Comment newest = thread.add(subject, new CommentDraft("newest", "The last word", ANN, null));
        assertThat(thread.add(subject, new CommentDraft("oldest", "The first word", ANN, null))
                        .ref())
                .as(SAME_KEY)
                .isEqualTo(oldest.ref());
        assertThat(thread.add(subject, new CommentDraft("newest", "The last word", ANN, null))
                        .ref())
                .as(SAME_KEY)
                .isEqualTo(newest.ref());
        assertThat(thread.comments(subject).stream().map(Comment::text))
                .containsOnlyOnce("The first word", "The last word");
    }

    @Test
    void notesProgressOnceForOneKey() {
        ProgressDesk desk = capability(ProgressDesk.class);
        SourceRef work = subject().work(connector());
        Progress progress = Progress.status("p-1", subject().workStatus(), "läuft – 進行中");
        CaseRecord noted = desk.report(work, progress);

        assertThat(noted.ref()).isEqualTo(work);
        assertThat(desk.report(work, progress))
                .as("the same key again changes nothing")
                .isEqualTo(noted);
        SourceRef missing = subject().missing(connector());
        assertFails(ErrorKind.NOT_FOUND, () -> desk.report(missing, progress));
        assertFails(ErrorKind.REJECTED, () -> desk.report(work, Progress.status("p-2", "no-such-status", null)));
    }
}
