package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.feed.ChangeFeed;
import dev.contentconnect.core.feed.FeedHandler;
import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WorkspaceFeed;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI5 on both sandboxes: what one says shows in the other. */
class ProductionProjectTest {
    private static final String DEADLINE = "7035_3";

    private final StateStore state = StateStore.inMemory();
    private XiStage stage = new XiStage();
    private Studio studio = new Studio(stage);
    private SourceRef project = stage.workspace("production", "P-1");

    @AfterEach
    void close() {
        stage.close();
    }

    private ProductionProject flow() {
        return new ProductionProject(
                stage.iconik(PowerCut.never()),
                stage.xecm(PowerCut.never()),
                ProductionFields.DEFAULTS,
                stage::page,
                state,
                stage.clock);
    }

    private SourceRef cut(String title) {
        SourceRef made = studio.upload(title);
        studio.fill(made, "Production", "P-1");
        return made;
    }

    /** The row of an asset in the workspace, without its identity and title. */
    private Map<String, String> row(SourceRef workspace, SourceRef asset) {
        return studio.sheet(workspace).rows("Cuts").stream()
                .filter(one -> asset.toString().equals(one.get("Asset")))
                .findFirst()
                .map(one -> {
                    Map<String, String> rest = new LinkedHashMap<>(one);
                    rest.keySet().removeAll(List.of("Asset", "Title"));
                    return rest;
                })
                .orElse(Map.of());
    }

    private void ask(int row, String number, String text, String cut, String state) {
        String key = "7035_20_" + row + "_";
        studio.edit(project, key + 21, number);
        studio.edit(project, key + 22, text);
        studio.edit(project, key + 23, cut);
        studio.edit(project, key + 24, state);
    }

    // From the library to the workspace

    @Test
    void showsAnApprovedVersionAndADeliveredFinalCut() {
        SourceRef teaser = cut("Teaser");
        SourceRef film = cut("Film");
        flow().advance(teaser);
        flow().advance(film);
        assertThat(row(project, teaser)).isEqualTo(Map.of("Version", "1", "State", "in production"));
        assertThat(studio.linked(project)).containsExactlyInAnyOrder(teaser, film);

        studio.decide(teaser, "APPROVED");
        studio.fill(film, "DeliveryStage", "Final cut");
        assertThat(flow().reflect(project).cuts()).hasSize(2);
        assertThat(row(project, teaser)).isEqualTo(Map.of("Version", "1", "Approved", "1", "State", "approved"));
        assertThat(row(project, film)).isEqualTo(Map.of("Version", "1", "Delivered", "1", "State", "delivered"));
        assertThat(studio.sheet(project).text("Status")).isEqualTo("0 of 2 done");

        studio.decide(film, "APPROVED");
        studio.fill(teaser, "DeliveryStage", "final cut");
        flow().reflect(project);
        assertThat(studio.sheet(project).text("Status")).isEqualTo("delivered and approved");
        assertThat(stage.records.value(Long.parseLong(project.id()), "7035_2")).isEqualTo("delivered and approved");
    }

    @Test
    void anOlderApprovalDoesNotCountForANewVersion() {
        SourceRef film = cut("Film");
        studio.decide(film, "APPROVED");
        flow().advance(film);
        studio.addVersion(film);
        flow().advance(film);
        assertThat(row(project, film)).isEqualTo(Map.of("Version", "2", "Approved", "1", "State", "in production"));
        studio.decide(film, "NOT_APPROVED");
        flow().advance(film);
        assertThat(row(project, film)).isEqualTo(Map.of("Version", "2", "Approved", "1", "State", "rejected"));
    }

    @Test
    void showsWhatIsBlocked() {
        SourceRef film = cut("Film");
        stage.library.require(RightsWriter.class).block(film, "complaint");
        flow().advance(film);
        assertThat(row(project, film)).containsEntry("State", "blocked");
    }

    @Test
    void cutsTheLinkToWhatIsGoneAndKeepsItsRow() {
        SourceRef film = cut("Film");
        studio.decide(film, "APPROVED");
        flow().advance(film);
        studio.delete(film);
        assertThat(flow().advance(film)).isEqualTo(new ProductionOutcome.NotInProduction());
        assertThat(studio.linked(project)).isEmpty();
        assertThat(row(project, film)).isEqualTo(Map.of("Version", "1", "Approved", "1", "State", "gone"));
        flow().reflect(project);
        assertThat(row(project, film)).containsEntry("State", "gone");

        stage.library.client().assets().restoreAll(List.of(film.id()));
        flow().advance(film);
        assertThat(studio.linked(project)).containsExactly(film);
        assertThat(row(project, film)).containsEntry("State", "approved");
    }

    @Test
    void followsAnAssetToAnotherProduction() {
        SourceRef other = stage.workspace("production", "P-2");
        SourceRef film = cut("Film");
        flow().advance(film);
        studio.fill(film, "Production", "P-2");
        flow().advance(film);
        assertThat(studio.linked(project)).isEmpty();
        assertThat(row(project, film)).isEmpty();
        assertThat(studio.linked(other)).containsExactly(film);
        assertThat(row(other, film)).containsEntry("Version", "1");
    }

    @Test
    void waitsForTheWorkspaceToBeMade() {
        SourceRef film = studio.upload("Film");
        studio.fill(film, "Production", "P-9");
        assertThat(flow().advance(film)).isEqualTo(new ProductionOutcome.NoWorkspace("P-9"));
        SourceRef made = stage.workspace("production", "P-9");
        assertThat(flow().advance(film)).isInstanceOf(ProductionOutcome.Tracked.class);
        assertThat(studio.linked(made)).containsExactly(film);
    }

    @Test
    void saysWhichTypeOfWorkspaceIsMissing() {
        stage.close();
        stage = new XiStage(
                media -> media, records -> records.businessObjects(Map.of("campaign", XecmSandbox.CAMPAIGN_OBJECT)));
        studio = new Studio(stage);
        ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> flow().advance(cut("Film")));
        assertThat(failure.error().trace().vendorCode()).isEqualTo("no_business_object");
    }

    @Test
    void saysWhichAttributeIsMissing() {
        SourceRef film = cut("Film");
        ProductionFields given = ProductionFields.DEFAULTS;
        ProductionFields unknown = new ProductionFields(
                given.type(),
                given.production(),
                given.stage(),
                given.finalCut(),
                given.dueField(),
                given.status(),
                given.deadline(),
                "Reels",
                given.changes());
        ProductionProject flow =
                new ProductionProject(stage.library, stage.archive, unknown, stage::page, state, stage.clock);
        ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> flow.advance(film));
        assertThat(failure.error().trace().vendorCode()).isEqualTo("fields_missing");
        flow().advance(film);
        assertThat(row(project, film)).containsEntry("Version", "1");
        assertThat(studio.linked(project)).containsExactly(film);
    }

    @Test
    void survivesAWorkspaceThatIsGone() {
        SourceRef film = cut("Film");
        flow().advance(film);
        stage.records.bin(Long.parseLong(project.id()));
        flow().handle(changed(project));
        assertThat(flow().advance(film)).isEqualTo(new ProductionOutcome.NoWorkspace("P-1"));
        project = stage.workspace("production", "P-1");
        flow().advance(film);
        assertThat(studio.linked(project)).containsExactly(film);
    }

    // From the workspace to the library

    @Test
    void showsTheDeadlineWithEachAsset() {
        SourceRef film = cut("Film");
        SourceRef teaser = cut("Teaser");
        flow().advance(film);
        flow().advance(teaser);
        studio.edit(project, DEADLINE, "2026-12-24T00:00:00");
        flow().handle(changed(project));
        assertThat(studio.values(film, "DeliveryDeadline")).containsExactly("2026-12-24");
        assertThat(studio.values(teaser, "DeliveryDeadline")).containsExactly("2026-12-24");

        studio.fill(film, "DeliveryDeadline", "some day");
        flow().reflect(project);
        assertThat(studio.values(film, "DeliveryDeadline"))
                .as("the workspace has the word")
                .containsExactly("2026-12-24");

        studio.edit(project, DEADLINE, null);
        flow().reflect(project);
        assertThat(studio.values(film, "DeliveryDeadline")).isEmpty();
    }

    @Test
    void saysAChangeRequestOnceForEachWording() {
        SourceRef film = cut("Film");
        SourceRef teaser = cut("Teaser");
        flow().advance(film);
        flow().advance(teaser);
        ask(1, "1", "shorten the opening", null, null);
        ask(2, "2", "new logo", "Teaser", null);
        ask(3, "3", null, null, null);
        flow().reflect(project);
        flow().reflect(project);
        assertThat(studio.texts(film)).containsExactly("Change request 1: shorten the opening");
        assertThat(studio.texts(teaser))
                .containsExactly("Change request 1: shorten the opening", "Change request 2: new logo");

        ask(1, "1", "shorten the opening by 5 s", null, null);
        flow().reflect(project);
        ask(1, "1", "shorten the opening by 5 s", null, "done");
        flow().reflect(project);
        assertThat(studio.texts(film))
                .containsExactly(
                        "Change request 1: shorten the opening",
                        "Change request 1: shorten the opening by 5 s",
                        "Change request 1 (done): shorten the opening by 5 s");
        assertThat(studio.sheet(project).rows("Change Requests"))
                .as("the set of people is left alone")
                .hasSize(3);
    }

    @Test
    void changesNothingWhenRunAgain() {
        SourceRef film = cut("Film");
        studio.edit(project, DEADLINE, "2026-12-24T00:00:00");
        ask(1, "1", "shorten the opening", null, null);
        flow().advance(film);
        stage.settle();
        long writes = studio.writes();
        int events = XiStage.trail(state).size();
        flow().advance(film);
        flow().handle(changed(project));
        flow().handle(changed(film));
        flow().handle(changed(film));
        assertThat(studio.writes()).isEqualTo(writes);
        assertThat(XiStage.trail(state)).hasSize(events);
    }

    @Test
    void leavesOtherWorkspacesAndAssetsAlone() {
        SourceRef campaign = stage.workspace("campaign", "C-1");
        SourceRef film = studio.upload("Film");
        long writes = studio.writes();
        flow().handle(changed(campaign));
        flow().handle(changed(film));
        assertThat(studio.writes()).isEqualTo(writes);
    }

    @Test
    void goesByTheFeedsOfBothSystems() {
        ProductionProject flow = flow();
        try (FeedRunner library =
                        runner("library", item -> flow.handle(item.event()), stage.library.require(AssetFeed.class));
                FeedRunner archive =
                        runner("archive", library.handOver(), stage.archive.require(WorkspaceFeed.class))) {
            library.runUntilIdle();
            archive.runUntilIdle();
            stage.settle();
            SourceRef film = cut("Film");
            stage.settle();
            library.runUntilIdle();
            assertThat(studio.linked(project)).containsExactly(film);
            studio.edit(project, DEADLINE, "2026-12-24T00:00:00");
            stage.settle();
            archive.runUntilIdle();
            library.runUntilIdle();
            assertThat(studio.values(film, "DeliveryDeadline")).containsExactly("2026-12-24");
            studio.addVersion(film);
            stage.settle();
            library.runUntilIdle();
            assertThat(row(project, film)).containsEntry("Version", "2");
            assertThat(library.status().parked()).isZero();
            assertThat(archive.status().parked()).isZero();
        }
    }

    private FeedRunner runner(String name, FeedHandler handler, ChangeFeed feed) {
        return FeedRunner.builder(name, state, handler)
                .poll(feed, Duration.ofSeconds(1))
                .parallel(1)
                .time(stage.clock)
                .build();
    }

    private CaseEvent changed(SourceRef object) {
        CaseEventType type =
                object.system().equals("xecm") ? CaseEventType.WORKSPACE_UPDATED : CaseEventType.ASSET_UPDATED;
        return CaseEvent.builder(object.system(), type, "changed " + object, stage.clock.now())
                .subject(object)
                .build();
    }
}
