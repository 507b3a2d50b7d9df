package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.report.CaseFigures;
import dev.contentconnect.core.report.DeliveryFigures;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.report.StepFigures;
import dev.contentconnect.core.report.TimeSummary;
import dev.contentconnect.core.report.Violation;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.core.testkit.WholePage;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Reviews;
import dev.contentconnect.examples.flows.Stage;
import dev.contentconnect.vip.api.Media;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of a history in both systems, worked out by hand. */
class GovernanceReportingTest {
    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private final FakeClock clock = new FakeClock(MONDAY);
    private final Stage stage = Stage.sandboxes(clock);
    private final Connector vip = stage.eyes();
    private final DeliveryLog deliveries = vip.require(DeliveryLog.class);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        stage.close();
    }

    private GovernanceReporting reporting(StateStore state, Instant since, PowerCut cut) {
        return new GovernanceReporting(stage.workflow(cut), stage.vip(cut), cut.on(state), since, MONTH, clock);
    }

    private GovernanceReporting reporting(StateStore state) {
        return reporting(state, MONDAY, PowerCut.never());
    }

    private ApproveThenPublish publishing(StateStore state) {
        return new ApproveThenPublish(stage.people(), vip, ApproveThenPublish.VIP_AUDIENCE, state, clock);
    }

    private void after(int hours) {
        clock.advance(Duration.ofHours(hours));
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    private Asset upload(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return vip.require(AssetWriter.class)
                .create(new AssetDraft(
                        key,
                        Asset.builder(SourceRef.of("desk", key)).title(key).build(),
                        Content.of(new ByteArrayInputStream(bytes), bytes.length, key + ".txt", "text/plain")));
    }

    private Delivery record(String key, SourceRef asset, DeliveryStatus status) {
        return deliveries.record(new DeliveryDraft(key, List.of(asset), null, "dealer-1", status, clock.now(), null));
    }

    @Test
    void figuresEqualThoseWorkedOutByHand() throws Exception {
        StateStore state = StateStore.inMemory();
        GovernanceReporting reporting = reporting(state);
        reporting.gather();
        ApproveThenPublish flow = publishing(state);
        Packages packages = new Packages(folder);

        // A: brand after 2 h, legal after 5 h, marketing after 10 h; published.
        ContentPackage a = packages.single("a");
        SourceRef caseA = ((PackageOutcome.Waiting) flow.start(a)).caseRef();
        after(2);
        Reviews.answer(stage.people(), caseA, Map.of("brand", "approved"));
        after(3);
        Reviews.answer(stage.people(), caseA, Map.of("legal", "approved"));
        after(5);
        Reviews.answer(stage.people(), caseA, Map.of("marketing", "approved"));
        flow.advance(a);
        reporting.gather();

        // B: brand after 4 h, marketing after 6 h; legal is chased after 3 days and answers 2 h later; published.
        ContentPackage b = packages.single("b");
        SourceRef caseB = ((PackageOutcome.Waiting) flow.start(b)).caseRef();
        after(4);
        Reviews.answer(stage.people(), caseB, Map.of("brand", "approved"));
        after(2);
        Reviews.answer(stage.people(), caseB, Map.of("marketing", "approved"));
        after(66);
        stage.runTimers();
        reporting.gather();
        after(2);
        Reviews.answer(stage.people(), caseB, Map.of("legal", "approved"));
        flow.advance(b);

        // C: brand and marketing after 1 h, legal says no after 20 h; refused.
        ContentPackage c = packages.single("c");
        SourceRef caseC = ((PackageOutcome.Waiting) flow.start(c)).caseRef();
        after(1);
        Reviews.answer(stage.people(), caseC, Map.of("brand", "approved", "marketing", "approved"));
        after(19);
        Reviews.answer(stage.people(), caseC, Map.of("legal", "rejected"));
        flow.advance(c);

        // D: called off after 5 h. E: nobody has answered for 10 h in the end.
        ContentPackage d = packages.single("d");
        SourceRef caseD = ((PackageOutcome.Waiting) flow.start(d)).caseRef();
        after(5);
        stage.people().require(CaseDesk.class).cancel(caseD, "called off");
        flow.advance(d);
        flow.start(packages.single("e"));
        reporting.gather();

        // Somebody publishes what nobody approved; six hours of deliveries.
        Asset leaked = upload("leaked");
        vip.require(AssetPublisher.class)
                .publish(new PublishRequest("by-hand", "By hand", List.of(leaked.ref()), List.of(), null, null));
        SourceRef hero = vip.require(AssetReader.class)
                .findByKey("files:a")
                .orElseThrow()
                .ref();
        Delivery smooth = record("smooth", hero, DeliveryStatus.QUEUED);
        Delivery bumpy = record("bumpy", hero, DeliveryStatus.QUEUED);
        Delivery lost = record("lost", hero, DeliveryStatus.QUEUED);
        record("at-once", hero, DeliveryStatus.DELIVERED);
        reporting.gather();
        after(1);
        deliveries.advance(bumpy.ref(), DeliveryStatus.FAILED, "mailbox full");
        deliveries.advance(lost.ref(), DeliveryStatus.FAILED, "no such address");
        reporting.gather();
        after(1);
        deliveries.advance(smooth.ref(), DeliveryStatus.DELIVERED, null);
        deliveries.advance(bumpy.ref(), DeliveryStatus.SENT, null);
        reporting.gather();
        after(1);
        deliveries.advance(bumpy.ref(), DeliveryStatus.DELIVERED, null);
        reporting.gather();
        after(2);
        deliveries.advance(smooth.ref(), DeliveryStatus.ACKNOWLEDGED, null);
        after(5);
        reporting.gather();
        reporting.gather();

        GovernanceReport report = reporting.report(ReportSettings.asOf(clock.now()));
        hasCasesWorkedOutByHand(report);
        hasPublicationsAndDeliveriesWorkedOutByHand(report, leaked);
        String page = reporting.page("November", ReportSettings.asOf(clock.now()));
        assertThat(page)
                .contains("<svg", "does not see what partners download")
                .doesNotContain("<script", "http://127");
        WholePage.isSelfContained(WholePage.parsed(page));
        assertThat(new String(report.toJson(), StandardCharsets.UTF_8))
                .contains("\"p90\":\"PT74H\"", "\"reason\":\"no_approval\"", "\"recovered\":1");
    }

    private static void hasCasesWorkedOutByHand(GovernanceReport report) {
        CaseFigures cases = report.cases();
        assertThat(List.of(cases.opened(), cases.resolved(), cases.cancelled(), cases.open()))
                .containsExactly(5L, 3L, 1L, 1L);
        times(cases.turnaround(), 3, hours(20), hours(74));
        assertThat(cases.decided()).isEqualTo(3);
        assertThat(cases.sentBack()).isOne();
        Map<String, StepFigures> by = new HashMap<>();
        report.stakeholders().forEach(one -> by.put(one.name(), one));
        times(by.get("brand").waiting(), 3, hours(2), hours(4));
        times(by.get("legal").waiting(), 3, hours(20), hours(74));
        times(by.get("marketing").waiting(), 3, hours(6), hours(10));
        assertThat(report.stakeholders().get(0).name()).as("bottleneck").isEqualTo("legal");
        // Legal: 5 + 74 + 20 answered, 5 called off, 10 open.
        assertThat(by.get("legal").totalWaiting()).isEqualTo(hours(114));
        assertThat(report.escalations().calls()).isOne();
        assertThat(report.escalations().cases()).isOne();
        times(report.escalations().toResolution(), 1, hours(2), hours(2));
        assertThat(report.refusedFlows()).isEqualTo(2);
        assertThat(report.failedFlows()).isZero();
    }

    private static void hasPublicationsAndDeliveriesWorkedOutByHand(GovernanceReport report, Asset leaked) {
        assertThat(report.compliance().publications()).isEqualTo(3);
        assertThat(report.compliance().valid()).isEqualTo(2);
        assertThat(report.compliance().byReason()).containsExactly(entry(Violation.Reason.NO_APPROVAL, 1L));
        assertThat(report.compliance().violations()).singleElement().returns(leaked.ref(), Violation::subject);
        DeliveryFigures made = report.deliveries();
        assertThat(List.of(made.deliveries(), made.delivered(), made.acknowledged(), made.failures()))
                .containsExactly(4L, 3L, 1L, 2L);
        assertThat(List.of(made.retries(), made.recovered(), made.failedNow(), made.underWay()))
                .containsExactly(1L, 1L, 1L, 0L);
        times(made.toArrival(), 2, hours(2), hours(3));
        times(made.toReceipt(), 1, hours(5), hours(5));
    }

    private static void times(TimeSummary times, long count, Duration median, Duration p90) {
        assertThat(times.count()).isEqualTo(count);
        assertThat(times.median()).isEqualTo(median);
        assertThat(times.p90()).isEqualTo(p90);
    }

    @Test
    void findsAPublicationThatComesOutAtItsDate() {
        StateStore state = StateStore.inMemory();
        GovernanceReporting reporting = reporting(state);
        reporting.gather();
        Asset later = upload("later");
        Instant date = clock.now().plus(Duration.ofDays(2));
        vip.require(AssetPublisher.class)
                .publish(new PublishRequest("dated", "Dated", List.of(later.ref()), List.of(), date, null));
        reporting.gather();
        assertThat(reporting
                        .report(ReportSettings.asOf(clock.now()))
                        .compliance()
                        .publications())
                .isZero();

        after(49);
        reporting.gather();
        reporting.gather();
        GovernanceReport report = reporting.report(ReportSettings.asOf(clock.now()));
        assertThat(report.compliance().publications()).isOne();
        assertThat(report.compliance().violations()).singleElement().returns(date.plusMillis(999), Violation::at);
    }

    @Test
    void judgesWhatIsGivenAgainByTheApprovalItHadBefore() {
        StateStore state = StateStore.inMemory();
        GovernanceReporting reporting = reporting(state);
        reporting.gather();
        ContentPackage content = new Packages(folder).single("again");
        PackageOutcome.Waiting asked =
                (PackageOutcome.Waiting) publishing(state).start(content);
        after(1);
        Reviews.answer(stage.people(), asked.caseRef(), Reviews.ALL_APPROVE);
        publishing(state).advance(content);
        SourceRef hero = vip.require(AssetReader.class)
                .findByKey("files:again")
                .orElseThrow()
                .ref();
        after(1);
        byte[] bytes = {'2'};
        String second = vip.require(AssetWriter.class)
                .addVersion(hero, "2", Content.of(new ByteArrayInputStream(bytes), 1, "2.txt", "text/plain"))
                .id();
        vip.require(AssetPublisher.class)
                .publish(new PublishRequest("past it", "Past it", List.of(hero), List.of(), null, null)
                        .ofVersions(Map.of(hero, second)));
        new ReApproval(stage.people(), vip, Shelf.SERVING, state, clock).advance(hero);
        after(1);
        reporting.gather();

        GovernanceReport report = reporting.report(ReportSettings.asOf(clock.now()));
        assertThat(report.compliance().publications()).isEqualTo(3);
        assertThat(report.compliance().valid()).isEqualTo(2);
        assertThat(report.compliance().violations()).singleElement().returns(second, Violation::version);
    }

    @Test
    void findsWhatAPersonShowsPastTheWorkflowAndPassesOverWhatIsGone() {
        StateStore state = StateStore.inMemory();
        GovernanceReporting reporting = reporting(state);
        reporting.gather();
        Media media = stage.eyes().wordpress().media();
        long shown = personUploads(media, "Leaked poster");
        long gone = personUploads(media, "Gone poster");
        after(1);
        media.update(shown, Map.of("alt_text", "a poster"));
        media.delete(gone);
        reporting.gather();
        after(1);
        media.update(shown, Map.of("alt_text", "a good poster"));
        reporting.gather();

        GovernanceReport report = reporting.report(ReportSettings.asOf(clock.now()));
        assertThat(report.compliance().publications()).isOne();
        assertThat(report.compliance().violations())
                .singleElement()
                .returns("Leaked poster", Violation::title)
                .returns(Violation.Reason.NO_APPROVAL, Violation::reason);
    }

    private static long personUploads(Media media, String title) {
        byte[] bytes = title.getBytes(StandardCharsets.UTF_8);
        return media.uploadMultipart("poster.txt", new HttpBody.Bytes("text/plain", bytes), Map.of("title", title))
                .id();
    }

    @Test
    void passesOverNothingAfterALongRest() {
        StateStore state = StateStore.inMemory();
        GovernanceReporting reporting = reporting(state);
        SourceRef asset = upload("asset").ref();
        Delivery made = record("before-the-rest", asset, DeliveryStatus.QUEUED);
        reporting.gather();
        after(24 * 20);
        deliveries.advance(made.ref(), DeliveryStatus.DELIVERED, null);
        record("in-the-rest", asset, DeliveryStatus.DELIVERED);
        after(24 * 80);
        reporting.gather();

        DeliveryFigures found =
                reporting.report(ReportSettings.asOf(clock.now())).deliveries();
        assertThat(found.delivered()).isEqualTo(2);
        times(found.toArrival(), 1, Duration.ofDays(20), Duration.ofDays(20));
    }

    @Test
    void survivesEveryInterruption() throws Exception {
        Map<String, Instant> begun = new HashMap<>();
        Interruptions.survived(
                "report",
                (id, cut, state) -> {
                    if (!begun.containsKey(id)) {
                        Instant since = clock.now();
                        happen(id, state);
                        begun.put(id, since);
                    }
                    reporting(state, begun.get(id), cut).gather();
                },
                (id, state) -> {
                    GovernanceReport report =
                            reporting(state, begun.get(id), PowerCut.never()).report(ReportSettings.asOf(clock.now()));
                    assertThat(report.cases().opened()).as(id).isOne();
                    assertThat(report.cases().resolved()).as(id).isOne();
                    assertThat(report.compliance().publications()).as(id).isOne();
                    assertThat(report.compliance().valid()).as(id).isOne();
                    assertThat(report.deliveries().delivered()).as(id).isOne();
                    after(1);
                });
    }

    /** Of this history the report knows nothing but what it gathers itself. */
    private void happen(String id, StateStore state) {
        reporting(state, clock.now(), PowerCut.never()).gather();
        after(1);
        StateStore own = StateStore.inMemory();
        ContentPackage content = new Packages(folder).single(id);
        PackageOutcome.Waiting asked = (PackageOutcome.Waiting) publishing(own).start(content);
        Reviews.answer(stage.people(), asked.caseRef(), Reviews.ALL_APPROVE);
        publishing(own).advance(content);
        SourceRef asset = vip.require(AssetReader.class)
                .findByKey("files:" + id)
                .orElseThrow()
                .ref();
        record(id, asset, DeliveryStatus.DELIVERED);
        after(1);
    }
}
