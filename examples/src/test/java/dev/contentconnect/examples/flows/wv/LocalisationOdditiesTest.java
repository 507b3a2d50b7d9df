package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.report.StepFigures;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Stage;
import dev.contentconnect.examples.flows.localisation.LocalisationOrder;
import dev.contentconnect.examples.flows.localisation.LocalisationOutcome;
import dev.contentconnect.examples.flows.localisation.MarketLocalisation;
import dev.contentconnect.examples.flows.localisation.MarketPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes late, twice, out of order or not at all. */
class LocalisationOdditiesTest {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final MarketPlan AUSTRIA = new MarketPlan(
            "AT",
            "de-AT",
            List.of(Segment.region("AT")),
            false,
            START.plus(Duration.ofDays(1)),
            START.plus(Duration.ofDays(2)),
            START.plus(Duration.ofDays(3)));
    private static final MarketPlan POLAND =
            new MarketPlan("PL", "pl", List.of(Segment.region("PL")), false, null, null, null);

    @TempDir
    private Path folder;

    private final FakeClock clock = new FakeClock(START);
    private final Stage stage = Stage.sandboxes(clock);
    private final Uploads library = new Uploads(stage.eyes());
    private final CaseDesk cases = stage.people().require(CaseDesk.class);
    private final AssetReader reader = stage.eyes().require(AssetReader.class);
    private final StateStore state = StateStore.inMemory();
    private final Localisation flow = flow(PowerCut.never(), state);

    @AfterEach
    void close() {
        stage.close();
    }

    private Localisation flow(PowerCut cut, StateStore memory) {
        return new Localisation(stage.workflow(cut), stage.vip(cut), this::file, memory, clock);
    }

    private Content file(String name) {
        if (name.startsWith("lost")) {
            throw new IllegalStateException("there is no " + name);
        }
        try {
            Path file = folder.resolve(name.replace(':', '-') + ".txt");
            return Content.of(Files.writeString(file, "bytes of " + name), "text/plain");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SourceRef master(String id) {
        SourceRef master = library.upload(id);
        if (!library.rights(master).status().equals(RightsStatus.CLEARED)) {
            library.state(master, RightsStatus.CLEARED, "AT", "DE");
            library.approve(master);
        }
        return master;
    }

    private LocalisationOrder order(SourceRef master, MarketPlan... plans) {
        return Localisation.order(master, library.get(master).currentVersion().id(), List.of(plans));
    }

    private SourceRef caseOf(LocalisationOrder order, MarketPlan plan) {
        return ((LocalisationOutcome.Waiting) flow.advance(order).get(plan)).caseRef();
    }

    private void work(SourceRef caseRef, String word, Map<String, Object> file) {
        stage.complete(caseRef, "translate", TaskResult.of("done", null, Actor.of("tr@example.com")));
        stage.complete(caseRef, "adapt", new TaskResult("done", null, Actor.of("ad@example.com"), file));
        stage.complete(caseRef, "regional", TaskResult.of(word, null, Actor.of("re@example.com")));
    }

    private void approve(SourceRef caseRef, String file) {
        work(caseRef, "approved", Map.of(MarketLocalisation.FILE, file));
    }

    private List<Asset> localised() {
        return reader.query(AssetQuery.ALL).stream()
                .filter(one -> one.master() != null)
                .toList();
    }

    @Test
    void addsAVersionToTheSameAssetForANewVersionOfTheMaster() {
        SourceRef master = master("poster");
        LocalisationOrder first = order(master, AUSTRIA);
        approve(caseOf(first, AUSTRIA), "at-1");
        flow.advance(first);
        library.newVersion(master, "2");
        library.approve(master);
        LocalisationOrder second = order(master, AUSTRIA);
        approve(caseOf(second, AUSTRIA), "at-2");
        flow.advance(second);

        assertThat(localised()).singleElement().satisfies(asset -> {
            assertThat(library.bytes(asset.ref())).isEqualTo("bytes of at-2");
            assertThat(reader.versions(asset.ref())).hasSize(2);
        });
    }

    @Test
    void doesNotLiftABlockOfTheLibrary() {
        SourceRef master = master("poster");
        LocalisationOrder first = order(master, AUSTRIA);
        approve(caseOf(first, AUSTRIA), "at-1");
        flow.advance(first);
        SourceRef localised = localised().get(0).ref();
        stage.eyes().require(RightsWriter.class).block(localised, "legal said so");
        library.newVersion(master, "2");
        library.approve(master);
        LocalisationOrder second = order(master, AUSTRIA);
        approve(caseOf(second, AUSTRIA), "at-2");
        flow.advance(second);

        assertThat(library.bytes(localised)).isEqualTo("bytes of at-2");
        assertThat(library.rights(localised).status()).isEqualTo(RightsStatus.BLOCKED);
        stage.eyes().require(RightsWriter.class).unblock(localised, "settled");
        assertThat(library.rights(localised).status()).isEqualTo(RightsStatus.CLEARED);
    }

    /** In the market it would look as if people there had revoked it, and nothing would lift it. */
    @Test
    void doesNotHandOnThatTheMasterIsRevoked() {
        SourceRef master = master("poster");
        LocalisationOrder first = order(master, AUSTRIA);
        approve(caseOf(first, AUSTRIA), "at-1");
        library.state(master, RightsStatus.REVOKED, "AT");
        assertThat(flow.advance(first).get(AUSTRIA)).isEqualTo(new LocalisationOutcome.OnHold("the master is revoked"));
        assertThat(localised()).isEmpty();

        library.newVersion(master, "2");
        library.state(master, RightsStatus.CLEARED, "AT");
        library.approve(master);
        LocalisationOrder second = order(master, AUSTRIA);
        approve(caseOf(second, AUSTRIA), "at-2");
        flow.advance(second);
        assertThat(library.rights(localised().get(0).ref()).status()).isEqualTo(RightsStatus.CLEARED);
    }

    @Test
    void endsTheOpenCasesOfAnOlderVersion() {
        SourceRef master = master("poster");
        LocalisationOrder first = order(master, AUSTRIA, POLAND);
        SourceRef old = caseOf(first, AUSTRIA);
        SourceRef oldPoland = caseOf(first, POLAND);
        library.newVersion(master, "2");
        library.approve(master);
        LocalisationOrder second = order(master, AUSTRIA);
        flow.advance(second);

        assertThat(cases.get(old).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(cases.get(oldPoland).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(flow.advance(first).get(AUSTRIA))
                .isEqualTo(new LocalisationOutcome.Refused(List.of("superseded by version " + second.version())));
        assertThat(localised()).isEmpty();
    }

    @Test
    void doesNotLetALateOrderOfAnOlderVersionInTheWay() {
        SourceRef master = master("poster");
        LocalisationOrder first = order(master, AUSTRIA);
        library.newVersion(master, "2");
        library.approve(master);
        LocalisationOrder second = order(master, AUSTRIA);
        SourceRef current = caseOf(second, AUSTRIA);

        assertThat(flow.advance(first).get(AUSTRIA)).isInstanceOf(LocalisationOutcome.Refused.class);
        assertThat(cases.get(current).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(stage.opened(master)).hasSize(1);
    }

    @Test
    void makesNothingOfAMasterThatIsNotApproved() {
        SourceRef master = library.upload("draft");
        LocalisationOrder order = order(master, AUSTRIA);
        assertThat(flow.advance(order).get(AUSTRIA)).isEqualTo(new LocalisationOutcome.OnHold("the master is draft"));
        assertThat(stage.opened(master)).isEmpty();

        library.approve(master);
        approve(caseOf(order, AUSTRIA), "at-1");
        stage.eyes().require(AssetPublisher.class).hold(master, "the model withdrew");
        assertThat(flow.advance(order).get(AUSTRIA)).isEqualTo(new LocalisationOutcome.OnHold("the master is held"));
        assertThat(localised()).isEmpty();
    }

    @Test
    void neverGivesAMarketMoreThanTheMasterHas() {
        SourceRef master = master("poster");
        LocalisationOrder order = order(master, POLAND);
        approve(caseOf(order, POLAND), "pl-1");
        flow.advance(order);

        RightsRecord rights = library.rights(localised().get(0).ref());
        assertThat(rights.grants()).isEmpty();
        assertThat(rights.permits(Use.at(clock.now()).in(Territory.of("PL"))).isAllowed())
                .isFalse();
    }

    @Test
    void refusesACancelledCaseAndAFileThatNobodyNamedOrApproved() {
        SourceRef master = master("poster");
        MarketPlan swiss = new MarketPlan("CH", "fr-CH", List.of(), false, null, null, null);
        LocalisationOrder order = order(master, AUSTRIA, POLAND, swiss);
        cases.cancel(caseOf(order, AUSTRIA), "no budget");
        work(caseOf(order, POLAND), "approved", Map.of());
        work(
                caseOf(order, swiss),
                "approved",
                Map.of(MarketLocalisation.FILE, "ch-1", MarketLocalisation.SHA256, "0".repeat(64)));

        assertThat(flow.advance(order))
                .containsEntry(AUSTRIA, new LocalisationOutcome.Refused(List.of("the case was cancelled")))
                .containsEntry(
                        POLAND,
                        new LocalisationOutcome.Refused(List.of("the case does not name the file that was approved")))
                .containsEntry(
                        swiss,
                        new LocalisationOutcome.Refused(List.of("the bytes of ch-1 are not those that were approved")));
        assertThat(localised()).isEmpty();
    }

    @Test
    void storesTheBytesThatWereApproved() throws Exception {
        String sum = HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256").digest("bytes of at-1".getBytes(StandardCharsets.UTF_8)));
        LocalisationOrder order = order(master("poster"), AUSTRIA);
        work(
                caseOf(order, AUSTRIA),
                "approved",
                Map.of(MarketLocalisation.FILE, "at-1", MarketLocalisation.SHA256, sum));

        assertThat(flow.advance(order).get(AUSTRIA)).isInstanceOf(LocalisationOutcome.Stored.class);
        assertThat(localised().get(0).currentVersion().checksum().hex()).isEqualTo(sum);
    }

    @Test
    void goesOnWithTheOtherMarketsWhenOneFails() {
        SourceRef master = master("poster");
        LocalisationOrder order = order(master, AUSTRIA, POLAND);
        SourceRef austria = caseOf(order, AUSTRIA);
        approve(caseOf(order, POLAND), "pl-1");
        approve(austria, "lost-1");

        assertThatThrownBy(() -> flow.advance(order)).hasMessage("there is no lost-1");
        assertThat(localised()).extracting(Asset::market).containsExactly("PL");
    }

    @Test
    void leavesOutWhatIsOutUntilSomebodyPublishesTheNextVersion() {
        SourceRef master = master("poster");
        LocalisationOrder first = order(master, AUSTRIA);
        approve(caseOf(first, AUSTRIA), "at-1");
        flow.advance(first);
        Asset asset = localised().get(0);
        library.publish(asset.ref(), "austria", Segment.region("AT"));
        library.newVersion(master, "2");
        library.approve(master);
        LocalisationOrder second = order(master, AUSTRIA);
        approve(caseOf(second, AUSTRIA), "at-2");
        flow.advance(second);

        assertThat(library.status(asset.ref())).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(stage.eyes().require(AssetPublisher.class).publications(asset.ref()))
                .singleElement()
                .satisfies(one -> assertThat(one.versions().get(asset.ref()))
                        .isEqualTo(asset.currentVersion().id()));
    }

    @Test
    void refusesAnOrderOfAVersionThatIsNotThere() {
        SourceRef master = master("poster");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow.advance(Localisation.order(master, "999", List.of(AUSTRIA))))
                .withMessageContaining("no version 999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Localisation.order(master, "1", List.of(AUSTRIA, AUSTRIA)));
    }

    @Test
    void hangsUnderTheFeedsOfBothSystems() {
        SourceRef master = library.upload("poster");
        library.state(master, RightsStatus.CLEARED, "AT");
        LocalisationOrder order = order(master, AUSTRIA);
        FeedRunner masters = FeedRunner.builder("wv4", state, item -> {
                    if (master.equals(item.event().subject())) {
                        flow.advance(order);
                    }
                })
                .poll(stage.eyes().require(AssetFeed.class), Duration.ofSeconds(30))
                .time(clock)
                .build();
        FeedRunner works = FeedRunner.builder("wv4-cases", state, masters.handOver())
                .poll(stage.people().require(CaseFeed.class), Duration.ofSeconds(30))
                .time(clock)
                .build();
        masters.runUntilIdle();
        works.runUntilIdle();

        clock.advance(Duration.ofSeconds(5));
        library.publish(master, "out", Segment.region("AT"));
        masters.runUntilIdle();
        approve(stage.opened(master).get(0), "at-1");
        works.runUntilIdle();
        masters.runUntilIdle();

        assertThat(localised()).hasSize(1);
        assertThat(masters.status().parked() + works.status().parked()).isZero();
    }

    @Test
    void tellsStepsAndLateWorkForTheGovernanceReport() {
        SourceRef master = master("poster");
        LocalisationOrder order = order(master, AUSTRIA);
        SourceRef caseRef = caseOf(order, AUSTRIA);
        clock.advance(Duration.ofHours(30));
        flow.advance(order);
        approve(caseRef, "at-1");
        flow.advance(order);

        List<CaseEvent> trail = new ArrayList<>();
        state.read(view -> {
            view.trail(TrailQuery.ALL, entry -> trail.add(entry.event()));
            return null;
        });
        assertThat(trail)
                .filteredOn(event -> event.type().value().equals("task.overdue"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.step()).isEqualTo("translate");
                    assertThat(event.occurredAt()).isEqualTo(AUSTRIA.translateBy());
                });
        GovernanceReport report = state.read(view -> GovernanceReport.of(view, ReportSettings.asOf(clock.now())));
        assertThat(report.cases().turnaround().median()).isEqualTo(Duration.ofHours(30));
        assertThat(report.steps()).extracting(StepFigures::name).containsExactlyInAnyOrder("translate", "adapt");
    }

    @Test
    void survivesAnEndAtAnyMomentWhenApproved() throws Exception {
        Interruptions.survived("approved", (id, cut, memory) -> run(id, cut, memory, "approved"), (id, memory) -> {
            SourceRef master = library.upload(id);
            Asset asset = reader.findByKey("wv4:" + master + ":AT/de-AT").orElseThrow();
            assertThat(asset.status()).as(id).isEqualTo(AssetStatus.APPROVED);
            assertThat(asset.master()).as(id).isEqualTo(master);
            assertThat(reader.versions(asset.ref()))
                    .as(id)
                    .extracting(AssetVersion::id)
                    .containsExactly(asset.currentVersion().id());
            assertThat(library.rights(asset.ref()).grants()).as(id).hasSize(1);
            assertThat(stage.opened(master)).as(id).hasSize(1);
        });
    }

    @Test
    void survivesAnEndAtAnyMomentWhenRejected() throws Exception {
        Interruptions.survived("rejected", (id, cut, memory) -> run(id, cut, memory, "rejected"), (id, memory) -> {
            SourceRef master = library.upload(id);
            assertThat(reader.findByKey("wv4:" + master + ":AT/de-AT")).as(id).isEmpty();
            assertThat(stage.eyes().require(CommentThread.class).comments(master))
                    .as(id)
                    .hasSize(1);
            assertThat(stage.opened(master)).as(id).hasSize(1);
        });
    }

    private void run(String id, PowerCut cut, StateStore memory, String word) {
        LocalisationOrder order = order(master(id), AUSTRIA);
        Localisation dying = flow(cut, memory);
        if (dying.advance(order).get(AUSTRIA) instanceof LocalisationOutcome.Waiting waiting) {
            work(waiting.caseRef(), word, Map.of(MarketLocalisation.FILE, "file of " + id));
            dying.advance(order);
        }
    }
}
