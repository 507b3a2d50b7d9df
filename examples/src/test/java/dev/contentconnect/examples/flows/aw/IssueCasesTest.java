package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.host.AprimoIssues;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared was read from the issue in Aprimo and from the workflow service. */
class IssueCasesTest {
    private static final String ALPHA = "generic-object-alpha";
    private static final Actor KIM = Actor.of("kim@example.com");

    private final AwStage stage = new AwStage();
    private final StateStore state = StateStore.inMemory(stage.clock, TrailChain.plain());
    private final IssueCases flow = flow(PowerCut.never(), state);
    private final CommentThread inAprimo = stage.planning.require(CommentThread.class);
    private final CommentThread inDesk = stage.desk.people().require(CommentThread.class);

    @AfterEach
    void close() {
        stage.close();
    }

    private IssueCases flow(PowerCut cut, StateStore memory) {
        var planning = stage.aprimo(cut);
        return new IssueCases(
                stage.desk.workflow(cut),
                planning,
                new AprimoIssues(planning, "alpha", Set.of("1", "2")),
                new IssueCases.Statuses("in_progress", "resolved", "unsolved"),
                memory,
                stage.clock);
    }

    private SourceRef raised(String title) {
        return AwStage.ref(ALPHA, stage.pm.personRaises("alpha", title));
    }

    private SourceRef worked(SourceRef issue) {
        return ((Standing.Waiting) flow.advance(issue)).caseRef();
    }

    private String status(SourceRef issue) {
        return String.valueOf(stage.pm.stored(ALPHA, AwStage.number(issue), "status"));
    }

    private void status(SourceRef issue, String wanted) {
        stage.pm.personSets(ALPHA, AwStage.number(issue), "status", wanted);
    }

    private void does(SourceRef caseRef, String step, String word, String note) {
        stage.desk.complete(caseRef, step, TaskResult.of(word, note, KIM));
        later();
    }

    private void later() {
        stage.clock.advance(Duration.ofMinutes(5));
    }

    private void says(CommentThread thread, SourceRef where, String text) {
        thread.add(where, new CommentDraft(text, text, KIM, null));
        later();
    }

    /** The last lines of all comments: copies have a line of their own before what was said. */
    private static List<String> said(CommentThread thread, SourceRef where) {
        return thread.comments(where).stream()
                .map(Comment::text)
                .map(text -> text.lines().reduce("", (before, line) -> line))
                .toList();
    }

    private void solve(SourceRef caseRef) {
        does(caseRef, "triage", "correct", "it is the old logo");
        does(caseRef, "corrective", "corrected", "new logo uploaded");
        does(caseRef, "verify", "resolved", null);
    }

    @Test
    void opensACaseAndFollowsItToTheEnd() {
        SourceRef issue = raised("Logo is missing");
        SourceRef caseRef = worked(issue);
        assertThat(status(issue)).isEqualTo("1");
        assertThat(CaseFields.of(stage.read(caseRef)).text("cause")).isEqualTo("Logo is missing");
        does(caseRef, "triage", "correct", "it is the old logo");
        assertThat(flow.advance(issue)).isInstanceOf(Standing.Waiting.class);
        assertThat(status(issue)).isEqualTo("2");
        does(caseRef, "corrective", "corrected", "new logo uploaded");
        does(caseRef, "verify", "resolved", "looks good");

        assertThat(flow.advance(issue)).isEqualTo(new Standing.Done(caseRef, "resolved"));
        assertThat(status(issue)).isEqualTo("5");
        assertThat(said(inAprimo, issue))
                .containsExactly(
                        "it is the old logo",
                        "case aw7:" + issue + "@raised",
                        "new logo uploaded",
                        "looks good",
                        "case aw7:" + issue + "@raised");
        assertThat(stage.report(state).cases().resolved()).isOne();
    }

    @Test
    void bringsWhatIsSaidToTheOtherSideInOrderAndNothingBack() {
        SourceRef issue = raised("Logo is missing");
        SourceRef caseRef = worked(issue);
        says(inAprimo, issue, "which one?");
        worked(issue);
        later();
        says(inAprimo, issue, "the round one?");
        worked(issue);
        later();
        says(inDesk, caseRef, "the square one");
        says(inDesk, caseRef, "or both");
        worked(issue);
        later();
        says(inAprimo, issue, "thanks");
        for (int i = 0; i < 3; i++) {
            worked(issue);
        }

        List<String> talk = List.of("which one?", "the round one?", "the square one", "or both", "thanks");
        assertThat(said(inAprimo, issue)).containsExactlyElementsOf(talk);
        assertThat(said(inDesk, caseRef)).containsExactlyElementsOf(talk);
    }

    @Test
    void doesNotTakeItsOwnReportsForSomethingPeopleSaid() {
        SourceRef issue = raised("Logo is missing");
        SourceRef caseRef = worked(issue);
        does(caseRef, "triage", "correct", null);
        worked(issue);
        worked(issue);
        assertThat(stage.told(issue, "somebody works on it")).isOne();
        assertThat(said(inDesk, caseRef)).isEmpty();
    }

    @Test
    void saysSoWhenPeopleCannotSolveIt() {
        SourceRef issue = raised("Logo is missing");
        SourceRef caseRef = worked(issue);
        does(caseRef, "triage", "cannot-resolve", "nobody has it");

        assertThat(flow.advance(issue)).isEqualTo(new Standing.Refused(List.of("cannot-resolve")));
        assertThat(flow.advance(issue)).isEqualTo(new Standing.Refused(List.of("cannot-resolve")));
        assertThat(status(issue)).isEqualTo("6");
        assertThat(said(inAprimo, issue)).contains("nobody has it");
        assertThat(stage.cases(issue)).hasSize(1);
    }

    @Test
    void cancelsTheCaseOfAnIssueThatIsClosedWhereItWasRaised() {
        SourceRef issue = raised("Logo is missing");
        SourceRef caseRef = worked(issue);
        status(issue, "5");

        assertThat(flow.advance(issue)).isInstanceOf(Standing.Idle.class);
        assertThat(stage.read(caseRef).status()).isEqualTo(CaseStatus.CANCELLED);
    }

    @Test
    void opensAnotherCaseForAnIssueThatIsOpenedAgainWithWhatWasSaidMeanwhile() {
        SourceRef issue = raised("Logo is missing");
        SourceRef first = worked(issue);
        solve(first);
        flow.advance(issue);
        says(inAprimo, issue, "it is missing again");
        assertThat(flow.advance(issue)).isInstanceOf(Standing.Done.class);
        status(issue, "1");

        SourceRef second = worked(issue);
        assertThat(second).isNotEqualTo(first);
        assertThat(said(inDesk, second)).contains("it is missing again");
        solve(second);
        assertThat(flow.advance(issue)).isEqualTo(new Standing.Done(second, "resolved"));
        assertThat(status(issue)).isEqualTo("5");
    }

    @Test
    void takesEventsLateTwiceAndAboutOtherThings() {
        SourceRef issue = raised("Logo is missing");
        for (SourceRef subject : List.of(
                issue, AwStage.ref(ALPHA, 99_999), AwStage.ref("activities", 3), SourceRef.of("vip", "7"), issue)) {
            flow.handle(CaseEvent.builder("aprimo", CaseEventType.REQUEST_RECEIVED, "e", stage.clock.now())
                    .subject(subject)
                    .build());
        }
        assertThat(stage.cases(issue)).hasSize(1);
        assertThat(stage.cases(AwStage.ref("activities", 3))).isEmpty();
    }

    @Test
    void leavesNothingTwiceWheneverItDies() throws Exception {
        Map<String, SourceRef> issues = new HashMap<>();
        Interruptions.survived(
                "issue",
                stage.clock,
                (id, cut, memory) -> {
                    SourceRef issue = issues.computeIfAbsent(id, this::raised);
                    if (!said(inAprimo, issue).contains("please hurry")) {
                        says(inAprimo, issue, "please hurry");
                    }
                    IssueCases cutOff = flow(cut, memory);
                    // What the dead held is let go of.
                    stage.clock.advance(Duration.ofMinutes(2));
                    if (cutOff.advance(issue) instanceof Standing.Waiting waiting) {
                        solve(waiting.caseRef());
                        cutOff.advance(issue);
                    }
                },
                (id, memory) -> {
                    SourceRef issue = issues.get(id);
                    assertThat(status(issue)).as(id).isEqualTo("5");
                    assertThat(stage.cases(issue)).as(id).hasSize(1);
                    assertThat(stage.told(issue, "new logo uploaded")).as(id).isOne();
                    assertThat(stage.told(issue, "please hurry")).as(id).isOne();
                    assertThat(stage.told(issue, "case aw7:")).as(id).isOne();
                    SourceRef caseRef = stage.cases(issue).get(0).ref();
                    assertThat(said(inDesk, caseRef))
                            .as(id)
                            .containsOnlyOnce("please hurry", "it is the old logo", "new logo uploaded");
                    assertThat(stage.report(memory).cases().resolved()).as(id).isOne();
                });
    }
}
