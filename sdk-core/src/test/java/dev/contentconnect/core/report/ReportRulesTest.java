package dev.contentconnect.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a report makes of histories that are not as they should be. */
class ReportRulesTest extends InventedHistory {
    @Nested
    class Cases {
        @Test
        void anEndWithoutABeginningHasNoDuration() {
            on(5, CaseEventType.CASE_RESOLVED);
            CaseFigures cases = report().cases();
            assertThat(cases.withoutOpening()).isEqualTo(1);
            assertThat(cases.turnaround().count()).isZero();
            assertThat(cases.open()).isZero();
        }

        @Test
        void anEndBeforeItsBeginningLeavesNothingOpen() {
            on(5, CaseEventType.CASE_RESOLVED);
            on(6, CaseEventType.CASE_OPENED);
            assertThat(report().cases().open()).isZero();
            assertThat(report().cases().withoutOpening()).isEqualTo(1);
        }

        @Test
        void twoSourcesThatTellOfOneCaseCountOnce() {
            SourceRef ref = SourceRef.of("engine", "1");
            on(0, CaseEventType.CASE_OPENED);
            on(1, CaseEventType.CASE_OPENED, e -> e.caseKey(null).caseRef(ref));
            on(2, CaseEventType.TASK_CREATED, e -> e.step("copy").caseRef(ref));
            on(6, CaseEventType.CASE_RESOLVED, e -> e.caseKey(null).caseRef(ref));
            on(7, CaseEventType.CASE_RESOLVED);
            GovernanceReport report = report();
            assertThat(report.cases().opened()).isEqualTo(1);
            assertThat(report.cases().turnaround().max()).isEqualTo(Duration.ofHours(6));
            assertThat(report.cases().withoutOpening()).isZero();
            assertThat(report.open()).isEmpty();
        }

        @Test
        void twoSourcesThatTellOfOneCaseCountOnceAlsoWhenTheTieComesAfterTheEnd() {
            SourceRef ref = SourceRef.of("engine", "1");
            on(0, CaseEventType.CASE_OPENED);
            asked(1, "legal");
            on(1, CaseEventType.CASE_OPENED, e -> e.caseKey(null).caseRef(ref));
            on(6, CaseEventType.CASE_RESOLVED, e -> e.caseKey(null).caseRef(ref));
            on(7, CaseEventType.ASSET_PUBLISHED, e -> e.caseRef(ref));
            on(8, CaseEventType.CASE_RESOLVED);
            GovernanceReport report = report();
            assertThat(report.cases().opened()).isEqualTo(1);
            assertThat(report.cases().open()).isZero();
            assertThat(report.cases().resolved()).isEqualTo(1);
            assertThat(report.cases().withoutOpening()).isZero();
            assertThat(report.open()).isEmpty();
            assertThat(report.stakeholders().get(0).withoutAnswer()).isEqualTo(1);
        }

        @Test
        void itDoesNotMatterWhichOfTwoSourcesToldOfTheEnd() {
            SourceRef ref = SourceRef.of("engine", "1");
            on(0, CaseEventType.CASE_OPENED);
            on(1, CaseEventType.CASE_OPENED, e -> e.caseKey(null).caseRef(ref));
            on(2, CaseEventType.TASK_CREATED, e -> e.caseKey(null).caseRef(ref).step("copy"));
            on(6, CaseEventType.CASE_RESOLVED);
            on(7, CaseEventType.ASSET_PUBLISHED, e -> e.caseRef(ref));
            on(8, CaseEventType.CASE_RESOLVED, e -> e.caseKey(null).caseRef(ref));
            GovernanceReport report = report();
            assertThat(report.cases().opened()).isEqualTo(1);
            assertThat(report.cases().open()).isZero();
            assertThat(report.cases().resolved()).isEqualTo(1);
            assertThat(report.cases().turnaround().max()).isEqualTo(Duration.ofHours(6));
            assertThat(report.open()).isEmpty();
        }

        @Test
        void aCaseThatBeganAfterTheEndOfAnotherStaysOpenUnderTheSameKey() {
            SourceRef ref = SourceRef.of("engine", "1");
            on(0, CaseEventType.CASE_OPENED);
            on(1, CaseEventType.CASE_RESOLVED);
            on(2, CaseEventType.CASE_OPENED, e -> e.caseKey(null).caseRef(ref));
            on(3, CaseEventType.ASSET_PUBLISHED, e -> e.caseRef(ref));
            assertThat(report().cases().opened()).isEqualTo(2);
            assertThat(report().cases().open()).isEqualTo(1);
        }

        @Test
        void anEndFindsItsOpeningAlsoWhenTheTieComesLater() {
            SourceRef ref = SourceRef.of("engine", "1");
            on(0, CaseEventType.CASE_OPENED);
            on(6, CaseEventType.CASE_RESOLVED, e -> e.caseKey(null).caseRef(ref));
            on(7, CaseEventType.ASSET_PUBLISHED, e -> e.caseRef(ref));
            GovernanceReport report = report();
            assertThat(report.cases().open()).isZero();
            assertThat(report.cases().resolved()).isEqualTo(1);
            assertThat(report.cases().withoutOpening()).isZero();
            assertThat(report.cases().turnaround().max()).isEqualTo(Duration.ofHours(6));
        }

        @Test
        void twoReferencesAreTwoCasesAlsoUnderOneKey() {
            on(0, CaseEventType.CASE_OPENED, e -> e.caseRef(SourceRef.of("engine", "1")));
            on(0, CaseEventType.CASE_OPENED, e -> e.caseRef(SourceRef.of("planner", "9")));
            assertThat(report().cases().opened()).isEqualTo(2);
        }

        @Test
        void whatIsOpenInACaseEndsWithIt() {
            on(0, CaseEventType.CASE_OPENED);
            asked(0, "legal");
            on(10, CaseEventType.CASE_CANCELLED);
            StepFigures legal = report().stakeholders().get(0);
            assertThat(legal.open()).isZero();
            assertThat(legal.withoutAnswer()).isEqualTo(1);
            assertThat(legal.waiting().count()).isZero();
            assertThat(legal.totalWaiting()).isEqualTo(Duration.ofHours(10));
        }

        @Test
        void holdTimeIsKnown() {
            on(0, CaseEventType.CASE_OPENED);
            on(1, CaseEventType.CASE_HELD);
            on(4, CaseEventType.CASE_RESUMED);
            on(9, CaseEventType.CASE_RESOLVED);
            assertThat(report().cases().onHold().median()).isEqualTo(Duration.ofHours(3));
        }

        @Test
        void casesBeyondTheLimitAreDroppedAndCounted() {
            for (int i = 0; i < 5; i++) {
                String key = "K" + i;
                on(i, CaseEventType.CASE_OPENED, e -> e.caseKey(key));
            }
            on(8, CaseEventType.CASE_RESOLVED, e -> e.caseKey("K0"));
            on(9, CaseEventType.CASE_RESOLVED, e -> e.caseKey("K4"));
            GovernanceReport report = GovernanceReport.of(
                    events.stream(), ReportSettings.asOf(at(1000)).within(limits(100, 3)));
            assertThat(report.basis().droppedCases()).isEqualTo(2);
            assertThat(report.basis().isComplete()).isFalse();
            assertThat(report.cases().opened()).isEqualTo(5);
            assertThat(report.cases().turnaround().count()).isEqualTo(1);
            assertThat(report.cases().withoutOpening()).isEqualTo(1);
            assertThat(report.cases().open()).isEqualTo(4);
        }

        @Test
        void namesBeyondTheLimitArePutTogether() {
            for (String step : List.of("a", "b", "c", "d")) {
                on(0, CaseEventType.TASK_CREATED, e -> e.step(step));
            }
            GovernanceReport report = GovernanceReport.of(
                    events.stream(), ReportSettings.asOf(at(1)).within(limits(100, 100)));
            assertThat(report.steps()).extracting(StepFigures::name).containsExactly("(other)", "a", "b");
        }
    }

    @Nested
    class Events {
        @Test
        void repetitionsDoNotCount() {
            on(0, CaseEventType.CASE_OPENED);
            on(3, CaseEventType.CASE_RESOLVED);
            events.addAll(List.copyOf(events));
            assertThat(report().basis().repeated()).isEqualTo(2);
            assertThat(report().cases().turnaround().count()).isEqualTo(1);
            GovernanceReport narrow = GovernanceReport.of(
                    events.stream(), ReportSettings.asOf(at(1000)).within(limits(1, 100)));
            assertThat(narrow.basis().repeated()).isEqualTo(2);
        }

        @Test
        void whatComesTooLateIsCountedAsItCame() {
            on(50, CaseEventType.COMMENT_ADDED);
            on(51, CaseEventType.COMMENT_ADDED);
            on(0, CaseEventType.CASE_OPENED);
            on(60, CaseEventType.CASE_RESOLVED);
            GovernanceReport report = GovernanceReport.of(
                    events.stream(), ReportSettings.asOf(at(1000)).within(limits(1, 100)));
            assertThat(report.basis().late()).isEqualTo(1);
            assertThat(report.cases().turnaround().max()).isEqualTo(Duration.ofHours(60));
        }

        @Test
        void whatOccursAfterTheReportIsLeftOut() {
            on(0, CaseEventType.CASE_OPENED);
            on(2000, CaseEventType.CASE_RESOLVED);
            events.add(CaseEvent.builder("flow", CaseEventType.CASE_OPENED, "far", Instant.MAX)
                    .caseKey("far")
                    .build());
            assertThat(report().basis().afterwards()).isEqualTo(2);
            assertThat(report().cases().open()).isEqualTo(1);
        }

        @Test
        void theEdgesOfTimeDoNoHarm() {
            events.add(CaseEvent.builder("flow", CaseEventType.CASE_OPENED, "near", Instant.MIN)
                    .caseKey("near")
                    .build());
            events.add(CaseEvent.builder("flow", CaseEventType.CASE_RESOLVED, "far", Instant.MAX)
                    .caseKey("near")
                    .build());
            ReportSettings settings = ReportSettings.asOf(Instant.MAX).in(ZoneId.of("Pacific/Auckland"));
            GovernanceReport report = GovernanceReport.of(events.stream(), settings);
            assertThat(report.trend().points()).hasSizeLessThanOrEqualTo(121);
            assertThat(report.cases().turnaround().count()).isEqualTo(1);
        }

        @Test
        void anEventWithoutCaseOrObjectIsNoFailure() {
            for (CaseEventType type : List.of(
                    CaseEventType.CASE_OPENED,
                    CaseEventType.CASE_RESOLVED,
                    CaseEventType.TASK_CREATED,
                    CaseEventType.APPROVAL_DECIDED,
                    CaseEventType.APPROVAL_VOIDED,
                    CaseEventType.ESCALATED,
                    CaseEventType.ASSET_PUBLISHED,
                    CaseEventType.DELIVERY_SENT,
                    CaseEventType.of("vendor.word"))) {
                on(0, type, e -> e.caseKey(null).subject(null).subjectVersion(null));
            }
            GovernanceReport report = report();
            assertThat(report.compliance().notJudged()).isEqualTo(1);
            assertThat(report.eventTypes()).containsEntry("vendor.word", 1L).hasSize(9);
        }

        @Test
        void aPassEndsOnce() {
            ReportPass pass = new ReportPass(ReportSettings.asOf(T0));
            pass.finish();
            assertThatThrownBy(pass::finish).isInstanceOf(IllegalStateException.class);
            CaseEvent event = CaseEvent.builder("flow", CaseEventType.CASE_OPENED, "e", T0)
                    .build();
            assertThatThrownBy(() -> pass.accept(event)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void impossibleSettingsAreRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ReportSettings.asOf(T0).since(at(1)));
            assertThatIllegalArgumentException().isThrownBy(() -> limits(0, 1));
        }
    }

    @Nested
    class Work {
        @Test
        void anAnswerThatNobodyAskedForHasNoDuration() {
            answered(5, "legal", "approved");
            StepFigures legal = report().stakeholders().get(0);
            assertThat(legal.withoutBeginning()).isEqualTo(1);
            assertThat(legal.answered()).isEqualTo(1);
            assertThat(legal.waiting().count()).isZero();
        }

        @Test
        void theSameAnswerFromTwoSourcesCountsOnce() {
            SourceRef task = SourceRef.of("engine", "t1");
            on(0, CaseEventType.APPROVAL_REQUESTED, e -> e.step("legal").related(task));
            on(
                    5,
                    CaseEventType.APPROVAL_DECIDED,
                    e -> e.step("legal").related(task).outcome("approved"));
            on(
                    6,
                    CaseEventType.APPROVAL_DECIDED,
                    e -> e.step("legal").related(task).outcome("approved"));
            StepFigures legal = report().stakeholders().get(0);
            assertThat(legal.outcomes()).isEqualTo(Map.of("approved", 1L));
            assertThat(legal.withoutBeginning()).isZero();
        }

        @Test
        void anAnswerFindsItsQuestionByStepWhenItHasNoReference() {
            on(0, CaseEventType.CASE_OPENED);
            on(0, CaseEventType.TASK_CREATED, e -> e.step("copy"));
            on(7, CaseEventType.TASK_COMPLETED, e -> e.step("copy").related(SourceRef.of("engine", "t1")));
            assertThat(report().steps().get(0).waiting().max()).isEqualTo(Duration.ofHours(7));
        }

        @Test
        void takingAndGivingBackShowsWhoHasIt() {
            on(0, CaseEventType.CASE_OPENED, e -> e.note("Spring launch"));
            on(0, CaseEventType.TASK_CREATED, e -> e.step("copy"));
            on(
                    1,
                    CaseEventType.TASK_CLAIMED,
                    e -> e.step("copy").actor(dev.contentconnect.core.model.Actor.of("mara")));
            assertThat(report().open().get(0).takenBy()).isEqualTo("mara");
            assertThat(report().open().get(0).title()).isEqualTo("Spring launch");
            on(2, CaseEventType.TASK_RELEASED, e -> e.step("copy"));
            assertThat(report().open().get(0).takenBy()).isNull();
        }

        @Test
        void anEscalatedCaseIsSettledByItsEnd() {
            on(0, CaseEventType.CASE_OPENED);
            on(2, CaseEventType.ESCALATED);
            on(3, CaseEventType.ESCALATED);
            assertThat(report().escalations().open()).isEqualTo(1);
            assertThat(report().escalations().pressing()).isEqualTo(1);
            on(12, CaseEventType.CASE_RESOLVED);
            EscalationFigures escalations = report().escalations();
            assertThat(escalations.calls()).isEqualTo(2);
            assertThat(escalations.cases()).isEqualTo(1);
            assertThat(escalations.toResolution().max()).isEqualTo(Duration.ofHours(10));
            assertThat(escalations.open()).isZero();
        }
    }
}
