package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.aprimo.sandbox.PmTenant;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Busy;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.Standing;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What is compared was read from the issue in Aprimo and from the workflow service. */
class IssueCasesTest extends IssueScene {
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
    void goesOnWhenTheCaseEndsWhileACommentIsOnItsWayToIt() {
        SourceRef issue = raised("Logo is missing");
        SourceRef caseRef = worked(issue);
        does(caseRef, "triage", "correct", null);
        does(caseRef, "corrective", "corrected", null);
        worked(issue);
        says(inAprimo, issue, "any news?");
        AtomicBoolean isDone = new AtomicBoolean();
        Busy workflow = new Busy(stage.desk.workflow(PowerCut.never()), method -> {
            if (method.equals("add") && !isDone.getAndSet(true)) {
                inDesk.add(caseRef, new CommentDraft("last", "new logo is there", KIM, null));
                stage.complete(caseRef, "verify", TaskResult.of("resolved", null, KIM));
            }
        });
        flow(workflow, PowerCut.never(), state).advance(issue);
        later();

        assertThat(flow.advance(issue)).isEqualTo(new Standing.Done(caseRef, "resolved"));
        assertThat(status(issue)).isEqualTo("5");
        assertThat(said(inAprimo, issue)).containsOnlyOnce("any news?", "new logo is there");
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
        says(inDesk, caseRef, "it was in the other folder");
        status(issue, "5");

        assertThat(flow.advance(issue)).isInstanceOf(Standing.Idle.class);
        assertThat(stage.read(caseRef).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(said(inAprimo, issue)).containsExactly("it was in the other folder");
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

    private void writes(SourceRef issue, String text) {
        stage.pm.personWrites(ALPHA, AwStage.number(issue), PmTenant.NOTES, text);
        later();
    }

    @Test
    void takesWhatPeopleAddToTheirOwnWordsForAnEditOfThem() {
        SourceRef issue = raised("Logo is missing");
        SourceRef caseRef = worked(issue);
        writes(issue, "which one?");
        worked(issue);
        writes(issue, "which one?\nthe round one?");
        worked(issue);
        worked(issue);

        assertThat(inDesk.comments(caseRef).stream().map(Comment::text))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("which one?").doesNotContain("edited"),
                        second -> assertThat(second).contains("edited").endsWith("which one?\nthe round one?"));
    }

    @Test
    void doesNotCopyAgainWhatStandsBelowWordsThatSomebodyTypesFurtherUp() {
        SourceRef issue = raised("Logo is missing");
        SourceRef caseRef = worked(issue);
        does(caseRef, "triage", "correct", null);
        worked(issue);
        writes(issue, stage.notes(issue) + "\nthanks");
        worked(issue);
        writes(issue, "please hurry\n" + stage.notes(issue));
        worked(issue);

        assertThat(said(inDesk, caseRef)).containsExactlyInAnyOrder("thanks", "please hurry");
    }

    @Test
    void doesNotTakeACancelledCaseForASolvedOne() {
        SourceRef issue = raised("Logo is missing");
        stage.cancelDecided(worked(issue), "resolved");

        assertThat(flow.advance(issue)).isEqualTo(new Standing.Refused(List.of("the case was cancelled")));
        assertThat(status(issue)).isEqualTo("6");
    }
}
