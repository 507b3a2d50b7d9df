package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The process ends at any moment, and a new one finishes: both systems are what they are without the accident. */
class IssueCasesInterruptedTest extends IssueScene {
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

    private void tells(CommentThread thread, SourceRef where, String text) {
        if (!said(thread, where).contains(text)) {
            // Not in the moment in which the last word was copied.
            later();
            says(thread, where, text);
        }
    }

    @Test
    void bringsWhatIsSaidToTheOtherSideOnceAndInOrderWheneverItDies() throws Exception {
        Map<String, SourceRef> issues = new HashMap<>();
        List<String> talk = List.of("which one?", "the square one", "thanks");
        Interruptions.survived(
                "talk",
                stage.clock,
                (id, cut, memory) -> {
                    SourceRef issue = issues.computeIfAbsent(id, this::raised);
                    IssueCases cutOff = flow(cut, memory);
                    stage.clock.advance(Duration.ofMinutes(2));
                    SourceRef caseRef = ((Standing.Waiting) cutOff.advance(issue)).caseRef();
                    tells(inAprimo, issue, talk.get(0));
                    cutOff.advance(issue);
                    tells(inDesk, caseRef, talk.get(1));
                    cutOff.advance(issue);
                    tells(inAprimo, issue, talk.get(2));
                    cutOff.advance(issue);
                },
                (id, memory) -> {
                    SourceRef issue = issues.get(id);
                    assertThat(said(inAprimo, issue)).as(id).containsExactlyElementsOf(talk);
                    assertThat(said(inDesk, stage.cases(issue).get(0).ref()))
                            .as(id)
                            .containsExactlyElementsOf(talk);
                    assertThat(stage.cases(issue)).as(id).hasSize(1);
                });
    }

    @Test
    void saysOnceThatNobodyCanSolveItWheneverItDies() throws Exception {
        Map<String, SourceRef> issues = new HashMap<>();
        Interruptions.survived(
                "unsolved",
                stage.clock,
                (id, cut, memory) -> {
                    SourceRef issue = issues.computeIfAbsent(id, this::raised);
                    IssueCases cutOff = flow(cut, memory);
                    stage.clock.advance(Duration.ofMinutes(2));
                    if (cutOff.advance(issue) instanceof Standing.Waiting waiting) {
                        does(waiting.caseRef(), "triage", "cannot-resolve", "nobody has it");
                        cutOff.advance(issue);
                    }
                },
                (id, memory) -> {
                    SourceRef issue = issues.get(id);
                    assertThat(status(issue)).as(id).isEqualTo("6");
                    assertThat(stage.told(issue, "nobody has it")).as(id).isOne();
                    assertThat(stage.told(issue, "unsolved\ncannot-resolve"))
                            .as(id)
                            .isOne();
                    assertThat(stage.cases(issue)).as(id).hasSize(1);
                });
    }

    /** Somebody opens the issue again as soon as its end can be read, before the flow is called once more. */
    @Test
    void opensOneMoreCaseForAnIssueThatIsOpenedAgainWheneverItDies() throws Exception {
        Map<String, SourceRef> issues = new HashMap<>();
        Set<String> again = new HashSet<>();
        Interruptions.survived(
                "reopened",
                stage.clock,
                (id, cut, memory) -> {
                    SourceRef issue = issues.computeIfAbsent(id, this::raised);
                    IssueCases cutOff = flow(cut, memory);
                    stage.clock.advance(Duration.ofMinutes(2));
                    if (!again.contains(id) && stage.told(issue, "resolved\nresolved") == 0) {
                        solved(cutOff, issue);
                    }
                    if (again.add(id)) {
                        status(issue, "1");
                    }
                    solved(cutOff, issue);
                },
                (id, memory) -> {
                    SourceRef issue = issues.get(id);
                    assertThat(status(issue)).as(id).isEqualTo("5");
                    assertThat(stage.told(issue, "resolved\nresolved")).as(id).isEqualTo(2);
                    assertThat(stage.cases(issue))
                            .as(id)
                            .hasSize(2)
                            .extracting(CaseRecord::status)
                            .containsOnly(CaseStatus.RESOLVED);
                });
    }

    private void solved(IssueCases cutOff, SourceRef issue) {
        if (cutOff.advance(issue) instanceof Standing.Waiting waiting) {
            solve(waiting.caseRef());
            cutOff.advance(issue);
        }
    }

    @Test
    void bringsBackWhatPeopleSaidInACaseThatIsCalledOffAndNothingElseWheneverItDies() throws Exception {
        Map<String, SourceRef> issues = new HashMap<>();
        Interruptions.survived(
                "closed",
                stage.clock,
                (id, cut, memory) -> {
                    SourceRef issue = issues.computeIfAbsent(id, this::raised);
                    IssueCases cutOff = flow(cut, memory);
                    stage.clock.advance(Duration.ofMinutes(2));
                    if (status(issue).equals("1") && cutOff.advance(issue) instanceof Standing.Waiting waiting) {
                        tells(inDesk, waiting.caseRef(), "it was in the other folder");
                        status(issue, "5");
                    }
                    assertThat(cutOff.advance(issue)).as(id).isInstanceOf(Standing.Idle.class);
                },
                (id, memory) -> {
                    SourceRef issue = issues.get(id);
                    assertThat(said(inAprimo, issue)).as(id).containsExactly("it was in the other folder");
                    assertThat(stage.cases(issue))
                            .as(id)
                            .singleElement()
                            .extracting(CaseRecord::status)
                            .isEqualTo(CaseStatus.CANCELLED);
                });
    }
}
