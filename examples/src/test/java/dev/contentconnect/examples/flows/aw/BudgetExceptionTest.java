package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.Standing;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is compared was read from the commitment in Aprimo and from the workflow service. */
class BudgetExceptionTest extends BudgetScene {
    @Test
    void approvesTheCommitmentThatFinanceApproved() {
        SourceRef budget = wanted("1000.01");
        SourceRef caseRef = asked(budget);
        assertThat(status(budget)).isEqualTo("42");
        finance(caseRef, "approved", "just this once");

        assertThat(flow.advance(budget)).isEqualTo(new Standing.Done(caseRef, "approved"));
        assertThat(status(budget)).isEqualTo(APPROVED);
        assertThat(stage.notes(budget))
                .contains("by fay@example.com", "budget exception approved: finance said approved: just this once");
    }

    @Test
    void asksWithTheExactAmountItsCurrencyAndTheReason() {
        CaseFields said = CaseFields.of(stage.read(asked(wanted("123456789012.34"))));
        assertThat(said.text("amount")).isEqualTo("123456789012.34");
        assertThat(said.text("currency")).isEqualTo("EUR");
        assertThat(said.text("threshold")).isEqualTo("1000.00");
        assertThat(said.text("justification")).isEqualTo("the fair was moved");
    }

    @Test
    void rejectsTheCommitmentThatFinanceRejected() {
        SourceRef budget = wanted("5000");
        finance(asked(budget), "rejected", "no money left");

        assertThat(flow.advance(budget)).isInstanceOf(Standing.Refused.class);
        assertThat(status(budget)).isEqualTo(REJECTED);
        assertThat(stage.notes(budget)).contains("finance said rejected: no money left");
    }

    @Test
    void leavesAloneWhatIsWithinItsLimitToTheCent() {
        SourceRef budget = wanted("1000.00");
        assertThat(flow.advance(budget)).isInstanceOf(Standing.Idle.class);
        assertThat(stage.cases(budget)).isEmpty();
        assertThat(status(budget)).isEqualTo("42");
    }

    @Test
    void asksWhereTheLimitIsOfAnotherCurrency() {
        SourceRef yen = AwStage.ref(PmRef.COMMITMENTS, stage.pm.personCommits("900", 3, 42));
        assertThat(CaseFields.of(stage.read(asked(yen))).text("currency")).isEqualTo("JPY");
    }

    @Test
    void asksTheRequesterFirstWhereNobodySaidWhy() {
        SourceRef budget = wanted("5000");
        stage.pm.personSets("commitments", AwStage.number(budget), "purchaseOrderNumber", "PO why?");
        SourceRef caseRef = asked(budget);
        stage.complete(caseRef, "justify", TaskResult.of("withdrawn", null, Actor.of("ann@example.com")));

        assertThat(flow.advance(budget)).isInstanceOf(Standing.Refused.class);
        assertThat(status(budget)).isEqualTo(REJECTED);
        assertThat(stage.notes(budget)).contains("budget exception withdrawn");
    }

    @Test
    void goesToADirectorWhenFinanceIsLateAndSaysSo() {
        patience = stage.shortened(patience);
        SourceRef budget = wanted("5000");
        SourceRef caseRef = asked(budget);
        isLate(caseRef);
        assertThat(asked(budget)).isEqualTo(caseRef);
        assertThat(asked(budget)).isEqualTo(caseRef);
        assertThat(stage.told(budget, "finance was late: a director decides on 5000 EUR"))
                .isOne();
        director(caseRef);

        assertThat(flow.advance(budget)).isInstanceOf(Standing.Done.class);
        assertThat(status(budget)).isEqualTo(APPROVED);
        assertThat(stage.report(state).escalations().cases()).isOne();
    }

    @Test
    void takesAYesToASmallerAmountForNoYesToALargerOne() {
        SourceRef budget = wanted("5000");
        SourceRef first = asked(budget);
        finance(first, "approved", null);
        stage.pm.personSets("commitments", AwStage.number(budget), "totalAmount", new BigDecimal("9000"));

        SourceRef second = asked(budget);
        assertThat(second).isNotEqualTo(first);
        assertThat(status(budget)).isEqualTo("42");
        finance(second, "rejected", "too much");
        flow.advance(budget);
        assertThat(status(budget)).isEqualTo(REJECTED);
    }

    @Test
    void callsTheCaseOffWhenTheAmountSinksOrSomebodyDecidesByHand() {
        SourceRef sunk = wanted("5000");
        SourceRef decided = wanted("5000");
        SourceRef first = asked(sunk);
        SourceRef second = asked(decided);
        stage.pm.personSets("commitments", AwStage.number(sunk), "totalAmount", new BigDecimal("10"));
        stage.pm.personSets("commitments", AwStage.number(decided), "commitmentStatus", 43);

        assertThat(flow.advance(sunk)).isInstanceOf(Standing.Idle.class);
        assertThat(flow.advance(decided)).isInstanceOf(Standing.Idle.class);
        assertThat(List.of(stage.read(first), stage.read(second)))
                .extracting(CaseRecord::status)
                .containsOnly(CaseStatus.CANCELLED);
    }

    @Test
    void asksAgainWhenARejectedAmountIsWantedOnceMore() {
        SourceRef budget = wanted("5000");
        SourceRef first = asked(budget);
        finance(first, "rejected", null);
        flow.advance(budget);
        stage.pm.personSets("commitments", AwStage.number(budget), "commitmentStatus", 42);

        assertThat(asked(budget)).isNotEqualTo(first);
    }

    @Test
    void decidesNothingWhenSomebodyCancelsTheCase() {
        SourceRef budget = wanted("5000");
        SourceRef caseRef = asked(budget);
        stage.desk.people().require(CaseDesk.class).cancel(caseRef, "wrong desk");

        assertThat(flow.advance(budget)).isInstanceOf(Standing.Refused.class);
        assertThat(status(budget)).isEqualTo("42");
        assertThat(stage.notes(budget)).contains("nothing is decided");
    }

    @Test
    void leavesTheDecisionOnMoneyThatIsSpentAsANote() {
        SourceRef budget = AwStage.ref(PmRef.COMMITMENTS, stage.pm.personCommits("800", 1, 43));
        stage.pm.personSets("commitments", AwStage.number(budget), "totalPaidInvoice", new BigDecimal("1200.50"));
        SourceRef caseRef = asked(budget);
        finance(caseRef, "rejected", "not again");

        assertThat(flow.advance(budget)).isInstanceOf(Standing.Refused.class);
        assertThat(flow.advance(budget)).isInstanceOf(Standing.Refused.class);
        assertThat(status(budget)).isEqualTo(APPROVED);
        assertThat(stage.told(budget, "finance said rejected: not again")).isOne();
    }

    @Test
    void sweepsAllAndOneWithoutACurrencyStopsNoOther() {
        SourceRef good = wanted("5000");
        stage.pm.personCommits("7000", null, 42);
        assertThat(flow.sweep(null)).containsOnlyKeys(good);
        flow.handle(CaseEvent.builder("aprimo", CaseEventType.BUDGET_DECIDED, "e", stage.clock.now())
                .subject(good)
                .build());
        flow.handle(CaseEvent.builder("aprimo", CaseEventType.STATUS_CHANGED, "e", stage.clock.now())
                .subject(AwStage.ref(PmRef.TASKS, 3))
                .build());
        assertThat(stage.cases(good)).hasSize(1);
    }

    @Test
    void leavesALoweredAmountToTheTenantsOwnApproversWhateverFinanceSaidToTheLargerOne() {
        for (String word : List.of("rejected", "approved")) {
            SourceRef budget = wanted("5000");
            finance(asked(budget), word, null);
            flow.advance(budget);
            wantedAgain(budget, "900");

            assertThat(flow.advance(budget)).as(word).isInstanceOf(Standing.Idle.class);
            assertThat(flow.advance(budget)).as(word).isInstanceOf(Standing.Idle.class);
            assertThat(status(budget)).as(word).isEqualTo("42");
        }
    }

    @Test
    void asksAnewAboutAnAmountThatComesBackAfterAnotherOne() {
        SourceRef budget = wanted("5000");
        SourceRef first = asked(budget);
        finance(first, "rejected", null);
        flow.advance(budget);
        wantedAgain(budget, "9000");
        SourceRef second = asked(budget);
        finance(second, "rejected", null);
        flow.advance(budget);
        wantedAgain(budget, "5000");

        SourceRef third = asked(budget);
        assertThat(third).isNotIn(first, second);
        assertThat(status(budget)).isEqualTo("42");
        finance(third, "approved", null);
        assertThat(flow.advance(budget)).isEqualTo(new Standing.Done(third, "approved"));
        assertThat(status(budget)).isEqualTo(APPROVED);
    }

    @Test
    void decidesNothingWhenSomebodyCancelsACaseThatHasItsOutcome() {
        SourceRef budget = wanted("5000");
        stage.cancelDecided(asked(budget), "approved");

        assertThat(flow.advance(budget)).isInstanceOf(Standing.Refused.class);
        assertThat(status(budget)).isEqualTo("42");
        assertThat(stage.notes(budget)).contains("nothing is decided");
    }

    @Test
    void decidesOnAFundingAccountThatHasNoPlaceForNotes() {
        patience = stage.shortened(patience);
        stage.accounts.add(stage.pm.personBudgets("50000", "60000", 1));
        SourceRef account = AwStage.ref(PmRef.FUNDING_ACCOUNTS, stage.accounts.get(0));
        BudgetException withAccounts = flow(PowerCut.never(), state);
        SourceRef caseRef = ((Standing.Waiting) withAccounts.sweep(null).get(account)).caseRef();
        isLate(caseRef);
        assertThat(withAccounts.sweep(null).get(account)).isInstanceOf(Standing.Waiting.class);
        director(caseRef);

        assertThat(withAccounts.sweep(null).get(account)).isEqualTo(new Standing.Done(caseRef, "approved"));
        assertThat(AwStage.events(state, CaseEventType.BUDGET_DECIDED))
                .singleElement()
                .extracting(CaseEvent::note)
                .asString()
                .contains("approved: go");
        assertThat(withAccounts.sweep(stage.clock.now())).isEmpty();
    }
}
