package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
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
class ContentProductionInterruptedTest extends ProductionScene {
    private final Map<String, ProductionPlan> plans = new HashMap<>();

    /** Two steps side by side, and one that needs both. */
    private ProductionPlan plan(String id) {
        return plans.computeIfAbsent(
                id,
                any -> new ProductionPlan(
                        requested(),
                        "Flyer",
                        List.of(step("copy", 2), step("design", 4), step("qa", 9, "copy", "design"))));
    }

    private SourceRef request(String id) {
        return plans.get(id).request();
    }

    private void deliver(SourceRef request, String step) {
        if (!caseOf(request, step).status().isFinal()) {
            does(request, step);
        }
    }

    private void deliverAll(ContentProduction cutOff, ProductionPlan plan) {
        for (ProductionPlan.Step step : plan.steps()) {
            cutOff.advance(plan);
            deliver(plan.request(), step.name());
        }
        cutOff.advance(plan);
    }

    private void assertAllIsDone(String id) {
        assertThat(status(request(id))).as(id).isEqualTo("23");
        assertThat(stage.told(request(id), "all is done")).as(id).isOne();
    }

    @Test
    void makesEachStepOnceAfterThoseItNeedsWheneverItDies() throws Exception {
        Interruptions.survived("flyer", (id, cut, memory) -> deliverAll(flow(cut, memory), plan(id)), (id, memory) -> {
            assertAllIsDone(id);
            assertThat(stage.cases(request(id)))
                    .as(id)
                    .hasSize(3)
                    .extracting(CaseRecord::outcome)
                    .containsOnly("delivered");
            assertThat(stage.told(request(id), "copy is done, 1 of 3")).as(id).isOne();
            assertThat(stage.told(request(id), "design is done, 2 of 3")).as(id).isOne();
            assertThat(stage.told(request(id), "qa is done, 3 of 3")).as(id).isOne();
            assertThat(stage.report(memory).cases().resolved()).as(id).isEqualTo(3);
        });
    }

    @Test
    void flagsWhatIsLateOnceWheneverItDies() throws Exception {
        Set<String> late = new HashSet<>();
        Interruptions.survived(
                "late",
                (id, cut, memory) -> {
                    ProductionPlan plan = plan(id);
                    ContentProduction cutOff = flow(cut, memory);
                    cutOff.advance(plan);
                    if (late.add(id)) {
                        stage.clock.advance(Duration.ofDays(3));
                    }
                    deliverAll(cutOff, plan);
                },
                (id, memory) -> {
                    assertAllIsDone(id);
                    assertThat(stage.told(request(id), "late\ncopy is late"))
                            .as(id)
                            .isOne();
                    assertThat(stage.told(request(id), "is late")).as(id).isOne();
                    assertThat(stage.report(memory).escalations().overdue())
                            .as(id)
                            .isOne();
                });
    }

    @Test
    void stopsWhatNeedsAStepThatWasGivenBackWheneverItDies() throws Exception {
        Interruptions.survived(
                "stopped",
                (id, cut, memory) -> {
                    ProductionPlan plan = plan(id);
                    ContentProduction cutOff = flow(cut, memory);
                    cutOff.advance(plan);
                    if (!caseOf(plan.request(), "copy").status().isFinal()) {
                        givesBack(plan.request(), "copy");
                    }
                    cutOff.advance(plan);
                    deliver(plan.request(), "design");
                    assertThat(cutOff.advance(plan)).as(id).isInstanceOf(Standing.Refused.class);
                },
                (id, memory) -> {
                    assertThat(stage.told(request(id), "copy was stopped: rejected"))
                            .as(id)
                            .isOne();
                    assertThat(stage.told(request(id), "design is done, 1 of 3"))
                            .as(id)
                            .isOne();
                    assertThat(caseOf(request(id), "qa")).as(id).isNull();
                    assertThat(status(request(id))).as(id).isEqualTo("22");
                });
    }

    @Test
    void cancelsWhatWasTakenOutOfThePlanWheneverItDies() throws Exception {
        Set<String> shortened = new HashSet<>();
        Interruptions.survived(
                "shortened",
                (id, cut, memory) -> {
                    ProductionPlan plan = plan(id);
                    ContentProduction cutOff = flow(cut, memory);
                    if (!shortened.contains(id)) {
                        cutOff.advance(plan);
                        shortened.add(id);
                    }
                    deliverAll(
                            cutOff,
                            new ProductionPlan(
                                    plan.request(), plan.title(), plan.steps().subList(0, 1)));
                },
                (id, memory) -> {
                    assertAllIsDone(id);
                    assertThat(caseOf(request(id), "copy").outcome()).as(id).isEqualTo("delivered");
                    assertThat(caseOf(request(id), "design").status()).as(id).isEqualTo(CaseStatus.CANCELLED);
                    assertThat(stage.cases(request(id))).as(id).hasSize(2);
                    assertThat(stage.report(memory).cases().cancelled()).as(id).isOne();
                });
    }
}
