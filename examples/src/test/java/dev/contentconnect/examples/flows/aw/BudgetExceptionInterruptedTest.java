package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The process ends at any moment, and a new one finishes: both systems are what they are without the accident. */
class BudgetExceptionInterruptedTest extends BudgetScene {
    private void survives(String word, String status) throws Exception {
        Map<String, SourceRef> budgets = new HashMap<>();
        Interruptions.survived(
                "budget",
                (id, cut, memory) -> {
                    SourceRef budget = budgets.computeIfAbsent(id, any -> wanted("5000.05"));
                    BudgetException cutOff = flow(cut, memory);
                    if (cutOff.advance(budget) instanceof Standing.Waiting waiting) {
                        finance(waiting.caseRef(), word, "said " + word);
                        cutOff.advance(budget);
                    }
                },
                (id, memory) -> {
                    SourceRef budget = budgets.get(id);
                    assertThat(status(budget)).as(id).isEqualTo(status);
                    assertThat(stage.cases(budget)).as(id).hasSize(1);
                    assertThat(stage.told(budget, "budget exception")).as(id).isOne();
                    assertThat(stage.report(memory).cases().resolved()).as(id).isOne();
                });
    }

    @Test
    void approvesOnceWheneverItDies() throws Exception {
        survives("approved", APPROVED);
    }

    @Test
    void rejectsOnceWheneverItDies() throws Exception {
        survives("rejected", REJECTED);
    }

    @Test
    void goesToADirectorOnceWheneverItDies() throws Exception {
        Map<String, SourceRef> budgets = new HashMap<>();
        Interruptions.survived(
                "late",
                (id, cut, memory) -> {
                    SourceRef budget = budgets.computeIfAbsent(id, any -> wanted("5000.05"));
                    BudgetException cutOff = flow(cut, memory);
                    if (cutOff.advance(budget) instanceof Standing.Waiting waiting) {
                        if (!CaseFields.of(stage.read(waiting.caseRef())).isTrue("escalated")) {
                            isLate(waiting.caseRef());
                        }
                        cutOff.advance(budget);
                        director(waiting.caseRef());
                        cutOff.advance(budget);
                    }
                },
                (id, memory) -> {
                    SourceRef budget = budgets.get(id);
                    assertThat(status(budget)).as(id).isEqualTo(APPROVED);
                    assertThat(stage.cases(budget)).as(id).hasSize(1);
                    assertThat(stage.told(budget, "finance was late")).as(id).isOne();
                    assertThat(stage.told(budget, "budget exception approved"))
                            .as(id)
                            .isOne();
                });
    }

    /** The requester lowers the amount whatever became of the decision on the larger one. */
    private void leavesTheLoweredAmountAlone(String word) throws Exception {
        Map<String, SourceRef> budgets = new HashMap<>();
        Set<String> lowered = new HashSet<>();
        Interruptions.survived(
                "lowered-" + word,
                (id, cut, memory) -> {
                    BudgetException cutOff = flow(cut, memory);
                    if (!budgets.containsKey(id)) {
                        SourceRef budget = wanted("5000.05");
                        budgets.put(id, budget);
                        finance(asked(cutOff, budget), word, "said " + word);
                        cutOff.advance(budget);
                    }
                    SourceRef budget = budgets.get(id);
                    if (lowered.add(id)) {
                        wantedAgain(budget, "900");
                    }
                    assertThat(cutOff.advance(budget)).as(id).isInstanceOf(Standing.Idle.class);
                },
                (id, memory) -> assertThat(status(budgets.get(id))).as(id).isEqualTo("42"));
    }

    private static SourceRef asked(BudgetException cutOff, SourceRef budget) {
        return ((Standing.Waiting) cutOff.advance(budget)).caseRef();
    }

    @Test
    void neverRejectsALoweredAmountWheneverItDies() throws Exception {
        leavesTheLoweredAmountAlone("rejected");
    }

    @Test
    void neverApprovesALoweredAmountWheneverItDies() throws Exception {
        leavesTheLoweredAmountAlone("approved");
    }
}
