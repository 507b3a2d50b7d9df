package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The process ends at any moment, and a new one finishes: both systems are what they are without the accident. */
class BriefApprovalInterruptedTest extends BriefScene {
    private void survives(Map<String, String> words, Object end, String text) throws Exception {
        Map<String, SourceRef> campaigns = new HashMap<>();
        Interruptions.survived(
                "brief",
                (id, cut, memory) -> {
                    SourceRef campaign = campaigns.computeIfAbsent(id, stage::brief);
                    BriefApproval cutOff = flow(cut, memory);
                    if (cutOff.advance(campaign) instanceof Standing.Waiting waiting) {
                        stage.answer(waiting.caseRef(), words);
                        cutOff.advance(campaign);
                    }
                },
                (id, memory) -> {
                    SourceRef campaign = campaigns.get(id);
                    assertThat(stage.state(campaign)).as(id).isEqualTo(end);
                    assertThat(stage.cases(campaign))
                            .as(id)
                            .singleElement()
                            .extracting(CaseRecord::status)
                            .isEqualTo(CaseStatus.RESOLVED);
                    BriefApproval.STAKEHOLDERS.forEach(one -> assertThat(stage.told(campaign, "]\n" + one + " said"))
                            .as(id)
                            .isOne());
                    assertThat(stage.told(campaign, text)).as(id).isOne();
                    assertThat(stage.report(memory).cases().resolved()).as(id).isOne();
                });
    }

    @Test
    void approvesOnceWheneverItDies() throws Exception {
        survives(YES, "12", "approved by");
    }

    @Test
    void returnsOnceWheneverItDies() throws Exception {
        survives(FINANCE_SAYS_NO, "11", "draft\nfinance said");
    }

    private void round(BriefApproval cutOff, SourceRef campaign, Map<String, String> words) {
        if (cutOff.advance(campaign) instanceof Standing.Waiting waiting) {
            stage.answer(waiting.caseRef(), words);
            cutOff.advance(campaign);
        }
    }

    private List<String> outcomes(SourceRef campaign) {
        return stage.cases(campaign).stream()
                .map(one -> one.status() + " " + one.outcome())
                .toList();
    }

    /** The author submits the brief again as soon as the reasons can be read, before the flow is called once more. */
    @Test
    void asksAgainAboutAReturnedBriefWheneverItDies() throws Exception {
        Map<String, SourceRef> campaigns = new HashMap<>();
        Set<String> again = new HashSet<>();
        String reasons = "draft\nfinance said";
        Interruptions.survived(
                "again",
                (id, cut, memory) -> {
                    SourceRef campaign = campaigns.computeIfAbsent(id, stage::brief);
                    BriefApproval cutOff = flow(cut, memory);
                    if (!again.contains(id) && stage.told(campaign, reasons) == 0) {
                        round(cutOff, campaign, FINANCE_SAYS_NO);
                    }
                    if (again.add(id)) {
                        state(campaign, AwStage.SUBMITTED);
                    }
                    round(cutOff, campaign, YES);
                },
                (id, memory) -> {
                    SourceRef campaign = campaigns.get(id);
                    assertThat(stage.state(campaign)).as(id).isEqualTo("12");
                    assertThat(outcomes(campaign))
                            .as(id)
                            .containsExactlyInAnyOrder("resolved rejected", "resolved approved");
                    assertThat(stage.told(campaign, reasons)).as(id).isOne();
                    assertThat(stage.told(campaign, "approved by")).as(id).isOne();
                    BriefApproval.STAKEHOLDERS.forEach(one -> assertThat(stage.told(campaign, "]\n" + one + " said"))
                            .as(id)
                            .isEqualTo(2));
                });
    }

    @Test
    void asksAnewAboutAChangedBriefWheneverItDies() throws Exception {
        Map<String, SourceRef> campaigns = new HashMap<>();
        Set<String> changed = new HashSet<>();
        Interruptions.survived(
                "changed",
                (id, cut, memory) -> {
                    SourceRef campaign = campaigns.computeIfAbsent(id, stage::brief);
                    BriefApproval cutOff = flow(cut, memory);
                    if (!changed.contains(id)) {
                        round(cutOff, campaign, Map.of("brand", "approved"));
                        stage.pm.personWrites(
                                "activities", AwStage.number(campaign), AwStage.BRIEF_FIELDS.budget(), "990000");
                        changed.add(id);
                    }
                    round(cutOff, campaign, YES);
                },
                (id, memory) -> {
                    SourceRef campaign = campaigns.get(id);
                    assertThat(stage.state(campaign)).as(id).isEqualTo("12");
                    assertThat(outcomes(campaign))
                            .as(id)
                            .containsExactlyInAnyOrder("cancelled null", "resolved approved");
                    assertThat(stage.told(campaign, "approved by")).as(id).isOne();
                    assertThat(stage.told(campaign, "]\nbrand said")).as(id).isEqualTo(2);
                    assertThat(stage.report(memory).cases().cancelled()).as(id).isOne();
                    assertThat(stage.report(memory).cases().resolved()).as(id).isOne();
                });
    }

    @Test
    void givesAnIncompleteBriefBackOnceWheneverItDies() throws Exception {
        Map<String, SourceRef> campaigns = new HashMap<>();
        Interruptions.survived(
                "incomplete",
                (id, cut, memory) -> {
                    SourceRef campaign = campaigns.computeIfAbsent(id, stage::brief);
                    stage.pm.personWrites(
                            "activities", AwStage.number(campaign), AwStage.BRIEF_FIELDS.budget(), "a lot");
                    flow(cut, memory).advance(campaign);
                },
                (id, memory) -> {
                    SourceRef campaign = campaigns.get(id);
                    assertThat(stage.state(campaign)).as(id).isEqualTo("11");
                    assertThat(stage.told(campaign, "it has no budget")).as(id).isOne();
                    assertThat(stage.cases(campaign)).as(id).isEmpty();
                });
    }
}
