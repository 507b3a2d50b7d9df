package dev.contentconnect.examples.flows.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.aprimo.AprimoConfig;
import dev.contentconnect.aprimo.AprimoConnector;
import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Terms;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Stage;
import dev.contentconnect.iconik.IconikConfig;
import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Films in iconik, their copies in Aprimo and VIP, all inside this process. */
class RecallTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final IconikSandbox studio = new IconikSandbox(clock);
    private final AprimoSandbox marketing = new AprimoSandbox(clock);
    private final Stage stage = Stage.sandboxes(clock);
    private final IconikConnector iconik = iconik(PowerCut.never());
    private final AprimoConnector aprimo = aprimo(PowerCut.never());
    private final Connector vip = stage.eyes();
    private final StateStore memory = StateStore.inMemory(clock, TrailChain.plain());
    private final Map<String, SourceRef> films = new HashMap<>();

    @AfterEach
    void close() {
        iconik.close();
        aprimo.close();
        memory.close();
        studio.close();
        marketing.close();
        stage.close();
    }

    @Test
    void recallsTheCopiesThatMayNoLongerBeUsedAndNoOthers() {
        SourceRef film = film("alps");
        Recall recall = recall(PowerCut.never(), memory);
        assertThat(recall.advance(film).values()).allMatch(CopyStanding.Clear.class::isInstance);

        // Web in Germany goes on; Austria, where VIP's partners are, does not.
        grant(film, "DE");

        Map<String, CopyStanding> now = recall.advance(film);
        assertThat(now.get("aprimo")).isInstanceOf(CopyStanding.Clear.class);
        assertThat(now.get("vip"))
                .isInstanceOfSatisfying(
                        CopyStanding.Recalled.class,
                        recalled -> assertThat(recalled.reasons()).anyMatch(reason -> reason.startsWith("territory_")));
        Asset copy = copy(vip, film);
        assertThat(copy.status()).isEqualTo(AssetStatus.HELD);
        assertThat(rights(vip, copy).status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(rights(aprimo, copy(aprimo, film)).status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(trail(memory, CaseEventType.ASSET_HELD)).singleElement().satisfies(event -> {
            assertThat(event.subject()).isEqualTo(copy.ref());
            assertThat(event.related()).isEqualTo(film);
            assertThat(event.note()).startsWith("recalled, " + film + ": territory_");
        });
    }

    @Test
    void liftsItsOwnBlockAndLeavesPublishingToPeople() {
        SourceRef film = film("lake");
        Recall recall = recall(PowerCut.never(), memory);
        block(film);
        recall.advance(film);
        assertThat(rights(aprimo, copy(aprimo, film)).status()).isEqualTo(RightsStatus.BLOCKED);

        unblock(film);
        assertThat(recall.advance(film).values()).allMatch(CopyStanding.Clear.class::isInstance);
        assertThat(rights(aprimo, copy(aprimo, film)).status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(rights(vip, copy(vip, film)).status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(copy(vip, film).status()).isEqualTo(AssetStatus.HELD);

        // A second recall is told as one of its own.
        block(film);
        recall.advance(film);
        recall.advance(film);
        assertThat(trail(memory, CaseEventType.ASSET_HELD)).hasSize(4);
        assertThat(trail(memory, CaseEventType.RIGHTS_UNBLOCKED)).hasSize(2);
    }

    @Test
    void doesNotLiftTheBlockOfSomebodyElse() {
        SourceRef film = film("peak");
        vip.require(RightsWriter.class).block(copy(vip, film).ref(), "a person of VIP said so");

        assertThat(recall(PowerCut.never(), memory).advance(film).get("vip")).isInstanceOf(CopyStanding.Clear.class);

        assertThat(rights(vip, copy(vip, film)).status()).isEqualTo(RightsStatus.BLOCKED);

        // Nor when a recall came in between.
        block(film);
        assertThat(recall(PowerCut.never(), memory).advance(film).get("vip")).isInstanceOf(CopyStanding.Recalled.class);
        assertThat(copy(vip, film).status()).isEqualTo(AssetStatus.HELD);
        unblock(film);
        recall(PowerCut.never(), memory).advance(film);

        assertThat(rights(vip, copy(vip, film)).status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(rights(aprimo, copy(aprimo, film)).status()).isEqualTo(RightsStatus.CLEARED);
    }

    @Test
    void recallsAgainWhatSomebodyLetsOutMeanwhile() {
        SourceRef film = film("cliff");
        block(film);
        recall(PowerCut.never(), memory).advance(film);
        SourceRef copy = copy(vip, film).ref();
        vip.require(RightsWriter.class).unblock(copy, "cleared in a review");
        vip.require(AssetPublisher.class)
                .publish(new PublishRequest("again:" + film, "cliff", List.of(copy), List.of(), null, null));

        for (int day = 0; day < 2; day++) {
            recall(PowerCut.never(), memory).advance(film);
            assertThat(copy(vip, film).status()).isEqualTo(AssetStatus.HELD);
            assertThat(rights(vip, copy).status()).isEqualTo(RightsStatus.BLOCKED);
        }
        assertThat(trail(memory, CaseEventType.ASSET_HELD))
                .filteredOn(event -> copy.equals(event.subject()))
                .hasSize(2);

        unblock(film);
        recall(PowerCut.never(), memory).advance(film);
        assertThat(rights(vip, copy).status()).isEqualTo(RightsStatus.CLEARED);
    }

    @Test
    void recallsFromOneOutletWhileAnotherFails() {
        SourceRef film = film("gorge");
        SourceRef copy = copy(vip, film).ref();
        block(film);
        marketing.failNext(1, "*", "/api", Fault.status(403));

        assertThatThrownBy(() -> recall(PowerCut.never(), memory).advance(film)).isInstanceOf(ConnectorException.class);

        assertThat(rights(vip, copy).status()).isEqualTo(RightsStatus.BLOCKED);
    }

    @Test
    void changesNothingWhereTheRightsDoNotSay() {
        SourceRef film = film("mist");
        iconik.require(RightsWriter.class)
                .apply(rights(iconik, film).toBuilder()
                        .status(RightsStatus.UNKNOWN)
                        .grants(List.of())
                        .build());

        assertThat(recall(PowerCut.never(), memory).advance(film).values())
                .allMatch(CopyStanding.Undecided.class::isInstance);

        assertThat(copy(vip, film).status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(trail(memory, CaseEventType.ASSET_HELD)).isEmpty();
    }

    @Test
    void knowsOfFilmsWithoutCopies() {
        SourceRef film = upload("unseen");
        assertThat(recall(PowerCut.never(), memory).advance(film).values())
                .allMatch(CopyStanding.None.class::isInstance);
    }

    @Test
    void runsBehindTheFeedOfTheMasters() {
        SourceRef film = film("glacier");
        clock.advance(Duration.ofMinutes(1));
        Recall recall = recall(PowerCut.never(), memory);
        try (FeedRunner runner = FeedRunner.builder("recall", memory, item -> {
                    SourceRef subject = item.event().subject();
                    if (subject != null) {
                        recall.advance(subject);
                    }
                })
                .poll(iconik.require(AssetFeed.class), Duration.ofSeconds(30))
                .time(clock)
                .build()) {
            runner.runUntilIdle();
            assertThat(copy(vip, film).status()).isEqualTo(AssetStatus.PUBLISHED);
            block(film);
            clock.advance(Duration.ofMinutes(1));
            assertThat(runner.runUntilIdle().parked()).isZero();
        }
        assertThat(copy(vip, film).status()).isEqualTo(AssetStatus.HELD);
    }

    @Test
    void showsInTheReport() {
        SourceRef film = film("ridge");
        block(film);
        recall(PowerCut.never(), memory).advance(film);

        GovernanceReport report = memory.read(view -> GovernanceReport.of(view, ReportSettings.asOf(clock.now())));
        assertThat(report.refusedFlows()).isEqualTo(2);
        assertThat(report.toHtml("Recalls")).contains("2 flows ended by rule", "recalled, " + film + ": ");
    }

    @Test
    void recallsOnceWheneverItDies() throws Exception {
        Interruptions.survived(
                "recall",
                (id, cut, state) -> {
                    SourceRef film = films.get(id) == null ? film(id) : films.get(id);
                    block(film);
                    recall(cut, state).advance(film);
                    unblock(film);
                    recall(cut, state).advance(film);
                    block(film);
                    recall(cut, state).advance(film);
                },
                (id, state) -> {
                    SourceRef film = films.get(id);
                    for (Connector system : List.of(aprimo, vip)) {
                        assertThat(rights(system, copy(system, film)).status())
                                .as(id + " in " + system.system())
                                .isEqualTo(RightsStatus.BLOCKED);
                    }
                    assertThat(copy(vip, film).status()).as(id).isEqualTo(AssetStatus.HELD);
                    List<CaseEvent> held = trail(state, CaseEventType.ASSET_HELD);
                    List<CaseEvent> released = trail(state, CaseEventType.RIGHTS_UNBLOCKED);
                    assertThat(held.size() - released.size()).as(id).isEqualTo(2);
                    assertThat(held).extracting(CaseEvent::id).as(id).doesNotHaveDuplicates();
                });
    }

    @Test
    void saysWhichCapabilityAnOutletLacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recall(
                        iconik, List.of(new Outlet(stage.people(), List.of(Territory.WORLD), "web")), memory, clock))
                .withMessageContaining("workflow does not offer AssetReader; it offers");
    }

    private Recall recall(PowerCut cut, StateStore state) {
        return new Recall(
                iconik(cut),
                List.of(
                        new Outlet(aprimo(cut), List.of(Territory.of("DE")), "web"),
                        new Outlet(stage.vip(cut), List.of(Territory.of("DE"), Territory.of("AT")), "web")),
                state,
                clock);
    }

    private SourceRef upload(String name) {
        Asset draft = Asset.builder(SourceRef.of("files", name)).title(name).build();
        return iconik.require(AssetWriter.class)
                .create(new AssetDraft("files:" + name, draft, bytes(name)))
                .ref();
    }

    /** A film that may be shown, with a copy in each outlet, published in VIP. */
    private SourceRef film(String name) {
        SourceRef film = upload(name);
        films.put(name, film);
        grant(film, "DE", "AT");
        for (Connector system : List.of(aprimo, vip)) {
            Asset copy = Asset.builder(film).title(name).build();
            SourceRef made = system.require(AssetWriter.class)
                    .create(new AssetDraft(film.toString(), copy, bytes(name)))
                    .ref();
            system.require(RightsWriter.class)
                    .apply(rights(iconik, film).toBuilder(made).build());
        }
        vip.require(AssetPublisher.class)
                .publish(new PublishRequest(
                        "show:" + film, name, List.of(copy(vip, film).ref()), List.of(), null, null));
        return film;
    }

    private void grant(SourceRef film, String... where) {
        RightsGrant web = RightsGrant.of(
                Territories.of(where), Map.of(RightsDimension.CHANNEL, Terms.of("web")), Validity.ALWAYS);
        iconik.require(RightsWriter.class)
                .apply(RightsRecord.builder(film, film)
                        .status(RightsStatus.CLEARED)
                        .grants(List.of(web))
                        .build());
    }

    private void block(SourceRef film) {
        iconik.require(RightsWriter.class).block(film, "the licensor withdrew it");
    }

    private void unblock(SourceRef film) {
        iconik.require(RightsWriter.class).unblock(film, "licensed again");
    }

    private static Asset copy(Connector system, SourceRef film) {
        return system.require(AssetReader.class).findByKey(film.toString()).orElseThrow();
    }

    private static RightsRecord rights(Connector system, Asset copy) {
        return rights(system, copy.ref());
    }

    private static RightsRecord rights(Connector system, SourceRef asset) {
        return system.require(RightsReader.class).rights(asset);
    }

    private static Content bytes(String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Content.of(new ByteArrayInputStream(bytes), bytes.length, text + ".mp4", "video/mp4");
    }

    private static List<CaseEvent> trail(StateStore state, CaseEventType type) {
        List<CaseEvent> events = new ArrayList<>();
        state.read(view -> {
            view.trail(TrailQuery.ALL, entry -> events.add(entry.event()));
            return null;
        });
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }

    private IconikConnector iconik(PowerCut cut) {
        return IconikConnector.create(IconikConfig.builder()
                .endpoint(studio.endpoint())
                .appId(IconikSandbox.APP_ID)
                .authToken(Secret.of(IconikSandbox.TOKEN))
                .rightsView(IconikSandbox.RIGHTS_VIEW)
                .feedFrom(clock.now())
                .stepPerAttempt(cut.onRequests())
                .time(clock)
                .build());
    }

    private AprimoConnector aprimo(PowerCut cut) {
        return AprimoConnector.create(AprimoConfig.builder()
                .endpoint(marketing.endpoint())
                .loginEndpoint(marketing.endpoint())
                .clientId(AprimoSandbox.CLIENT_ID)
                .clientSecret(Secret.of(AprimoSandbox.CLIENT_SECRET))
                .language("en-US")
                .keyField(AprimoSandbox.KEY_FIELD)
                .classification(AprimoSandbox.INBOX)
                .assetFields(Map.of("title", "Title", "state", "ReviewState"))
                .rightsFields(Map.of("status", "RightsStatus", "record", "RightsRecord", "block", "Blocked, because"))
                .stepPerAttempt(cut.onRequests())
                .time(clock)
                .build());
    }
}
