package dev.contentconnect.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A small history whose figures were worked out by hand. Monday is 2 November 2026; times are hours after its midnight.
 *
 * <pre>
 * case A  opened 0, brand asked 0 taken 2 yes 4, legal asked 0 yes 30, v1 published 31, resolved 32
 * case B  opened 10, legal asked 10 (overdue 34, escalated 40) no 58; asked again 60 yes 70; v1 published 71; resolved 74
 * case C  opened 24, task copy asked 24 done 26, hold 26 to 36, cancelled 48
 * case D  opened 100, legal asked 100, still open
 * </pre>
 */
class GovernanceReportTest {
    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final ReportSettings SETTINGS = ReportSettings.asOf(at(120));

    private final List<CaseEvent> events = new ArrayList<>();

    GovernanceReportTest() {
        on("A", 0, CaseEventType.CASE_OPENED, null, null, "approval");
        on("A", 0, CaseEventType.APPROVAL_REQUESTED, "t1", null, "brand");
        on("A", 2, CaseEventType.TASK_CLAIMED, "t1", null, "brand");
        on("A", 4, CaseEventType.APPROVAL_DECIDED, "t1", "approved", "brand");
        on("A", 0, CaseEventType.APPROVAL_REQUESTED, "t2", null, "legal");
        on("A", 30, CaseEventType.APPROVAL_DECIDED, "t2", "approved", "legal");
        on("A", 31, CaseEventType.ASSET_PUBLISHED, null, "published", null);
        on("A", 32, CaseEventType.CASE_RESOLVED, null, "approved", null);
        on("B", 10, CaseEventType.CASE_OPENED, null, null, "approval");
        on("B", 10, CaseEventType.APPROVAL_REQUESTED, "t3", null, "legal");
        on("B", 34, CaseEventType.TASK_OVERDUE, "t3", null, "legal");
        on("B", 40, CaseEventType.ESCALATED, "t3", null, "legal");
        on("B", 58, CaseEventType.APPROVAL_DECIDED, "t3", "changes_requested", "legal");
        on("B", 60, CaseEventType.APPROVAL_REQUESTED, "t4", null, "legal");
        on("B", 70, CaseEventType.APPROVAL_DECIDED, "t4", "approved", "legal");
        on("B", 71, CaseEventType.ASSET_PUBLISHED, null, null, null);
        on("B", 74, CaseEventType.CASE_RESOLVED, null, "approved", null);
        on("C", 24, CaseEventType.CASE_OPENED, null, null, "checklist");
        on("C", 24, CaseEventType.TASK_CREATED, "t5", null, "copy");
        on("C", 26, CaseEventType.TASK_COMPLETED, "t5", "done", "copy");
        on("C", 26, CaseEventType.CASE_HELD, null, null, null);
        on("C", 36, CaseEventType.CASE_RESUMED, null, null, null);
        on("C", 48, CaseEventType.CASE_CANCELLED, null, null, null);
        on("D", 100, CaseEventType.CASE_OPENED, null, null, "approval");
        on("D", 100, CaseEventType.APPROVAL_REQUESTED, "t6", null, "legal");
        on("D", 101, CaseEventType.ASSET_PUBLISHED, null, null, null);
        on("D", 102, CaseEventType.DELIVERY_SENT, "d1", null, null);
        on("D", 104, CaseEventType.DELIVERY_FAILED, "d1", null, null);
        on("D", 105, CaseEventType.DELIVERY_SENT, "d1", null, null);
        on("D", 108, CaseEventType.DELIVERY_DELIVERED, "d1", null, null);
        on("D", 110, CaseEventType.DELIVERY_ACKNOWLEDGED, "d1", null, null);
        on("D", 102, CaseEventType.DELIVERY_SENT, "d2", null, null);
        on("D", 103, CaseEventType.DELIVERY_REJECTED, "d2", null, null);
    }

    private static Instant at(long hour) {
        return MONDAY.plus(Duration.ofHours(hour));
    }

    private void on(String key, long hour, CaseEventType type, String related, String outcome, String step) {
        events.add(CaseEvent.builder("flow", type, "e" + events.size(), at(hour))
                .caseKey(key)
                .subject(SourceRef.of("library", "asset-" + key))
                .subjectVersion("v1")
                .related(related == null ? null : SourceRef.of("engine", related))
                .outcome(outcome)
                .step(step)
                .build());
    }

    private GovernanceReport report() {
        return GovernanceReport.of(events.stream(), SETTINGS);
    }

    private static TimeSummary hours(long count, long median, long p90, long max, long total) {
        return new TimeSummary(
                count,
                Duration.ofHours(median),
                Duration.ofHours(p90),
                Duration.ofHours(max),
                Duration.ofHours(total),
                true);
    }

    @Test
    void casesAreMeasuredFromOpeningToEnd() {
        CaseFigures cases = report().cases();
        assertThat(cases.turnaround()).isEqualTo(hours(2, 32, 64, 64, 96));
        assertThat(cases.turnaround().mean()).isEqualTo(Duration.ofDays(2));
        assertThat(cases.byType()).containsExactly(Map.entry("approval", hours(2, 32, 64, 64, 96)));
        assertThat(List.of(cases.opened(), cases.resolved(), cases.cancelled(), cases.open()))
                .containsExactly(4L, 2L, 1L, 1L);
        assertThat(List.of(cases.decided(), cases.sentBack(), cases.withoutOpening()))
                .containsExactly(2L, 1L, 0L);
        assertThat(cases.outcomes()).containsExactly(Map.entry("approved", 2L));
        assertThat(cases.distribution()).hasSize(9);
        assertThat(cases.distribution().get(2)).isEqualTo(new CaseFigures.LengthCount(Duration.ofDays(2), 1));
        assertThat(cases.distribution().get(3)).isEqualTo(new CaseFigures.LengthCount(Duration.ofDays(3), 1));
    }

    @Test
    void waitingIsSharedOutToStepsAndStakeholders() {
        GovernanceReport report = report();
        // Legal: 30 + 48 + 10 answered, 20 so far. Brand 4, copy 2. Together 114.
        StepFigures legal = report.stakeholders().get(0);
        assertThat(legal.name()).isEqualTo("legal");
        assertThat(legal.waiting()).isEqualTo(hours(3, 30, 48, 48, 88));
        assertThat(legal.totalWaiting()).isEqualTo(Duration.ofHours(108));
        assertThat(legal.share()).isEqualTo(108.0 / 114, within(1e-12));
        assertThat(legal.outcomes()).isEqualTo(Map.of("approved", 2L, "changes_requested", 1L));
        assertThat(List.of(legal.askedAgain(), legal.overdue(), legal.open())).containsExactly(1L, 1L, 1L);
        assertThat(legal.oldestSince()).isEqualTo(at(100));
        StepFigures brand = report.stakeholders().get(1);
        assertThat(brand.waiting()).isEqualTo(hours(1, 4, 4, 4, 4));
        assertThat(brand.untilTaken()).isEqualTo(hours(1, 2, 2, 2, 2));
        assertThat(report.steps()).hasSize(1);
        assertThat(report.steps().get(0).waiting()).isEqualTo(hours(1, 2, 2, 2, 2));
    }

    @Test
    void escalationsEndWithTheAnswer() {
        EscalationFigures escalations = report().escalations();
        assertThat(escalations).isEqualTo(new EscalationFigures(1, 1, 0.25, hours(1, 18, 18, 18, 18), 0, 1, 0, 0));
    }

    @Test
    void publicationsAreJudgedAtTheirMoment() {
        ComplianceFigures compliance = report().compliance();
        assertThat(List.of(compliance.publications(), compliance.valid(), compliance.violationCount()))
                .containsExactly(3L, 2L, 1L);
        assertThat(compliance.share()).isEqualTo(2.0 / 3);
        assertThat(compliance.violations())
                .containsExactly(new Violation(
                        at(101),
                        "flow",
                        SourceRef.of("library", "asset-D"),
                        "v1",
                        "D",
                        null,
                        Violation.Reason.PENDING,
                        "legal"));
    }

    @Test
    void deliveriesAreFollowedToTheirReceipt() {
        assertThat(report().deliveries())
                .isEqualTo(new DeliveryFigures(
                        2, 1, 1, 1, 1, 1, 1, 1, 0, hours(1, 6, 6, 6, 6), hours(1, 8, 8, 8, 8), 0, 0, 0));
    }

    @Test
    void theTrendHasOnePointForEachDay() {
        TrendFigures trend = report().trend();
        assertThat(trend.unit()).isEqualTo(TrendUnit.DAY);
        LocalDate monday = LocalDate.of(2026, 11, 2);
        assertThat(trend.points())
                .containsExactly(
                        new TrendPoint(monday, 2, 0, 2),
                        new TrendPoint(monday.plusDays(1), 1, 1, 2),
                        new TrendPoint(monday.plusDays(2), 0, 1, 1),
                        new TrendPoint(monday.plusDays(3), 0, 1, 0),
                        new TrendPoint(monday.plusDays(4), 1, 0, 1),
                        new TrendPoint(monday.plusDays(5), 0, 0, 1));
    }

    @Test
    void whatWaitsIsListed() {
        assertThat(report().open())
                .extracting(item ->
                        item.kind() + " " + item.step() + " " + item.age().toHours())
                .containsExactly("DELIVERY null 17", "APPROVAL legal 20");
    }

    @Test
    void aPeriodCountsWhatEndsInIt() {
        GovernanceReport report = GovernanceReport.of(events.stream(), SETTINGS.since(at(48)));
        CaseFigures cases = report.cases();
        assertThat(List.of(cases.openBefore(), cases.opened(), cases.resolved(), cases.cancelled(), cases.open()))
                .containsExactly(2L, 1L, 1L, 1L, 1L);
        assertThat(cases.turnaround()).isEqualTo(hours(1, 64, 64, 64, 64));
        assertThat(report.trend().points().get(0)).isEqualTo(new TrendPoint(LocalDate.of(2026, 11, 4), 0, 1, 1));
        assertThat(report.compliance().publications()).isEqualTo(2);
    }

    @Test
    void theTrailGivesTheSameReport() {
        try (StateStore store = StateStore.inMemory()) {
            events.forEach(event -> store.<Boolean>transact(t -> t.append(event)));
            GovernanceReport fromTrail = store.read(view -> GovernanceReport.of(view, SETTINGS));
            assertThat(fromTrail).isEqualTo(report());
        }
    }

    @Test
    void theReportIsDataToo() {
        Map<?, ?> json = (Map<?, ?>) Json.decodePlain(report().toJson());
        assertThat(json.get("schema")).isEqualTo("contentconnect/report/1");
        assertThat(((Map<?, ?>) ((Map<?, ?>) json.get("cases")).get("turnaround")).get("median"))
                .isEqualTo("PT32H");
        assertThat(new String(report().toJson(), StandardCharsets.UTF_8))
                .contains("\"reason\":\"pending\"")
                .contains("\"unit\":\"day\"")
                .contains("\"failedNow\":1");
    }
}
