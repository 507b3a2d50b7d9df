package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Launch;
import dev.contentconnect.examples.flows.tv.LaunchBoard.Holding;
import dev.contentconnect.tradinggrid.TradingGridConnector;
import dev.contentconnect.vip.VipConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TV6: what partners find in their boxes, what the library's log says, and who has it. */
class LaunchDistributionTest extends TvScene {
    private static final Segment ITALY = Segment.region("IT");
    private static final String VERONA = "Verona Vittles";
    private static final String ROMA = "Roma Rice";
    private static final String PARIS = "Paris Pain";

    private final String id = UUID.randomUUID().toString();
    private TradingGridConnector grid;
    private LaunchDistribution flow;
    private SourceRef poster;
    private SourceRef banner;

    @BeforeEach
    void begin() {
        grid = stage.grid(PowerCut.never(), stage.state);
        flow = new LaunchDistribution(
                stage.library.eyes(), grid, stage.files(PowerCut.never(), grid), List.of(), stage.state, stage.clock);
        stage.partner(VERONA, ITALY);
        stage.partner(ROMA, ITALY);
        stage.partner(PARIS, Segment.region("FR"));
        poster = asset("poster");
        banner = asset("banner");
    }

    @AfterEach
    void close() {
        grid.close();
    }

    private SourceRef asset(String name) {
        SourceRef asset = gallery.draft(name + "-" + id, ITALY);
        gallery.allow(asset, RightsStatus.RESTRICTED, null, "IT");
        return asset;
    }

    private Launch plan() {
        return plan("1", null);
    }

    private Launch plan(String version, @Nullable Instant due) {
        return new Launch(
                id,
                version,
                "Spring",
                Map.of(poster, poster.id(), banner, banner.id()),
                List.of(ITALY),
                stage.clock.now(),
                due);
    }

    private LaunchBoard.Distributed advance(Launch plan) {
        LaunchBoard board = flow.advance(plan);
        assertThat(board).isInstanceOf(LaunchBoard.Distributed.class);
        return (LaunchBoard.Distributed) board;
    }

    private List<Delivery> log(String partner) {
        return stage.library.eyes().require(DeliveryLog.class).deliveries(DeliveryQuery.ALL.to(partner)).stream()
                .filter(one -> String.valueOf(one.key()).startsWith("tv6:launch:" + id))
                .toList();
    }

    private Holding holding(Launch plan, String partner) {
        return advance(plan).partners().get(TvStage.ref(partner)).holding();
    }

    @Test
    void partnersOfTheAudienceGetAllFilesAndTheBoardSaysWhoHasThem() {
        Launch plan = plan();
        LaunchBoard.Distributed sent = advance(plan);
        assertThat(stage.outbox(VERONA).values())
                .containsExactlyInAnyOrder(Gallery.text("poster-" + id, 1), Gallery.text("banner-" + id, 1));
        assertThat(stage.outbox(ROMA)).hasSize(2);
        assertThat(stage.outbox(PARIS)).isEmpty();
        assertThat(gallery.reader().get(poster).status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(sent.has()).isEmpty();
        assertThat(sent.hasNot()).containsExactly(TvStage.ref(ROMA), TvStage.ref(VERONA));
        stage.take(VERONA, "Delivered");
        stage.take(ROMA, "Completed");
        LaunchBoard.Distributed later = advance(plan);
        assertThat(later.has()).containsExactly(TvStage.ref(VERONA));
        assertThat(later.hasNot()).as("completed is no proof of receipt").containsExactly(TvStage.ref(ROMA));
        assertThat(log(VERONA)).hasSize(2).allMatch(one -> one.status().equals(DeliveryStatus.DELIVERED));
        assertThat(log(ROMA)).hasSize(2).allMatch(one -> one.status().equals(DeliveryStatus.SENT));
        assertThat(log(PARIS)).isEmpty();
    }

    @Test
    void theSameTriggerAgainChangesNothing() {
        Launch plan = plan();
        advance(plan);
        stage.take(VERONA, "Delivered");
        advance(plan);
        long before = stage.state.read(view -> view.trailHead()).number();
        LaunchBoard.Distributed board = advance(plan);
        assertThat(advance(plan)).isEqualTo(board);
        assertThat(stage.outbox(VERONA)).as("nothing goes out twice").isEmpty();
        assertThat(log(VERONA)).hasSize(2);
        assertThat(stage.state.read(view -> view.trailHead()).number()).isEqualTo(before);
    }

    @Test
    void halfOfItIsNotAllOfIt() {
        Launch plan = plan();
        advance(plan);
        Map<String, String> files = stage.take(VERONA, "Delivered");
        stage.network.change(files.values().iterator().next(), Map.of("status", "Ready for pickup"));
        LaunchBoard.Row row = advance(plan).partners().get(TvStage.ref(VERONA));
        assertThat(row.holding()).isEqualTo(Holding.SOME);
        assertThat(row.missing()).hasSize(1);
    }

    @Test
    void anAcknowledgementWithReserveConfirmsNothing() {
        Launch plan = plan();
        advance(plan);
        stage.take(VERONA, "Delivered").values().forEach(one -> stage.network.acknowledge(one, "P"));
        LaunchBoard.Row row = advance(plan).partners().get(TvStage.ref(VERONA));
        assertThat(row.holding()).isEqualTo(Holding.SOME);
        assertThat(row.remarks()).hasSize(2).allMatch(one -> one.contains("in part"));
        assertThat(advance(plan).has()).as("also when it is looked at again").isEmpty();
    }

    @Test
    void aRefusalAfterThePickUpTakesTheConfirmationBack() {
        Launch plan = plan();
        advance(plan);
        Map<String, String> files = stage.take(VERONA, "Delivered");
        assertThat(holding(plan, VERONA)).isEqualTo(Holding.ALL);
        stage.pass();
        stage.network.acknowledge(files.values().iterator().next(), "R");
        assertThat(holding(plan, VERONA)).isEqualTo(Holding.TROUBLE);
        assertThat(log(VERONA))
                .extracting(Delivery::status)
                .containsExactlyInAnyOrder(DeliveryStatus.DELIVERED, DeliveryStatus.FAILED);
    }

    @Test
    void whatWasOnHoldArrivesLateAndCounts() {
        Instant due = stage.clock.now().plus(Duration.ofHours(1));
        Launch plan = plan("1", due);
        advance(plan);
        Map<String, String> files = stage.take(VERONA, "On Hold");
        assertThat(holding(plan, VERONA)).isEqualTo(Holding.TROUBLE);
        stage.clock.advance(Duration.ofHours(2));
        assertThat(advance(plan).partners().get(TvStage.ref(ROMA)).late()).isTrue();
        files.values().forEach(one -> stage.network.change(one, Map.of("status", "Delivered")));
        LaunchBoard.Row row = advance(plan).partners().get(TvStage.ref(VERONA));
        assertThat(row.holding()).isEqualTo(Holding.ALL);
        assertThat(row.late()).isTrue();
        assertThat(TvStage.events(stage.state, CaseEventType.TASK_OVERDUE))
                .as("told once for each")
                .extracting(CaseEvent::step)
                .containsExactlyInAnyOrder(VERONA, ROMA);
    }

    @Test
    void aDuplicateThatTheNetworkStoppedTakesNothingAway() {
        Launch plan = plan();
        advance(plan);
        Map<String, String> files = stage.take(VERONA, "Delivered");
        stage.pass();
        files.keySet()
                .forEach(name -> stage.network.entry(Map.of(
                        "senderfilename",
                        name,
                        "receivername",
                        VERONA,
                        "receiveraddress",
                        TvStage.address(VERONA),
                        "status",
                        "Duplicate")));
        assertThat(holding(plan, VERONA)).isEqualTo(Holding.ALL);
    }

    @Test
    void whoJoinsLaterGetsItAndWhoLeavesGetsNothingMore() {
        Launch plan = plan();
        stage.people.rules().orElseThrow().revoke(TvStage.ref(ROMA), ITALY);
        advance(plan);
        assertThat(stage.outbox(ROMA)).isEmpty();
        stage.people.rules().orElseThrow().grant(TvStage.ref(ROMA), ITALY, "joined");
        stage.people.rules().orElseThrow().revoke(TvStage.ref(VERONA), ITALY);
        stage.take(VERONA, "Delivered");
        LaunchBoard.Distributed board = advance(plan);
        assertThat(stage.outbox(ROMA)).hasSize(2);
        assertThat(stage.outbox(VERONA)).isEmpty();
        assertThat(board.has()).as("what it got it has").containsExactly(TvStage.ref(VERONA));
        Launch next = plan("2", null);
        assertThat(advance(next).partners()).containsOnlyKeys(TvStage.ref(ROMA));
        assertThat(stage.outbox(VERONA)).isEmpty();
        assertThat(flow.advance(plan)).isInstanceOf(LaunchBoard.Refused.class);
    }

    @Test
    void nothingGoesOutWhenOneAssetIsNotFit() {
        SourceRef unknown = gallery.draft("unknown-" + id, ITALY);
        Launch plan = new Launch(
                id,
                "1",
                "Spring",
                Map.of(poster, poster.id(), unknown, unknown.id()),
                List.of(ITALY),
                stage.clock.now(),
                null);
        LaunchBoard board = flow.advance(plan);
        assertThat(board).isInstanceOf(LaunchBoard.Refused.class);
        assertThat(((LaunchBoard.Refused) board).reasons()).anyMatch(reason -> reason.contains(unknown.id()));
        assertThat(flow.advance(plan)).isEqualTo(board);
        assertThat(stage.outbox(VERONA)).isEmpty();
        assertThat(gallery.reader().get(poster).status()).isNotEqualTo(AssetStatus.PUBLISHED);
        assertThat(TvStage.events(stage.state, CaseEventType.FLOW_REFUSED)).hasSize(1);
    }

    @Test
    void whatMayNotBeUsedAnyMoreGoesToNobodyElse() {
        Launch plan = plan();
        stage.people.rules().orElseThrow().revoke(TvStage.ref(ROMA), ITALY);
        advance(plan);
        stage.take(VERONA, "Delivered");
        gallery.allow(poster, RightsStatus.BLOCKED, null, "IT");
        stage.people.rules().orElseThrow().grant(TvStage.ref(ROMA), ITALY, "joined");
        LaunchBoard.Distributed board = advance(plan);
        assertThat(board.has()).containsExactly(TvStage.ref(VERONA));
        assertThat(stage.outbox(ROMA)).isEmpty();
        assertThat(TvStage.events(stage.state, CaseEventType.FLOW_FAILED)).hasSize(1);
    }

    @Test
    void waitsForItsTimeAndRefusesAVersionThatIsNotThere() {
        Launch early = new Launch(
                id,
                "1",
                "Spring",
                Map.of(poster, poster.id()),
                List.of(ITALY),
                stage.clock.now().plusSeconds(60),
                null);
        assertThat(flow.advance(early)).isInstanceOf(LaunchBoard.Waiting.class);
        assertThat(stage.outbox(VERONA)).isEmpty();
        Launch odd = new Launch(id, "2", "Spring", Map.of(poster, "999999"), List.of(ITALY), stage.clock.now(), null);
        assertThat(flow.advance(odd)).isInstanceOf(LaunchBoard.Refused.class);
        Launch everybody =
                new Launch(id, "3", "Spring", Map.of(poster, poster.id()), List.of(), stage.clock.now(), null);
        assertThatThrownBy(() -> flow.advance(everybody)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReceiptForAnUnknownLaunchIsToldAndChangesNothing() {
        Launch plan = plan();
        advance(plan);
        CaseFeed feed = grid.require(CaseFeed.class);
        Cursor begin = feed.changes(null, 10).next();
        stage.pass();
        stage.network.entry(Map.of("status", "Delivered"), Map.of("reference number", "tv6:launch:nobody@7"));
        stage.take(VERONA, "Delivered");
        ChangeBatch batch = feed.changes(begin, 100);
        batch.events().forEach(event -> flow.handle(event, List.of(plan)));
        batch.events().forEach(event -> flow.handle(event, List.of(plan)));
        assertThat(TvStage.events(stage.state, CaseEventType.FLOW_REFUSED))
                .singleElement()
                .satisfies(event -> assertThat(event.note()).contains("not under way"));
        assertThat(log(VERONA))
                .as("files without a business key wait for the next call")
                .allMatch(one -> one.status().equals(DeliveryStatus.SENT));
    }

    @Test
    void goesByTheFeedOfTheNetwork() {
        Launch plan = plan();
        advance(plan);
        CaseFeed feed = grid.require(CaseFeed.class);
        Cursor begin = feed.changes(null, 10).next();
        stage.pass();
        for (String partner : List.of(VERONA, ROMA)) {
            stage.take(partner, "Delivered");
        }
        stage.network.entry(Map.of("status", "Processing"), Map.of("reference id", poster.toString()));
        feed.changes(begin, 100).events().forEach(event -> flow.handle(event, List.of(plan)));
        assertThat(log(ROMA)).hasSize(2).allMatch(one -> one.status().equals(DeliveryStatus.DELIVERED));
        assertThat(TvStage.events(stage.state, CaseEventType.CASE_RESOLVED)).hasSize(1);
    }

    @Test
    void whoLeftTheDirectoryStopsNobodyAndIsFollowed() {
        Launch plan = plan();
        advance(plan);
        stage.network.removePartner(ROMA);
        stage.take(VERONA, "Delivered");
        assertThat(advance(plan).has()).containsExactly(TvStage.ref(VERONA));
        stage.take(ROMA, "Delivered");
        assertThat(advance(plan).has())
                .as("what it got it has")
                .containsExactly(TvStage.ref(ROMA), TvStage.ref(VERONA));
    }

    @Test
    void aPartnerToWhomNothingCanBeSentStopsNobody() throws IOException {
        Path box = folder.resolve("outbox").resolve("ZZ_ROMARICE");
        Files.createDirectories(box.getParent());
        Files.writeString(box, "no folder");
        Launch plan = plan();
        assertThatThrownBy(() -> flow.advance(plan)).isInstanceOf(ConnectorException.class);
        assertThat(stage.outbox(VERONA)).hasSize(2);
        stage.network.removePartner(ROMA);
        assertThat(holding(plan, ROMA)).as("it never left").isEqualTo(Holding.EXCLUDED);
        assertThat(holding(plan, VERONA)).isEqualTo(Holding.NOTHING_YET);
    }

    /** It breaks off, and its asset is blocked: what everybody can see is not refused, and the trail tells of it. */
    @Test
    void isRefusedOnlyWhereNothingOfItIsPublic() throws Exception {
        boolean died = true;
        int refused = 0;
        for (int moment = 0; died; moment++) {
            String name = "broken-" + moment;
            SourceRef asset = asset(name);
            Launch plan = new Launch(
                    name + "-" + id, "1", "Spring", Map.of(asset, asset.id()), List.of(ITALY), stage.clock.now(), null);
            PowerCut cut = new PowerCut(moment);
            try (VipConnector dying = stage.library.vip(cut)) {
                new LaunchDistribution(
                                dying, grid, stage.files(PowerCut.never(), grid), List.of(), stage.state, stage.clock)
                        .advance(plan);
            } catch (Error | RuntimeException broken) {
                assertThat(cut.happened()).isTrue();
            }
            died = cut.happened();
            gallery.allow(asset, RightsStatus.BLOCKED, null, "IT");
            boolean isPublic = stage.library.isPublic(asset.id());

            assertThat(flow.advance(plan))
                    .as(name + (isPublic ? ", public" : ", not public"))
                    .isInstanceOf(isPublic ? LaunchBoard.Distributed.class : LaunchBoard.Refused.class);
            assertThat(TvStage.events(stage.state, CaseEventType.ASSET_PUBLISHED).stream()
                            .anyMatch(event -> asset.equals(event.subject())))
                    .as(name)
                    .isEqualTo(isPublic);
            if (!isPublic) {
                refused++;
                assertThat(stage.outbox(VERONA)).doesNotContainValue(Gallery.text(name + "-" + id, 1));
            }
        }
        assertThat(refused).isGreaterThan(3);
    }
}
