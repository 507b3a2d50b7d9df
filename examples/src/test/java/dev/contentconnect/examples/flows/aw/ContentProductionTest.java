package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.Standing;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is compared was read from the request in Aprimo and from the workflow service. */
class ContentProductionTest extends ProductionScene {
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
        givesBack(request, "copy");
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
        assertThat(status(request)).isEqualTo("23");

        assertThat(flow.advance(plan)).isInstanceOf(Standing.Waiting.class);
        for (String step : List.of("design#2", "translation", "localisation", "qa")) {
            does(request, step);
            flow.advance(plan);
        }
        assertThat(flow.advance(plan)).isInstanceOf(Standing.Done.class);
        assertThat(status(request)).isEqualTo("23");
        assertThat(stage.told(request, "all is done")).isEqualTo(2);
        assertThat(stage.cases(request)).hasSize(6);
        assertThat(stage.report(state).cases().cancelled()).isOne();
    }

    @Test
    void isDoneOnceMoreWhenAFurtherStepIsTakenOutAfterItWasDone() {
        SourceRef request = requested();
        ProductionPlan plan = new ProductionPlan(request, "Spring flyer", List.of(step("copy", 2)));
        ProductionPlan longer =
                new ProductionPlan(request, "Spring flyer", List.of(step("copy", 2), step("design", 4), step("qa", 9)));
        flow.advance(plan);
        does(request, "copy");
        flow.advance(plan);
        flow.advance(longer);
        does(request, "design");
        flow.advance(longer);
        assertThat(status(request)).isEqualTo("22");

        assertThat(flow.advance(plan)).isInstanceOf(Standing.Done.class);
        assertThat(status(request)).isEqualTo("23");
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
    void doesNotTakeACancelledCaseForADoneStep() {
        SourceRef request = requested();
        ProductionPlan plan = new ProductionPlan(request, "Spring flyer", List.of(step("copy", 2)));
        flow.advance(plan);
        stage.cancelDecided(caseOf(request, "copy").ref(), "delivered");

        assertThat(flow.advance(plan)).isEqualTo(new Standing.Refused(List.of("copy was stopped: cancelled")));
        assertThat(stage.notes(request)).doesNotContain("copy is done");
        flow.advance(new ProductionPlan(request, "Spring flyer", List.of(step("design", 2))));
        assertThat(flow.advance(plan)).isInstanceOf(Standing.Waiting.class);
        assertThat(caseOf(request, "copy#2")).isNotNull();
    }
}
