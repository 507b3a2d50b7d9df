package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.json.CaseEventLines;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.report.Exported;
import dev.contentconnect.core.report.TrailFile;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.state.jdbc.JdbcStateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.host.TradingGridParties;
import dev.contentconnect.examples.host.TradingGridRemarks;
import dev.contentconnect.tradinggrid.TradingGridConnector;
import dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox;
import dev.contentconnect.vip.api.Posts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TV7: what the auditor finds, read from the files and held against what the systems have. */
class DistributionAuditTest extends TvScene {
    private static final String VERONA = "Verona Vittles";
    private static final String ROMA = "Roma Rice";

    private final List<TradingGridConnector> open = new ArrayList<>();
    private final String name = UUID.randomUUID().toString();
    private DistributionAudit audit;
    private Instant began;

    @BeforeEach
    void begin() {
        began = stage.library.clock().now().minusSeconds(1);
        audit = audit(stage.state);
        audit.gather();
        stage.pass();
    }

    @AfterEach
    void close() {
        open.forEach(TradingGridConnector::close);
    }

    private DistributionAudit audit(StateStore state) {
        TradingGridConnector grid = stage.grid(PowerCut.never(), state);
        open.add(grid);
        return new DistributionAudit(
                stage.library.eyes(),
                grid,
                new TradingGridParties(Map.of("Verona Vittles S.p.A.", VERONA)),
                new TradingGridRemarks(grid, TradingGridSandbox.SOLUTION, Map.of("m-1", VERONA), "vip"),
                new DistributionAudit.Scope(began, Duration.ofDays(30), Set.of("tv1", "tv2")),
                state,
                stage.clock);
    }

    private SourceRef poster() {
        return gallery.poster(name, List.of(Segment.region("IT")), "IT");
    }

    /** Of a file that was made and published within one second the library's feed says only that it was made. */
    private SourceRef published() throws InterruptedException {
        SourceRef asset = poster();
        stage.library.clock().sleep(Duration.ofSeconds(2));
        gallery.publisher().hold(asset, "for a moment");
        gallery.publish(asset, "again " + name, asset.id(), List.of(Segment.region("IT")));
        return asset;
    }

    private Delivery recorded(SourceRef asset, String partner) {
        return stage.library
                .eyes()
                .require(DeliveryLog.class)
                .record(new DeliveryDraft(
                        "test:" + asset + ">" + partner,
                        List.of(asset),
                        asset.id(),
                        partner,
                        DeliveryStatus.QUEUED,
                        stage.library.clock().now(),
                        null));
    }

    private void advance(Delivery entry, DeliveryStatus status, @Nullable String detail) {
        stage.library.eyes().require(DeliveryLog.class).advance(entry.ref(), status, detail);
    }

    private String document(SourceRef asset, String process, String status) {
        return stage.network.entry(
                Map.of("correlationid", process, "status", status), Map.of("reference id", asset.toString()));
    }

    private List<CaseEvent> trail(SourceRef asset, @Nullable String partner) {
        List<CaseEvent> events = new ArrayList<>();
        audit.follow(asset, partner, events::add);
        return events;
    }

    private static List<String> types(List<CaseEvent> events) {
        return events.stream().map(event -> event.type().value()).toList();
    }

    @Test
    void tellsWhatBothSystemsKnowOfAnAssetAndAPartnerInTheOrderInWhichItHappened() throws InterruptedException {
        SourceRef asset = published();
        Delivery entry = recorded(asset, VERONA);
        audit.gather();
        stage.pass();
        advance(entry, DeliveryStatus.SENT, "as poster.txt");
        String file = document(asset, "p", "Processing");
        audit.gather();
        stage.pass();
        stage.network.change(file, Map.of("status", "On Hold", "externalerrormessage", "no route"));
        audit.gather();
        stage.pass();
        stage.network.change(file, Map.of("status", "Delivered", "externalerrormessage", ""));
        stage.pass();
        stage.network.acknowledge(file, "P");
        stage.network.annotate("r-1", "GCP7", "the logo of " + asset + " is cut", stage.clock.now(), List.of());
        stage.library
                .eyes()
                .require(CommentThread.class)
                .add(asset, new CommentDraft("said " + name, "Verona wants it larger", null, null));
        audit.gather();
        List<CaseEvent> events = trail(asset, VERONA);
        assertThat(types(events))
                .contains(
                        "asset.published",
                        "delivery.queued",
                        "delivery.sent",
                        "delivery.failed",
                        "delivery.delivered",
                        "delivery.acknowledged",
                        "comment.added");
        assertThat(events).extracting(CaseEvent::occurredAt).isSorted();
        assertThat(events)
                .filteredOn(event -> event.type().value().equals("delivery.failed"))
                .singleElement()
                .returns("no route", CaseEvent::note);
        assertThat(events)
                .filteredOn(event -> event.type().value().equals("delivery.acknowledged"))
                .singleElement()
                .returns("approved_with_conditions", CaseEvent::outcome);
        assertThat(events)
                .filteredOn(event -> event.type().value().equals("comment.added"))
                .extracting(CaseEvent::note)
                .containsExactlyInAnyOrder("the logo of " + asset + " is cut", "Verona wants it larger");
        assertThat(events)
                .allMatch(event -> event.step() == null || event.step().equals(VERONA));
    }

    @Test
    void keepsPartnersApart() {
        SourceRef asset = poster();
        recorded(asset, VERONA);
        recorded(asset, ROMA);
        stage.network.entry(
                Map.of("receivername", ROMA, "receiveraddress", "01:ROMA"), Map.of("reference id", asset.toString()));
        stage.network.entry(Map.of("receivername", "Verona Vittles S.p.A."), Map.of("reference id", asset.toString()));
        audit.gather();
        assertThat(trail(asset, ROMA).stream().filter(event -> event.step() != null))
                .hasSize(2)
                .allMatch(event -> ROMA.equals(event.step()));
        assertThat(trail(asset, VERONA).stream().filter(event -> event.step() != null))
                .as("one name of the network is another one of the directory")
                .hasSize(2)
                .allMatch(event -> VERONA.equals(event.step()));
        assertThat(trail(asset, null).stream().filter(event -> event.step() != null))
                .hasSize(4);
    }

    @Test
    void anEntryOfTheLogThatNamesNoAssetStandsForItself() {
        Delivery entry = stage.library
                .eyes()
                .require(DeliveryLog.class)
                .record(new DeliveryDraft(
                        "access " + name,
                        List.of(),
                        null,
                        VERONA,
                        DeliveryStatus.SENT,
                        stage.library.clock().now(),
                        null));
        audit.gather();
        assertThat(types(trail(entry.ref(), VERONA))).containsExactly("delivery.sent");
    }

    @Test
    void readingAgainRecordsNothingTwice() {
        SourceRef asset = poster();
        recorded(asset, VERONA);
        document(asset, "p", "Delivered");
        stage.network.annotate("r-1", "GCP7", "good", stage.clock.now(), List.of());
        audit.gather();
        long before = number(stage.state);
        for (int i = 0; i < 3; i++) {
            stage.clock.advance(Duration.ofMinutes(1));
            audit.gather();
        }
        assertThat(number(stage.state)).isEqualTo(before);
        StateStore other = StateStore.inMemory();
        audit(other).gather();
        assertThat(number(other))
                .as("what is remembered is in the store, not in the flow")
                .isPositive();
    }

    @Test
    void whatComesLateOrOutOfOrderFindsItsPlace() {
        SourceRef asset = poster();
        audit.gather();
        stage.clock.advance(Duration.ofMinutes(10));
        document(asset, "p", "Delivered");
        audit.gather();
        String late = stage.clock.now().minus(Duration.ofMinutes(9)).toString();
        stage.network.entry(
                Map.of("correlationid", "p", "status", "Processing", "statusdate", late, "arrivaltime", late),
                Map.of("reference id", asset.toString()));
        audit.gather();
        List<String> recorded = new ArrayList<>();
        stage.state.read(view -> {
            view.trail(
                    TrailQuery.ALL.about(asset),
                    entry -> recorded.add(entry.event().type().value()));
            return null;
        });
        assertThat(recorded).containsSubsequence("delivery.delivered", "delivery.sent");
        assertThat(types(trail(asset, VERONA))).containsSubsequence("delivery.sent", "delivery.delivered");
    }

    @Test
    void theSameFailureAtAnotherTimeIsAnotherEntry() {
        SourceRef asset = poster();
        String file = document(asset, "p", "On Hold");
        audit.gather();
        stage.clock.advance(Duration.ofHours(1));
        stage.network.change(file, Map.of("status", "Delivery in progress"));
        audit.gather();
        stage.clock.advance(Duration.ofHours(1));
        stage.network.change(file, Map.of("status", "On Hold"));
        audit.gather();
        assertThat(types(trail(asset, VERONA)))
                .filteredOn(type -> type.startsWith("delivery."))
                .containsExactly("delivery.failed", "delivery.sent", "delivery.failed");
    }

    @Test
    void anAcknowledgementThatNamesNoAssetIsFoundThroughItsProcess() {
        SourceRef asset = poster();
        String early = stage.network.entry(Map.of("correlationid", "p", "transactionlevel", "Document"));
        stage.network.acknowledge(early, "R");
        audit.gather();
        stage.pass();
        assertThat(types(trail(asset, VERONA))).doesNotContain("delivery.rejected");
        document(asset, "p", "Completed");
        audit.gather();
        stage.pass();
        String later = stage.network.entry(Map.of("correlationid", "p", "transactionlevel", "Document"));
        stage.network.acknowledge(later, "A");
        audit.gather();
        assertThat(types(trail(asset, VERONA)))
                .containsSubsequence("delivery.rejected", "delivery.acknowledged")
                .containsOnlyOnce("asset.linked", "delivery.rejected", "delivery.acknowledged");
    }

    @Test
    void whatCannotBeReadIsSaidInTheTrail() {
        stage.network.entry(Map.of("transactionid", ""));
        audit.gather();
        audit.gather();
        List<CaseEvent> all = new ArrayList<>();
        stage.state.read(view -> {
            view.trail(TrailQuery.ALL.by(DistributionAudit.FLOW), entry -> all.add(entry.event()));
            return null;
        });
        assertThat(all)
                .filteredOn(event -> event.type().value().equals("flow.failed"))
                .singleElement()
                .satisfies(event -> assertThat(event.note()).contains("tradinggrid", "transactionid"));
    }

    @Test
    void theExportProvesItselfAndTheOrderedFileHoldsTheSame() throws IOException {
        try (StateStore file = JdbcStateStore.file(folder.resolve("audit.db")).open()) {
            audit = audit(file);
            audit.gather();
            stage.pass();
            SourceRef asset = poster();
            SourceRef odd = gallery.poster(name + "\t odd", List.of(Segment.region("IT")), "IT");
            recorded(asset, ROMA);
            recorded(odd, VERONA);
            String orphan = stage.network.entry(Map.of("correlationid", "q", "transactionlevel", "Document"));
            stage.network.acknowledge(orphan, "A");
            audit.gather();
            stage.pass();
            document(asset, "q", "Delivered");
            document(odd, "r", "On Hold");
            audit.gather();
            Exported exported = audit.export(folder.resolve("trail.jsonl"));
            assertThat(TrailFile.of(folder.resolve("trail.jsonl"))
                            .check(TrailChain.plain(), TrailHead.EMPTY, exported.last())
                            .isWhole())
                    .isTrue();
            Path ordered = folder.resolve("ordered.jsonl");
            assertThat(audit.inOrder(ordered)).isEqualTo(exported.entries());
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.filter(one -> one.toString().endsWith(".part"))).isEmpty();
            }
            List<CaseEvent> events = new ArrayList<>();
            try (var lines = CaseEventLines.read(ordered)) {
                lines.forEach(events::add);
            }
            assertThat(events).extracting(CaseEvent::id).doesNotHaveDuplicates();
            List<CaseEvent> own = events.stream()
                    .filter(event -> VERONA.equals(event.step()))
                    .filter(event -> asset.equals(event.subject()) || ref("q").equals(event.subject()))
                    .toList();
            assertThat(types(own)).contains("delivery.acknowledged", "delivery.delivered", "asset.linked");
            assertThat(own).extracting(CaseEvent::occurredAt).isSorted();
            int first = events.indexOf(own.get(0));
            assertThat(events.subList(first, first + own.size()))
                    .as("one trail, nothing between")
                    .isEqualTo(own);
        }
    }

    private static long number(StateStore state) {
        return state.read(view -> view.trailHead()).number();
    }

    private static SourceRef ref(String id) {
        return TvStage.ref(id);
    }

    @Test
    void anAcknowledgementThatNamesNoAssetBelongsToAllOfItsProcess() {
        SourceRef one = poster();
        SourceRef two = gallery.poster(name + "-two", List.of(Segment.region("IT")), "IT");
        document(one, "p", "Completed");
        audit.gather();
        stage.pass();
        String nameless = stage.network.entry(Map.of("correlationid", "p", "transactionlevel", "Document"));
        stage.network.acknowledge(nameless, "A");
        audit.gather();
        stage.pass();
        document(two, "p", "Completed");
        audit.gather();
        for (SourceRef asset : List.of(one, two)) {
            assertThat(types(trail(asset, VERONA)))
                    .as("trail of " + asset)
                    .containsOnlyOnce("asset.linked", "delivery.acknowledged");
        }
    }

    @Test
    void anEntryOfTheLogThatCannotBeReadIsSaidInTheTrail() {
        Delivery entry = recorded(poster(), VERONA);
        Posts log = stage.library.eyes().wordpress().posts("distributions");
        log.update(Long.parseLong(entry.ref().id()), Map.of("meta", Map.of("partner", "")));
        try {
            audit.gather();
            audit.gather();
        } finally {
            log.update(Long.parseLong(entry.ref().id()), Map.of("meta", Map.of("partner", VERONA)));
        }
        assertThat(TvStage.events(stage.state, CaseEventType.FLOW_FAILED))
                .singleElement()
                .satisfies(event -> assertThat(event.note())
                        .contains("vip", "partner", entry.ref().id()));
    }
}
