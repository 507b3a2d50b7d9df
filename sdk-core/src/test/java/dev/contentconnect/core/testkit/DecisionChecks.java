package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Budget;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.BudgetDesk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ApprovalDesk and BudgetDesk: a decision is recorded once and not turned round. */
abstract class DecisionChecks extends Checks {
    private static final Decision YES =
            Decision.of(DecisionOutcome.APPROVED, "gut so – 良い").by(Actor.of("legal.lee"));
    private static final Decision NO =
            Decision.of(DecisionOutcome.REJECTED, "no release").by(Actor.of("legal.lee"));

    DecisionChecks(ConnectorContract contract) {
        super(contract);
    }

    private List<Approval> request(String key) {
        return capability(ApprovalDesk.class)
                .request(subject().approvalRequest(key, subject().approvalSubject(connector())));
    }

    @Test
    void asksOnceForOneKey() {
        assertThat(request("k-1"))
                .extracting(Approval::ref)
                .isNotEmpty()
                .isEqualTo(request("k-1").stream().map(Approval::ref).toList())
                .isNotEqualTo(request("k-2").stream().map(Approval::ref).toList());
    }

    @Test
    void findsWhatItAskedFor() {
        Approval asked = request("k-1").get(0);
        ApprovalDesk desk = capability(ApprovalDesk.class);
        assertThat(desk.get(asked.ref()).ref()).isEqualTo(asked.ref());
        assertThat(desk.query(ApprovalQuery.ALL.withPageSize(1)).stream().map(Approval::ref))
                .contains(asked.ref());
        assertFails(ErrorKind.NOT_FOUND, () -> desk.get(subject().missing(connector())));
    }

    @Test
    void recordsADecisionOnce() {
        Approval asked = request("k-1").get(0);
        ApprovalDesk desk = capability(ApprovalDesk.class);
        Approval decided = desk.decide(asked.ref(), YES);

        assertThat(decided.decision()).isNotNull();
        assertThat(decided.decision().outcome()).isEqualTo(DecisionOutcome.APPROVED);
        assertThat(desk.decide(asked.ref(), YES).decision().outcome()).isEqualTo(DecisionOutcome.APPROVED);
        assertFails(ErrorKind.CONFLICT, () -> desk.decide(asked.ref(), NO));
        assertThat(desk.get(asked.ref()).decision().outcome()).isEqualTo(DecisionOutcome.APPROVED);
        assertFails(ErrorKind.NOT_FOUND, () -> desk.decide(subject().missing(connector()), YES));
    }

    @Test
    void refusesAnOutcomeThatIsNotPossibleAndLeavesTheApprovalOpen() {
        Approval asked = request("k-1").get(0);
        ApprovalDesk desk = capability(ApprovalDesk.class);

        assertFails(
                ErrorKind.REJECTED,
                () -> desk.decide(asked.ref(), Decision.of(DecisionOutcome.of("no-such-outcome"), null)));
        assertThat(desk.get(asked.ref()).decision()).isNull();
    }

    @Test
    void decidesOnABudgetOnce() {
        BudgetDesk desk = capability(BudgetDesk.class);
        SourceRef budget = subject().budget(connector());
        assertThat(desk.get(budget).ref()).isEqualTo(budget);
        assertThat(desk.budgets(null).stream().map(Budget::ref)).contains(budget);
        assumeOffered(BudgetDesk.class, "decide");
        Budget decided = desk.decide(budget, YES);
        assertThat(desk.decide(budget, YES).status()).isEqualTo(decided.status());
        assertFails(ErrorKind.CONFLICT, () -> desk.decide(budget, NO));
        assertFails(ErrorKind.NOT_FOUND, () -> desk.get(subject().missing(connector())));
    }
}
