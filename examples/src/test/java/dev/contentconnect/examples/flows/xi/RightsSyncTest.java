package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.mirror.FieldRule;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.WorkspaceFeed;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.xi.RightsSyncOutcome.Nothing;
import dev.contentconnect.examples.flows.xi.RightsSyncOutcome.Synced;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI2. What is compared was read from both servers. */
class RightsSyncTest {
    private final XiStage stage = new XiStage();
    private final Films films = new Films(stage);
    private final RightsDesk desk = new RightsDesk(stage, RightsMapping.DEFAULT);
    private final StateStore state = StateStore.inMemory();
    private final RightsSync flow = desk.flow(PowerCut.never(), state);

    @AfterEach
    void close() {
        stage.close();
    }

    private Synced advance(SourceRef film) {
        return (Synced) flow.advance(film);
    }

    /** A moment later, as after people had to type. */
    private void edit(SourceRef film, int number, Object value) {
        stage.settle();
        desk.edit(film, number, value);
    }

    @Test
    void putsTheRightsOfANewAssetOnFile() throws IOException {
        SourceRef film = films.licensed("Film", "cleared", "DE", "AT");
        SourceRef licence = films.upload("Agreement with the studio");
        SourceRef release = films.upload("Agreement of the model");
        films.fill(film, "Agreements", licence.id(), release.id());
        films.approve(film);

        assertThat(advance(film).status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(desk.rights(film, RightsDesk.STATUS)).isEqualTo("Cleared");
        assertThat(desk.rights(film, RightsDesk.HOLDER)).isEqualTo("Studio Quillfeather");
        assertThat(desk.rights(film, RightsDesk.RESTRICTIONS)).isEqualTo("Not in cinemas");
        assertThat(desk.rights(film, RightsDesk.UNTIL)).isEqualTo("2031-12-31T00:00:00");
        assertThat(desk.rights(film, RightsDesk.TERRITORY)).isEqualTo(List.of("AT", "DE"));
        assertThat(desk.about(film, 2)).isEqualTo("Approved");
        assertThat(desk.about(film, 3)).isEqualTo("1");
        assertThat(desk.about(film, 4)).isEqualTo(stage.page(film).toString());

        assertThat(desk.documents(film)).hasSize(2);
        SourceRef filed = SourceRef.of("xecm", String.valueOf(desk.agreement(film, 1)));
        assertThat(desk.agreement(film, 2)).isNotNull();
        try (InputStream bytes = stage.archive
                .require(AssetReader.class)
                .content(filed, null, null)
                .open()) {
            assertThat(new String(bytes.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("Agreement with the studio");
        }
    }

    @Test
    void blocksAndFreesUseAsTheWorkspaceSays() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        advance(film);
        assertThat(films.isBlocked(film)).isFalse();

        edit(film, RightsDesk.STATUS, "Blocked");
        assertThat(advance(film).status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(films.isBlocked(film)).isTrue();
        assertThat(desk.rights(film, RightsDesk.STATUS)).isEqualTo("Blocked");

        edit(film, RightsDesk.STATUS, "Expired");
        advance(film);
        assertThat(films.isBlocked(film)).isTrue();
        assertThat(films.values(film, "RightsStatus")).containsExactly("expired");

        edit(film, RightsDesk.STATUS, "Cleared");
        assertThat(advance(film).status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(films.isBlocked(film)).isFalse();
        assertThat(desk.rights(film, RightsDesk.STATUS)).isEqualTo("Cleared");
        assertThat(XiStage.trail(state))
                .extracting(event -> event.type().value())
                .containsSubsequence("rights.blocked", "rights.unblocked");
    }

    @Test
    void carriesDatesAndTerritoriesBothWays() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        advance(film);

        edit(film, RightsDesk.UNTIL, "2033-06-30T00:00:00");
        edit(film, RightsDesk.TERRITORY, List.of("DE", "CH"));
        advance(film);
        assertThat(films.values(film, "RightsValidUntil")).containsExactly("2033-07-01T00:00:00Z");
        assertThat(films.values(film, "RightsTerritories")).containsExactly("CH", "DE");

        stage.settle();
        films.fillRights(film, "RightsTerritories", "CH");
        films.fillRights(film, "RightsHolder", "Nobody in particular");
        advance(film);
        assertThat(desk.rights(film, RightsDesk.TERRITORY)).isEqualTo(List.of("CH"));
        assertThat(desk.rights(film, RightsDesk.HOLDER)).isEqualTo("Nobody in particular");
        assertThat(desk.rights(film, RightsDesk.UNTIL)).isEqualTo("2033-06-30T00:00:00");
    }

    @Test
    void tellsTheWorkspaceOfABlockByHand() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        advance(film);
        stage.settle();
        films.block(film, true);
        advance(film);
        assertThat(desk.rights(film, RightsDesk.STATUS)).isEqualTo("Blocked");

        stage.settle();
        films.block(film, false);
        advance(film);
        assertThat(desk.rights(film, RightsDesk.STATUS)).isEqualTo("Cleared");
    }

    @Test
    void changesNothingTheSecondTime() {
        SourceRef film = films.licensed("Film", "cleared", "DE", "AT");
        films.fill(film, "Agreements", films.upload("Agreement").id());
        advance(film);
        long writes = new Cabinet(stage).writes();
        long edits = edits();
        stage.settle();

        advance(film);
        flow.sweep();
        desk.flow(PowerCut.never(), state).advance(film);
        assertThat(new Cabinet(stage).writes()).isEqualTo(writes);
        assertThat(edits()).isEqualTo(edits);
    }

    private long edits() {
        return stage.media.exchanges().stream()
                .filter(one -> !one.request().method().equals("GET")
                        && !one.request().path().contains("/search/"))
                .count();
    }

    @Test
    void letsTheWorkspaceCountWhenBothChangedTheSame() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        advance(film);
        edit(film, RightsDesk.STATUS, "Blocked");
        films.fillRights(film, "RightsStatus", "restricted");

        Synced result = advance(film);
        assertThat(result.conflicts()).singleElement().satisfies(event -> {
            assertThat(event.step()).isEqualTo("status");
            assertThat(event.extensions().get("mirror").get("lost")).asString().contains("restricted");
        });
        assertThat(films.isBlocked(film)).isTrue();
        assertThat(desk.rights(film, RightsDesk.STATUS)).isEqualTo("Blocked");
    }

    @Test
    void letsTheLibraryCountWhereTheRuleSaysSo() {
        RightsDesk other = new RightsDesk(stage, RightsMapping.DEFAULT.ruledBy(FieldRule.leftRules()));
        RightsSync ruled = other.flow(PowerCut.never(), state);
        SourceRef film = films.licensed("Film", "cleared", "DE");
        ruled.advance(film);
        edit(film, RightsDesk.STATUS, "Blocked");
        films.fillRights(film, "RightsStatus", "restricted");

        ruled.advance(film);
        assertThat(films.isBlocked(film)).isFalse();
        assertThat(desk.rights(film, RightsDesk.STATUS)).isEqualTo("Restricted");
    }

    @Test
    void keepsBothEditsOfDifferentParts() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        advance(film);
        edit(film, RightsDesk.STATUS, "Blocked");
        films.fillRights(film, "RightsTerritories", "DE", "FR");

        assertThat(advance(film).conflicts()).isEmpty();
        assertThat(films.isBlocked(film)).isTrue();
        assertThat(desk.rights(film, RightsDesk.TERRITORY)).isEqualTo(List.of("DE", "FR"));
        assertThat(films.values(film, "RightsTerritories")).containsExactly("DE", "FR");
    }

    @Test
    void keepsWhatASideDoesNotTakeAndSaysSo() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        advance(film);
        stage.settle();
        // A word that is not in the list of the workspace.
        films.fillRights(film, "RightsStatus", "revoked");

        Synced result = advance(film);
        assertThat(result.refused())
                .singleElement()
                .satisfies(event -> assertThat(event.step()).isEqualTo("status"));
        assertThat(desk.rights(film, RightsDesk.STATUS)).isEqualTo("Cleared");
        assertThat(films.values(film, "RightsStatus")).containsExactly("revoked");
        assertThat(result.status()).isEqualTo(RightsStatus.REVOKED);
        assertThat(films.isBlocked(film)).isTrue();
    }

    @Test
    void tellsHowTheApprovalStands() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        advance(film);
        assertThat(desk.about(film, 2)).isEqualTo("None");
        films.ask(film);
        advance(film);
        assertThat(desk.about(film, 2)).isEqualTo("In Review");
        films.approve(film);
        advance(film);
        assertThat(desk.about(film, 3)).isEqualTo("1");
        films.reject(film);
        advance(film);
        assertThat(desk.about(film, 2)).isEqualTo("Rejected");
        assertThat(desk.about(film, 3)).isNull();
        films.newVersion(film);
        advance(film);
        assertThat(desk.about(film, 2)).isEqualTo("None");
    }

    @Test
    void filesEachVersionOfAnAgreementOnce() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        SourceRef licence = films.upload("Agreement");
        films.fill(film, "Agreements", licence.id());
        advance(film);
        advance(film);
        assertThat(desk.documents(film)).hasSize(1);

        films.newVersion(licence);
        advance(film);
        assertThat(desk.documents(film)).hasSize(2);
        assertThat(desk.agreement(film, 2)).isNotNull();

        // Without its memory it finds what is on file.
        desk.flow(PowerCut.never(), StateStore.inMemory()).advance(film);
        assertThat(desk.documents(film)).hasSize(2);
    }

    @Test
    void goesOnWithoutAnAgreementThatIsGone() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        SourceRef binned = films.upload("Agreement in the bin");
        films.bin(binned);
        films.fill(film, "Agreements", "no-such-asset", binned.id());

        advance(film);
        advance(film);
        assertThat(desk.documents(film)).isEmpty();
        assertThat(desk.rights(film, RightsDesk.STATUS)).isEqualTo("Cleared");
        assertThat(XiStage.trail(state))
                .filteredOn(event -> event.type().equals(CaseEventType.FLOW_REFUSED))
                .hasSize(2);
    }

    @Test
    void hasNothingToDoForWhatIsGone() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        advance(film);
        films.bin(film);
        edit(film, RightsDesk.STATUS, "Blocked");
        assertThat(flow.advance(film)).isInstanceOf(Nothing.class);
        assertThat(films.isBlocked(film)).isFalse();
        assertThat(flow.advance(SourceRef.of("iconik", "no-such-asset"))).isInstanceOf(Nothing.class);
        assertThat(flow.advance(films.upload("Agreement"))).isInstanceOf(Nothing.class);
    }

    @Test
    void takesOverAWorkspaceThatHasTheKeyAlready() {
        SourceRef film = films.licensed("Film", "pending");
        SourceRef made = stage.workspace(RightsSync.WORKSPACE_TYPE, film.id());
        stage.records.edit(Cabinet.id(made), "7002_2", "Blocked");

        assertThat(advance(film).workspace()).isEqualTo(made);
        assertThat(films.isBlocked(film)).isTrue();
    }

    @Test
    void saysThatTheKeyIsUsedBySomebodyWeMayNotSee() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        stage.records.hide(Cabinet.id(stage.workspace(RightsSync.WORKSPACE_TYPE, film.id())));
        long edits = edits();

        for (int i = 0; i < 2; i++) {
            ConnectorException used = catchThrowableOfType(ConnectorException.class, () -> flow.advance(film));
            assertThat(used.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertThat(used).hasMessageContaining("already exists");
        }
        assertThat(edits()).isEqualTo(edits);
        assertThat(XiStage.trail(state))
                .singleElement()
                .satisfies(event -> assertThat(event.type()).isEqualTo(CaseEventType.FLOW_FAILED));
    }

    @Test
    void takesEventsInAnyOrderAndTwice() {
        SourceRef film = films.licensed("Film", "cleared", "DE");
        flow.handle(event(CaseEventType.RIGHTS_CHANGED, film));
        flow.handle(event(CaseEventType.ASSET_CREATED, film));
        flow.handle(event(CaseEventType.ASSET_CREATED, film));
        edit(film, RightsDesk.STATUS, "Blocked");
        SourceRef workspace = desk.workspace(film);
        flow.handle(event(CaseEventType.WORKSPACE_CREATED, workspace));
        flow.handle(event(CaseEventType.WORKSPACE_UPDATED, workspace));
        flow.handle(event(CaseEventType.WORKSPACE_UPDATED, stage.workspace("campaign", film.id())));
        flow.handle(event(CaseEventType.COMMENT_ADDED, films.upload("Silent")));
        assertThat(films.isBlocked(film)).isTrue();
        assertThat(flow.sweep()).containsOnlyKeys(film);
    }

    private CaseEvent event(CaseEventType type, SourceRef subject) {
        return CaseEvent.builder("test", type, type + "/" + subject, stage.clock.now())
                .subject(subject)
                .build();
    }

    @Test
    void goesByTheFeedsOfBothSystems() {
        try (FeedRunner media = FeedRunner.builder("xi2", state, item -> flow.handle(item.event()))
                        .poll(stage.library.require(AssetFeed.class), Duration.ofSeconds(30))
                        .parallel(1)
                        .time(stage.clock)
                        .build();
                FeedRunner records = FeedRunner.builder("xi2-records", state, media.handOver())
                        .poll(stage.archive.require(WorkspaceFeed.class), Duration.ofMinutes(5))
                        .time(stage.clock)
                        .build()) {
            media.runUntilIdle();
            records.runUntilIdle();
            stage.settle();
            SourceRef film = films.licensed("Film", "cleared", "DE");
            stage.settle();
            media.runUntilIdle();
            assertThat(desk.rights(film, RightsDesk.STATUS)).isEqualTo("Cleared");

            edit(film, RightsDesk.STATUS, "Blocked");
            stage.settle();
            records.runUntilIdle();
            media.runUntilIdle();
            assertThat(films.isBlocked(film)).isTrue();
            // What the flow wrote itself comes by the feeds as well, and changes nothing.
            stage.settle();
            records.runUntilIdle();
            media.runUntilIdle();
            assertThat(desk.rights(film, RightsDesk.STATUS)).isEqualTo("Blocked");
            assertThat(media.status().parked() + records.status().parked()).isZero();
        }
    }
}
