package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Budget;
import dev.contentconnect.core.model.Money;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** Commitments above their limit, finance, and the flow AW5. */
abstract class BudgetScene {
    static final String APPROVED = "43";
    static final String REJECTED = "44";

    final AwStage stage = stage();
    /** How long finance may take. */
    Duration patience = Duration.ofDays(3);

    final StateStore state = StateStore.inMemory();
    final BudgetException flow = flow(PowerCut.never(), state);

    /** Where the flow runs. */
    AwStage stage() {
        return AwStage.sandboxes();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    BudgetException flow(PowerCut cut, StateStore memory) {
        SpendRule rule = new SpendRule() {
            @Override
            public Optional<Money> limit(Budget budget) {
                return Optional.of(Money.of("1000.00", "EUR"));
            }

            @Override
            public String justification(Budget budget) {
                return budget.name().contains("why?") ? "" : "the fair was moved";
            }

            @Override
            public Duration patience() {
                return patience;
            }
        };
        return new BudgetException(stage.desk.workflow(cut), stage.aprimo(cut), rule, memory, stage.time());
    }

    SourceRef wanted(String amount) {
        return AwStage.ref(PmRef.COMMITMENTS, stage.pm.personCommits(amount, 1, 42));
    }

    SourceRef asked(SourceRef budget) {
        return ((Standing.Waiting) flow.advance(budget)).caseRef();
    }

    void finance(SourceRef caseRef, String word, String note) {
        stage.complete(caseRef, "financeApproval", TaskResult.of(word, note, Actor.of("fay@example.com")));
    }

    /** Lets the time of finance run out. */
    void isLate(SourceRef caseRef) {
        stage.clock.advance(Duration.ofDays(4));
        stage.desk.runTimers();
        stage.desk.task(caseRef, "directorApproval");
    }

    void director(SourceRef caseRef) {
        stage.complete(caseRef, "directorApproval", TaskResult.of("approved", "go", Actor.of("dee@example.com")));
    }

    /** The requester wants another amount, or the same once more, and submits it. */
    void wantedAgain(SourceRef budget, String amount) {
        stage.pm.personSets("commitments", AwStage.number(budget), "totalAmount", new BigDecimal(amount));
        stage.pm.personSets("commitments", AwStage.number(budget), "commitmentStatus", 42);
    }

    String status(SourceRef budget) {
        return String.valueOf(stage.pm.stored("commitments", AwStage.number(budget), "commitmentStatus"));
    }
}
