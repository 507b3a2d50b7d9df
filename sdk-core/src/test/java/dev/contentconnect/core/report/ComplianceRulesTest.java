package dev.contentconnect.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a publication counts as approved. */
class ComplianceRulesTest extends InventedHistory {

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
    void suchAVoidReachesEveryObjectOfItsCase() {
        SourceRef second = SourceRef.of("library", "b");
        on(0, CaseEventType.CASE_OPENED);
        on(
                1,
                CaseEventType.APPROVAL_DECIDED,
                e -> e.subject(second).step("legal").outcome("approved"));
        on(2, CaseEventType.APPROVAL_VOIDED);
        on(3, CaseEventType.ASSET_PUBLISHED, e -> e.subject(second));
        assertThat(reason()).isEqualTo(Violation.Reason.VOIDED);
    }

    @Test
    void suchAVoidReachesTheObjectThatItNames() {
        SourceRef second = SourceRef.of("library", "b");
        on(0, CaseEventType.CASE_OPENED);
        on(
                1,
                CaseEventType.APPROVAL_DECIDED,
                e -> e.subject(second).step("legal").outcome("approved"));
        on(2, CaseEventType.APPROVAL_VOIDED, e -> e.subject(second));
        on(3, CaseEventType.ASSET_PUBLISHED, e -> e.subject(second));
        assertThat(reason()).isEqualTo(Violation.Reason.VOIDED);
        assertThat(report().compliance().valid()).isZero();
    }

    @Test
    void suchAVoidReachesWhatWasSaidBeforeTwoCasesTurnedOutToBeOne() {
        SourceRef ref = SourceRef.of("engine", "1");
        on(0, CaseEventType.CASE_OPENED);
        answered(1, "legal", "approved");
        on(2, CaseEventType.CASE_OPENED, e -> e.caseKey(null).caseRef(ref));
        on(3, CaseEventType.TASK_CREATED, e -> e.step("copy").caseRef(ref));
        on(4, CaseEventType.APPROVAL_VOIDED, e -> e.caseKey(null).caseRef(ref));
        published(5);
        assertThat(reason()).isEqualTo(Violation.Reason.VOIDED);
    }

    @Test
    void anAnswerCountsForTheVersionThatItNames() {
        on(0, CaseEventType.CASE_OPENED);
        asked(0, "legal");
        on(
                1,
                CaseEventType.APPROVAL_DECIDED,
                e -> e.subjectVersion("v2").step("legal").outcome("approved"));
        on(2, CaseEventType.ASSET_PUBLISHED, e -> e.subjectVersion("v2"));
        assertThat(reason()).isNull();
        published(3);
        assertThat(reason()).isEqualTo(Violation.Reason.NO_APPROVAL);
        assertThat(report().compliance().valid()).isEqualTo(1);
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
    void whatWasForgottenOfManyVersionsIsNoViolation() {
        for (int version = 1; version <= 51; version++) {
            String name = "v" + version;
            on(
                    version,
                    CaseEventType.APPROVAL_DECIDED,
                    e -> e.subjectVersion(name).step("legal").outcome("approved"));
        }
        on(60, CaseEventType.ASSET_PUBLISHED, e -> e.subjectVersion("v1"));
        on(61, CaseEventType.ASSET_PUBLISHED, e -> e.subjectVersion(null));
        on(62, CaseEventType.ASSET_PUBLISHED, e -> e.subjectVersion("v51"));
        asked(63, "brand");
        on(64, CaseEventType.APPROVAL_DECIDED, e -> e.step("brand").outcome("rejected"));
        on(65, CaseEventType.ASSET_PUBLISHED, e -> e.subjectVersion("v1"));

        ComplianceFigures compliance = report().compliance();
        assertThat(compliance.notJudged()).isEqualTo(2);
        assertThat(compliance.valid()).isEqualTo(1);
        assertThat(compliance.violations()).extracting(Violation::reason).containsExactly(Violation.Reason.REJECTED);
    }

    @Test
    void anObjectThatWasForgottenIsNoViolationWhenItIsTalkedOfAgain() {
        answered(0, "legal", "approved");
        for (String other : List.of("x", "y", "z")) {
            on(
                    1,
                    CaseEventType.APPROVAL_DECIDED,
                    e -> e.subject(SourceRef.of("library", other))
                            .caseKey(other)
                            .step("legal")
                            .outcome("approved"));
        }
        on(
                2,
                CaseEventType.APPROVAL_DECIDED,
                e -> e.subjectVersion("v2").step("legal").outcome("rejected"));
        published(3);
        GovernanceReport report = GovernanceReport.of(
                events.stream(), ReportSettings.asOf(at(1000)).within(limits(100, 2)));
        assertThat(report.compliance().notJudged()).isEqualTo(1);
        assertThat(report.compliance().violations()).isEmpty();
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
        assertThat(report.compliance().violations()).extracting(Violation::at).containsExactly(at(4), at(3));
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
