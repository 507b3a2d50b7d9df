package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.host.TradingGridGroups;
import dev.contentconnect.tradinggrid.TradingGridConnector;
import dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TV5: who is offered what, by the log of the library and the table of the network. */
class SegmentedLibrariesTest extends TvScene {
    private static final Segment ITALY = Segment.region("IT");
    private static final Segment FRANCE = Segment.region("FR");

    private final String id = UUID.randomUUID().toString();
    private final Segment brand = Segment.brand("Ostrevik " + id);
    private final Segment gold = new Segment(SegmentKind.PARTNER_PROGRAM, "Gold " + id);
    private final String verona = "Verona " + id;
    private final String paris = "Paris " + id;
    private TradingGridConnector grid;
    private SegmentedLibraries flow;

    @BeforeEach
    void begin() {
        grid = stage.grid(PowerCut.never(), stage.state);
        flow = new SegmentedLibraries(
                stage.library.eyes(),
                grid,
                new TradingGridGroups(grid.rules().orElseThrow()),
                List.of(ITALY, FRANCE, brand, gold),
                stage.state,
                stage.clock);
        stage.partner(verona, ITALY, brand);
        stage.partner(paris, FRANCE, brand);
    }

    @AfterEach
    void close() {
        grid.close();
    }

    private SourceRef poster(String name, Segment... segments) {
        return gallery.poster(name + "-" + id, List.of(segments), "IT", "FR");
    }

    private List<Delivery> entries(String partner) {
        return stage.library.eyes().require(DeliveryLog.class).deliveries(DeliveryQuery.ALL.to(partner)).stream()
                .toList();
    }

    /** What the log of the library offers to a partner. */
    private List<SourceRef> offered(String partner) {
        List<SourceRef> out = new ArrayList<>();
        entries(partner).stream()
                .filter(one -> one.status().equals(DeliveryStatus.SENT))
                .forEach(one -> out.addAll(one.assets()));
        return out;
    }

    private Delivery access(String partner, Segment library) {
        String key = "tv5:library:" + library.kind() + "/" + library.value() + ">" + partner;
        return entries(partner).stream()
                .filter(one -> key.equals(one.key()))
                .findFirst()
                .orElseThrow();
    }

    private void byHand(Delivery entry, DeliveryStatus status) {
        stage.library.eyes().require(DeliveryLog.class).advance(entry.ref(), status, "by hand");
    }

    private boolean hasRow(String partner, Segment segment) {
        return stage.network
                .rows(TradingGridSandbox.RULES)
                .containsKey(partner + "|" + segment.kind() + "|" + segment.value());
    }

    @Test
    void aPartnerOutsideASegmentGetsNothingFromIt() {
        SourceRef italian = poster("italian", ITALY, brand);
        SourceRef french = poster("french", FRANCE, brand);
        SourceRef golden = poster("golden", ITALY, gold);
        SourceRef elsewhere = poster("elsewhere", ITALY, Segment.brand("Other " + id));
        Map<SourceRef, PartnerShelf> shelves = flow.sweep();
        assertThat(offered(verona)).containsExactly(italian);
        assertThat(offered(paris)).containsExactly(french);
        assertThat(shelves.get(TvStage.ref(verona)).assets()).containsExactly(italian);
        assertThat(shelves.get(TvStage.ref(verona)).libraries()).containsExactly(ITALY, brand);
        assertThat(entries(verona))
                .noneMatch(one -> one.assets().contains(french)
                        || one.assets().contains(golden)
                        || one.assets().contains(elsewhere));
    }

    @Test
    void sweepingAgainChangesNothing() {
        poster("italian", ITALY, brand);
        Map<SourceRef, PartnerShelf> shelves = flow.sweep();
        List<Delivery> before = entries(verona);
        long recorded = stage.state.read(view -> view.trailHead()).number();
        stage.pass();
        assertThat(flow.sweep()).isEqualTo(shelves);
        assertThat(entries(verona)).isEqualTo(before);
        assertThat(stage.state.read(view -> view.trailHead()).number()).isEqualTo(recorded);
    }

    @Test
    void whoLosesAGroupLosesAccessAndWhoGetsItBackHasItAgain() {
        SourceRef italian = poster("italian", ITALY, brand);
        flow.sweep();
        stage.people.rules().orElseThrow().revoke(TvStage.ref(verona), ITALY);
        flow.sweep();
        assertThat(offered(verona)).isEmpty();
        assertThat(access(verona, ITALY).status()).isEqualTo(DeliveryStatus.REJECTED);
        assertThat(access(verona, brand).status()).isEqualTo(DeliveryStatus.SENT);
        stage.people.rules().orElseThrow().grant(TvStage.ref(verona), ITALY, "back");
        flow.sweep();
        assertThat(offered(verona)).containsExactly(italian);
        assertThat(TvStage.events(stage.state, CaseEventType.RIGHTS_BLOCKED))
                .singleElement()
                .returns(verona, CaseEvent::step)
                .returns("changed in the network", CaseEvent::note);
        assertThat(TvStage.events(stage.state, CaseEventType.ASSET_LINKED))
                .filteredOn(event -> verona.equals(event.step()))
                .hasSize(2);
    }

    @Test
    void whatIsClosedInTheLibraryIsClosedInTheNetwork() {
        poster("italian", ITALY, brand);
        flow.sweep();
        byHand(access(verona, ITALY), DeliveryStatus.REJECTED);
        flow.sweep();
        assertThat(hasRow(verona, ITALY)).isFalse();
        assertThat(offered(verona)).isEmpty();
        byHand(access(verona, ITALY), DeliveryStatus.QUEUED);
        flow.sweep();
        assertThat(hasRow(verona, ITALY)).isTrue();
        assertThat(flow.sweep().get(TvStage.ref(verona)).assets()).hasSize(1);
        assertThat(hasRow(paris, FRANCE)).as("nobody else's").isTrue();
    }

    @Test
    void aPartnerWhoIsNotActiveHasAccessToNothing() {
        poster("italian", ITALY, brand);
        stage.network.partner("Roma " + id, "Suspended", null, null);
        stage.people.rules().orElseThrow().grant(TvStage.ref("Roma " + id), ITALY, "long ago");
        flow.sweep();
        assertThat(entries("Roma " + id)).isEmpty();
        assertThat(hasRow("Roma " + id, ITALY))
                .as("the row is theirs who wrote it")
                .isTrue();
    }

    @Test
    void whatMovesToAnotherLibraryOrIsWithdrawnIsTakenBack() {
        SourceRef moving = poster("moving", ITALY, brand);
        SourceRef leaving = poster("leaving", ITALY, brand);
        flow.sweep();
        assertThat(offered(verona)).containsExactlyInAnyOrder(moving, leaving);
        stage.library
                .eyes()
                .require(AssetWriter.class)
                .update(Asset.builder(moving).segments(List.of(FRANCE, brand)).build());
        flow.handle(event(moving));
        gallery.publisher().withdraw(leaving, "out of date");
        flow.handle(event(leaving));
        assertThat(offered(verona)).isEmpty();
        assertThat(entries(verona))
                .filteredOn(one -> one.assets().contains(leaving))
                .singleElement()
                .satisfies(one -> assertThat(one.detail()).contains("not out"));
    }

    private static CaseEvent event(SourceRef asset) {
        return CaseEvent.builder("vip", CaseEventType.ASSET_UPDATED, "e", java.time.Instant.EPOCH)
                .subject(asset)
                .build();
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOlder() {
        SourceRef italian = poster("italian", ITALY, brand);
        flow.sweep();
        String second = gallery.addVersion(italian, "italian-" + id, 2).id();
        flow.sweep();
        assertThat(entries(verona)).as("not before it is out").noneMatch(one -> second.equals(one.version()));
        gallery.publish(italian, "second " + id, second, List.of(ITALY, brand));
        flow.sweep();
        assertThat(entries(verona))
                .filteredOn(one -> one.assets().contains(italian))
                .extracting(Delivery::version, one -> one.status().value())
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(italian.id(), "rejected"),
                        org.assertj.core.api.Assertions.tuple(second, "sent"));
    }

    @Test
    void anOfferThatPeopleCloseStaysClosed() {
        SourceRef italian = poster("italian", ITALY, brand);
        flow.sweep();
        Delivery entry = entries(verona).stream()
                .filter(one -> one.assets().contains(italian))
                .findFirst()
                .orElseThrow();
        byHand(entry, DeliveryStatus.REJECTED);
        assertThat(flow.sweep().get(TvStage.ref(verona)).assets()).isEmpty();
        assertThat(offered(verona)).isEmpty();
    }

    @Test
    void aGroupThatIsTakenAwayStaysAwayAlthoughTheLogKeepsWhatWasAcknowledged() {
        SourceRef italian = poster("italian", ITALY, brand);
        flow.sweep();
        byHand(access(verona, ITALY), DeliveryStatus.ACKNOWLEDGED);
        flow.sweep();
        assertThat(offered(verona)).containsExactly(italian);
        stage.people.rules().orElseThrow().revoke(TvStage.ref(verona), ITALY);
        for (int i = 0; i < 3; i++) {
            assertThat(flow.sweep().get(TvStage.ref(verona)).assets()).isEmpty();
            assertThat(hasRow(verona, ITALY)).isFalse();
        }
        assertThat(offered(verona)).isEmpty();
        assertThat(TvStage.events(stage.state, CaseEventType.FLOW_FAILED))
                .singleElement()
                .returns(verona, CaseEvent::step);
        stage.people.rules().orElseThrow().grant(TvStage.ref(verona), ITALY, "back");
        assertThat(flow.sweep().get(TvStage.ref(verona)).assets()).containsExactly(italian);
        assertThat(hasRow(verona, ITALY)).isTrue();
    }
}
