package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.aprimo.pm.api.PmChange;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.aw.ProductionPlan.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared was read from the request in Aprimo and from the workflow service. */
class ContentProductionTest {
    private final AwStage stage = new AwStage();
    private final StateStore state = StateStore.inMemory();
    private final ContentProduction flow = flow(PowerCut.never(), state);

    @AfterEach
    void close() {
        stage.close();
    }

    private ContentProduction flow(PowerCut cut, StateStore memory) {
        return new ContentProduction(
                stage.desk.workflow(cut),
                stage.aprimo(cut),
                new ContentProduction.Statuses("working", "done"),
                memory,
                stage.clock);
    }

    private SourceRef requested() {
        return AwStage.ref(
                PmRef.PROPOSALS, stage.planning.pm().proposals().create(new PmChange().set("title", "Spring flyer")));
    }

    private Step step(String name, int days, String... after) {
        return new Step(name, name + "-team", Set.of(after), stage.clock.now().plus(Duration.ofDays(days)));
    }

    private ProductionPlan plan(SourceRef request) {
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

    private CaseRecord caseOf(SourceRef request, String step) {
        return stage.desk
                .people()
                .require(CaseDesk.class)
                .findByKey("aw3:" + request + "/" + step)
                .orElse(null);
    }

    private void does(SourceRef request, String step) {
        SourceRef caseRef = caseOf(request, step).ref();
        Actor sam = Actor.of("sam@example.com");
        stage.desk.complete(caseRef, "ownerDecision", TaskResult.of("approved", null, sam));
        stage.desk.complete(caseRef, "fulfil", TaskResult.of("delivered", null, sam));
    }

    private String status(SourceRef request) {
        return String.valueOf(stage.pm.stored(PmRef.PROPOSALS, AwStage.number(request), "proposalState"));
    }

    @Test
    void beginsEachStepWhenThoseItNeedsAreDoneAndTellsHowFarItIs() {
        SourceRef request = requested();
        ProductionPlan plan = plan(request);
        assertThat(flow.advance(plan)).isInstanceOf(Standing.Waiting.class);
        assertThat(stage.cases(request)).hasSize(2);
        assertThat(caseOf(request, "translation")).isNull();
        assertThat(stage.notes(request)).isEmpty();

        does(request, "copy");
        flow.advance(plan);
        assertThat(status(request)).isEqualTo("22");
        assertThat(stage.notes(request)).contains("20 %\ncopy is done, 1 of 5");
        assertThat(caseOf(request, "translation").dueAt())
                .isEqualTo(plan.steps().get(2).dueAt());
        does(request, "translation");
        flow.advance(plan);
        assertThat(caseOf(request, "localisation")).isNull();
        does(request, "design");
        flow.advance(plan);
        does(request, "localisation");
        flow.advance(plan);
        assertThat(stage.notes(request)).contains("80 %\nlocalisation is done, 4 of 5");
        does(request, "qa");

        assertThat(flow.advance(plan))
                .isEqualTo(new Standing.Done(caseOf(request, "qa").ref(), "done"));
        assertThat(status(request)).isEqualTo("23");
        assertThat(stage.notes(request)).contains("100 %\nqa is done, 5 of 5", "done, 100 %\nall is done");
        assertThat(stage.report(state).cases().resolved()).isEqualTo(5);
    }

    @Test
    void tellsOnceHoweverOftenItIsCalled() {
        SourceRef request = requested();
        ProductionPlan plan = plan(request);
        flow.advance(plan);
        does(request, "copy");
        flow.advance(plan);
        String told = stage.notes(request);
        flow.advance(plan);
        flow.advance(plan);
        assertThat(stage.notes(request)).isEqualTo(told);
        assertThat(stage.cases(request)).hasSize(3);
    }

    @Test
    void flagsWhatIsLateOnceForEachDueDate() {
        SourceRef request = requested();
        ProductionPlan plan = plan(request);
        flow.advance(plan);
        stage.clock.advance(Duration.ofDays(3));
        flow.advance(plan);
        flow.advance(plan);
        assertThat(stage.told(request, "late\ncopy is late")).isOne();
        assertThat(stage.notes(request)).doesNotContain("design is late");

        ProductionPlan moved = new ProductionPlan(
                request,
                plan.title(),
                Stream.concat(Stream.of(step("copy", 1)), plan.steps().stream().skip(1))
                        .toList());
        flow.advance(moved);
        assertThat(stage.told(request, "copy is late")).isOne();
        stage.clock.advance(Duration.ofDays(2));
        flow.advance(moved);
        assertThat(stage.told(request, "copy is late")).isEqualTo(2);
        assertThat(stage.notes(request)).contains("late\ndesign is late");
        does(request, "copy");
        flow.advance(moved);
        assertThat(stage.notes(request)).contains("copy is done, 1 of 5");
        assertThat(stage.report(state).escalations().overdue()).isPositive();
    }

    @Test
    void stopsWhatNeedsAStepThatItsTeamGivesBack() {
        SourceRef request = requested();
        ProductionPlan plan = plan(request);
        flow.advance(plan);
        stage.desk.complete(
                caseOf(request, "copy").ref(),
                "ownerDecision",
                TaskResult.of("rejected", "no brief", Actor.of("sam@example.com")));
        assertThat(flow.advance(plan)).isInstanceOf(Standing.Waiting.class);
        does(request, "design");

        assertThat(flow.advance(plan)).isEqualTo(new Standing.Refused(List.of("copy was stopped: rejected")));
        assertThat(stage.told(request, "copy was stopped: rejected")).isOne();
        assertThat(stage.notes(request)).contains("design is done, 1 of 5");
        assertThat(caseOf(request, "translation")).isNull();
    }

    @Test
    void cancelsWhatWasTakenOutOfThePlan() {
        SourceRef request = requested();
        ProductionPlan plan = plan(request);
        flow.advance(plan);
        ProductionPlan shorter =
                new ProductionPlan(request, plan.title(), List.of(plan.steps().get(0)));
        flow.advance(shorter);
        assertThat(caseOf(request, "design").status()).isEqualTo(CaseStatus.CANCELLED);
        does(request, "copy");
        assertThat(flow.advance(shorter)).isInstanceOf(Standing.Done.class);
        assertThat(stage.notes(request)).contains("100 %\ncopy is done, 1 of 1");
    }

    @Test
    void takesNoPlanThatCouldNeverEnd() {
        SourceRef request = SourceRef.of("aprimo", "activity-proposals/1");
        assertThatThrownBy(() -> new ProductionPlan(request, "x", List.of(step("qa", 1, "copy"), step("copy", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("qa needs");
        assertThatThrownBy(() -> new ProductionPlan(request, "x", List.of(step("copy", 1), step("copy", 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ProductionPlan(request, "x", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesEachStepOnceWheneverItDies() throws Exception {
        Map<String, ProductionPlan> plans = new HashMap<>();
        Interruptions.survived(
                "flyer",
                (id, cut, memory) -> {
                    ProductionPlan plan = plans.computeIfAbsent(
                            id,
                            any -> new ProductionPlan(
                                    requested(), "Flyer", List.of(step("copy", 2), step("design", 4, "copy"))));
                    ContentProduction cutOff = flow(cut, memory);
                    for (String step : List.of("copy", "design")) {
                        cutOff.advance(plan);
                        if (!"delivered".equals(caseOf(plan.request(), step).outcome())) {
                            does(plan.request(), step);
                        }
                    }
                    cutOff.advance(plan);
                },
                (id, memory) -> {
                    SourceRef request = plans.get(id).request();
                    assertThat(status(request)).as(id).isEqualTo("23");
                    assertThat(stage.cases(request))
                            .as(id)
                            .hasSize(2)
                            .extracting(CaseRecord::outcome)
                            .containsOnly("delivered");
                    assertThat(stage.told(request, "copy is done")).as(id).isOne();
                    assertThat(stage.told(request, "design is done")).as(id).isOne();
                    assertThat(stage.told(request, "all is done")).as(id).isOne();
                    assertThat(stage.report(memory).cases().resolved()).as(id).isEqualTo(2);
                });
    }
}
