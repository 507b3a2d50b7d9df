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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a report makes of histories that are not as they should be. */
class ReportRulesTest {
    private static final Instant T0 = Instant.parse("2026-11-02T00:00:00Z");
    private static final SourceRef ASSET = SourceRef.of("library", "a");

    private final List<CaseEvent> events = new ArrayList<>();

    private static Instant at(long hour) {
        return T0.plus(Duration.ofHours(hour));
    }

    private void on(long hour, CaseEventType type, UnaryOperator<CaseEvent.Builder> more) {
        events.add(more.apply(CaseEvent.builder("flow", type, "e" + events.size(), at(hour))
                        .caseKey("A")
                        .subject(ASSET)
                        .subjectVersion("v1"))
                .build());
    }

    private void on(long hour, CaseEventType type) {
        on(hour, type, e -> e);
    }

    private void asked(long hour, String who) {
        on(hour, CaseEventType.APPROVAL_REQUESTED, e -> e.step(who));
    }

    private void answered(long hour, String who, String word) {
        on(hour, CaseEventType.APPROVAL_DECIDED, e -> e.step(who).outcome(word));
    }

    private void published(long hour) {
        on(hour, CaseEventType.ASSET_PUBLISHED);
    }

    private GovernanceReport report() {
        return GovernanceReport.of(events.stream(), ReportSettings.asOf(at(1000)));
    }

    private static ReportLimits limits(int reordered, int tracked) {
        return new ReportLimits(reordered, tracked, tracked, tracked, 2, 100, 5, 2);
    }

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

    @Nested
    class Compliance {
        private Violation.Reason reason() {
            ComplianceFigures compliance = report().compliance();
            return compliance.violations().isEmpty()
                    ? null
                    : compliance.violations().get(0).reason();
        }

        @Test
        void aYesOfEverybodyAskedIsValid() {
            asked(0, "legal");
            asked(0, "brand");
            answered(1, "legal", "approved");
            answered(2, "brand", "approved_with_conditions");
            published(2);
            assertThat(reason()).isNull();
            assertThat(report().compliance().valid()).isEqualTo(1);
        }

        @Test
        void anApprovalNeverCountsForAnotherVersion() {
            answered(1, "legal", "approved");
            on(2, CaseEventType.ASSET_PUBLISHED, e -> e.subjectVersion("v2"));
            assertThat(reason()).isEqualTo(Violation.Reason.OTHER_VERSION);
            assertThat(report().compliance().violations().get(0).detail()).isEqualTo("v1");
        }

        @Test
        void theLastWordDecides() {
            answered(1, "legal", "rejected");
            answered(2, "legal", "approved");
            published(3);
            assertThat(reason()).isNull();
            answered(4, "legal", "rejected");
            published(5);
            assertThat(reason()).isEqualTo(Violation.Reason.REJECTED);
        }

        @Test
        void aYesAfterThePublicationIsTooLate() {
            published(1);
            answered(2, "legal", "approved");
            assertThat(reason()).isEqualTo(Violation.Reason.NO_APPROVAL);
        }

        @Test
        void everyOtherReasonIsNamed() {
            asked(0, "brand");
            answered(1, "legal", "approved");
            published(2);
            assertThat(reason()).isEqualTo(Violation.Reason.PENDING);
            answered(3, "brand", "seen");
            published(4);
            assertThat(reason()).isEqualTo(Violation.Reason.UNCLEAR);
            on(5, CaseEventType.ASSET_PUBLISHED, e -> e.subjectVersion(null));
            assertThat(reason()).isEqualTo(Violation.Reason.VERSION_NOT_STATED);
            on(6, CaseEventType.APPROVAL_VOIDED, e -> e.step("legal"));
            published(7);
            assertThat(reason()).isEqualTo(Violation.Reason.VOIDED);
            assertThat(report().stakeholders()).anyMatch(row -> row.name().equals("legal") && row.voided() == 1);
        }

        @Test
        void aVoidThatNamesNoApprovalVoidsThoseOfItsCase() {
            on(0, CaseEventType.CASE_OPENED);
            answered(1, "legal", "approved");
            on(2, CaseEventType.APPROVAL_VOIDED, e -> e.subjectVersion("v2").note("superseded by version v2"));
            published(3);
            assertThat(reason()).isEqualTo(Violation.Reason.VOIDED);
        }

        @Test
        void whatIsAskedAtTheMomentOfSuchAVoidStays() {
            on(0, CaseEventType.CASE_OPENED);
            asked(0, "legal");
            asked(2, "brand");
            on(2, CaseEventType.APPROVAL_VOIDED);
            assertThat(report().open()).extracting(OpenItem::step).containsExactly("brand");
        }

        @Test
        void aRequestTakenBackIsNotWaitedFor() {
            asked(0, "brand");
            answered(1, "legal", "approved");
            on(2, CaseEventType.APPROVAL_VOIDED, e -> e.step("brand"));
            published(3);
            assertThat(reason()).isNull();
        }

        @Test
        void objectsWithoutVersionsAreJudgedAsOne() {
            on(
                    0,
                    CaseEventType.APPROVAL_DECIDED,
                    e -> e.subjectVersion(null).step("legal").outcome("approved"));
            on(1, CaseEventType.ASSET_PUBLISHED, e -> e.subjectVersion(null));
            assertThat(reason()).isNull();
        }

        @Test
        void onlyTheLatestViolationsAreListedAndAllAreCounted() {
            for (int i = 0; i < 5; i++) {
                published(i);
            }
            GovernanceReport report = GovernanceReport.of(
                    events.stream(), ReportSettings.asOf(at(1000)).within(limits(100, 100)));
            assertThat(report.compliance().violationCount()).isEqualTo(5);
            assertThat(report.compliance().violations())
                    .extracting(Violation::at)
                    .containsExactly(at(4), at(3));
        }

        @Test
        void whatHadToBeForgottenIsNotCalledAViolation() {
            answered(0, "legal", "approved");
            for (String other : List.of("x", "y")) {
                on(
                        1,
                        CaseEventType.APPROVAL_DECIDED,
                        e -> e.subject(SourceRef.of("library", other))
                                .caseKey(other)
                                .step("legal")
                                .outcome("approved"));
            }
            published(2);
            GovernanceReport report = GovernanceReport.of(
                    events.stream(), ReportSettings.asOf(at(1000)).within(limits(100, 2)));
            assertThat(report.compliance().notJudged()).isEqualTo(1);
            assertThat(report.compliance().violationCount()).isZero();
            assertThat(report.basis().droppedSubjects()).isEqualTo(1);
            assertThat(report.basis().isComplete()).isTrue();
            on(3, CaseEventType.ASSET_PUBLISHED, e -> e.subject(SourceRef.of("library", "never seen")));
            report = GovernanceReport.of(
                    events.stream(), ReportSettings.asOf(at(1000)).within(limits(100, 2)));
            assertThat(report.compliance().violationCount()).isEqualTo(1);
        }

        @Test
        void whatWasHeldBackIsNoPublication() {
            on(1, CaseEventType.ASSET_PUBLISHED, e -> e.outcome("held"));
            assertThat(report().compliance().publications()).isZero();
        }
    }
}
