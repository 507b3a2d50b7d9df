package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.aprimo.pm.api.PmChange;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.aw.ProductionPlan.Step;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** A request for a flyer, who makes it, and the flow AW3. */
abstract class ProductionScene {
    final AwStage stage = stage();
    final StateStore state = StateStore.inMemory();
    final ContentProduction flow = flow(PowerCut.never(), state);

    /** Where the flow runs. */
    AwStage stage() {
        return AwStage.sandboxes();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    ContentProduction flow(PowerCut cut, StateStore memory) {
        return new ContentProduction(
                stage.desk.workflow(cut),
                stage.aprimo(cut),
                new ContentProduction.Statuses("working", "done"),
                memory,
                stage.time());
    }

    SourceRef requested() {
        return AwStage.ref(
                PmRef.PROPOSALS, stage.planning.pm().proposals().create(new PmChange().set("title", "Spring flyer")));
    }

    Step step(String name, int days, String... after) {
        return new Step(
                name,
                name + "-team",
                Set.of(after),
                stage.clock.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(days)));
    }

    ProductionPlan plan(SourceRef request) {
        return new ProductionPlan(
                request,
                "Spring flyer",
                List.of(
                        step("copy", 2),
                        step("design", 4),
                        step("translation", 5, "copy"),
                        step("localisation", 7, "design", "translation"),
                        step("qa", 9, "localisation")));
    }

    CaseRecord caseOf(SourceRef request, String step) {
        return stage.desk
                .people()
                .require(CaseDesk.class)
                .findByKey("aw3:" + request + "/" + step)
                .orElse(null);
    }

    void does(SourceRef request, String step) {
        SourceRef caseRef = caseOf(request, step).ref();
        Actor sam = Actor.of("sam@example.com");
        stage.complete(caseRef, "ownerDecision", TaskResult.of("approved", null, sam));
        stage.complete(caseRef, "fulfil", TaskResult.of("delivered", null, sam));
    }

    void givesBack(SourceRef request, String step) {
        stage.complete(
                caseOf(request, step).ref(),
                "ownerDecision",
                TaskResult.of("rejected", "no brief", Actor.of("sam@example.com")));
    }

    String status(SourceRef request) {
        return String.valueOf(stage.pm.stored(PmRef.PROPOSALS, AwStage.number(request), "proposalState"));
    }
}
