package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceFeed;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.xi.ShelfOutcome.NoWorkspace;
import dev.contentconnect.examples.flows.xi.ShelfOutcome.Shelved;
import dev.contentconnect.xecm.wire.WireNode;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI1. What is compared was read from both servers. */
class CampaignReferencesTest {
    private final XiStage stage = new XiStage();
    private final Films films = new Films(stage);
    private final Cabinet cabinet = new Cabinet(stage);
    private final StateStore state = StateStore.inMemory();
    private final CampaignReferences flow = flow(PowerCut.never(), state);

    @AfterEach
    void close() {
        stage.close();
    }

    private CampaignReferences flow(PowerCut cut, StateStore memory) {
        return new CampaignReferences(stage.iconik(cut), stage.xecm(cut), stage::page, memory, stage.clock);
    }

    private Shelved advance(String campaign) {
        return (Shelved) flow.advance(campaign);
    }

    private String page(SourceRef film) {
        return stage.page(film).toString();
    }

    @Test
    void refersToTheApprovedAssetsOfTheCampaign() {
        SourceRef workspace = stage.workspace("campaign", "C-1");
        SourceRef teaser = films.approved("Teaser", "C-1");
        SourceRef film = films.approved("Film", "C-1");
        SourceRef draft = films.ofCampaign("Draft", "C-1");
        films.ask(films.ofCampaign("In review", "C-1"));
        films.approved("Elsewhere", "C-2");
        stage.settle();

        assertThat(advance("C-1").standing()).containsExactlyInAnyOrder(teaser, film);
        assertThat(cabinet.addresses(workspace)).containsExactlyInAnyOrder(page(teaser), page(film));
        WireNode record = cabinet.record(teaser);
        assertThat(cabinet.attribute(record, 3)).isEqualTo(teaser.toString());
        assertThat(cabinet.attribute(record, 4)).isEqualTo("Teaser");
        assertThat(cabinet.attribute(record, 5)).isEqualTo("Approved");
        assertThat(record.description()).isEqualTo("Version 1");
        assertThat(cabinet.records(draft)).isEmpty();
    }

    @Test
    void noLongerRefersToWhatWasWithdrawn() {
        SourceRef workspace = stage.workspace("campaign", "C-1");
        SourceRef film = films.approved("Film", "C-1");
        SourceRef other = films.approved("Other", "C-1");
        stage.settle();
        flow.advance("C-1");
        films.reject(film);

        assertThat(advance("C-1").removed()).containsExactly(film);
        assertThat(cabinet.addresses(workspace)).containsExactly(page(other));
        assertThat(cabinet.status(film)).isEqualTo("Rejected");
        assertThat(XiStage.trail(state))
                .filteredOn(event -> event.type().equals(CaseEventType.ASSET_UNLINKED))
                .singleElement()
                .satisfies(event -> assertThat(event.note()).contains("rejected"));
    }

    @Test
    void changesNothingTheSecondTime() {
        SourceRef workspace = stage.workspace("campaign", "C-1");
        films.approved("Film", "C-1");
        stage.settle();
        flow.advance("C-1");
        long writes = cabinet.writes();

        assertThat(advance("C-1").added()).isEmpty();
        assertThat(flow(PowerCut.never(), state).advance("C-1")).isInstanceOf(Shelved.class);
        assertThat(cabinet.writes()).isEqualTo(writes);
        assertThat(cabinet.children(workspace)).hasSize(1);
    }

    @Test
    void makesNoSecondLinkWithoutItsMemory() {
        SourceRef workspace = stage.workspace("campaign", "C-1");
        SourceRef film = films.approved("Film", "C-1");
        stage.settle();
        flow.advance("C-1");

        flow(PowerCut.never(), StateStore.inMemory()).advance("C-1");
        assertThat(cabinet.addresses(workspace)).containsExactly(page(film));
        assertThat(cabinet.records(film)).hasSize(1);
    }

    @Test
    void takesTheApprovalOfAnOlderVersionForNone() {
        SourceRef workspace = stage.workspace("campaign", "C-1");
        SourceRef film = films.approved("Film", "C-1");
        stage.settle();
        flow.advance("C-1");
        films.newVersion(film);

        flow.advance(film);
        assertThat(cabinet.addresses(workspace)).isEmpty();
        assertThat(cabinet.status(film)).isEqualTo("Draft");

        films.approve(film);
        flow.advance(film);
        assertThat(cabinet.addresses(workspace)).containsExactly(page(film));
        assertThat(cabinet.record(film).description()).isEqualTo("Version 2");
        assertThat(XiStage.trail(state))
                .extracting(event -> event.type().value())
                .containsExactly("asset.linked", "asset.unlinked", "asset.linked");
    }

    @Test
    void takesAnApprovalThatNamesNoVersionForNone() {
        SourceRef workspace = stage.workspace("campaign", "C-1");
        SourceRef film = films.approved("Film", "C-1");
        ApprovalDesk approvals = stage.library.require(ApprovalDesk.class);
        ApprovalDesk vague = (ApprovalDesk) Proxy.newProxyInstance(
                ApprovalDesk.class.getClassLoader(),
                new Class<?>[] {ApprovalDesk.class},
                (proxy, method, query) -> Paged.of(
                        "iconik",
                        "approvals.query",
                        cursor -> Page.of(
                                approvals.query((ApprovalQuery) query[0]).stream()
                                        .map(one -> one.toBuilder()
                                                .subjectVersion(null)
                                                .build())
                                        .toList(),
                                null)));
        new CampaignReferences(
                        new Instead<>(stage.library, ApprovalDesk.class, vague),
                        stage.archive,
                        stage::page,
                        state,
                        stage.clock)
                .advance(film);
        assertThat(cabinet.addresses(workspace)).isEmpty();
        flow.advance(film);
        assertThat(cabinet.addresses(workspace)).containsExactly(page(film));
    }

    @Test
    void letsGoOfWhatIsBlockedOrInTheRecycleBin() {
        SourceRef workspace = stage.workspace("campaign", "C-1");
        SourceRef blocked = films.approved("Blocked", "C-1");
        SourceRef binned = films.approved("Binned", "C-1");
        stage.settle();
        flow.advance("C-1");
        films.block(blocked, true);
        films.bin(binned);

        assertThat(advance("C-1").removed()).containsExactlyInAnyOrder(blocked, binned);
        assertThat(cabinet.children(workspace)).isEmpty();
        assertThat(cabinet.status(blocked)).isEqualTo("Blocked");
        assertThat(cabinet.status(binned)).isEqualTo("Blocked");

        films.block(blocked, false);
        flow.advance("C-1");
        assertThat(cabinet.addresses(workspace)).containsExactly(page(blocked));
    }

    @Test
    void neverRefersToWhatIsInTheRecycleBin() {
        SourceRef workspace = stage.workspace("campaign", "C-1");
        SourceRef film = films.approved("Film", "C-1");
        stage.settle();
        // The index goes on showing it for a while.
        films.bin(film);

        assertThat(advance("C-1").standing()).isEmpty();
        assertThat(flow.advance(film)).isEmpty();
        assertThat(cabinet.children(workspace)).isEmpty();
        assertThat(cabinet.records(film)).isEmpty();
    }

    @Test
    void movesWithItsCampaign() {
        SourceRef first = stage.workspace("campaign", "C-1");
        SourceRef second = stage.workspace("campaign", "C-2");
        SourceRef film = films.approved("Film", "C-1");
        flow.advance(film);
        films.fill(film, "Campaign", "C-2");

        assertThat(flow.advance(film)).containsOnlyKeys("C-1", "C-2");
        assertThat(cabinet.addresses(first)).isEmpty();
        assertThat(cabinet.addresses(second)).containsExactly(page(film));
    }

    @Test
    void belongsToSeveralCampaignsWithOneRecord() {
        SourceRef first = stage.workspace("campaign", "C-1");
        SourceRef second = stage.workspace("campaign", "C-2");
        SourceRef film = films.upload("Film");
        films.fill(film, "Campaign", "C-1", "C-2");
        films.approve(film);

        flow.advance(film);
        assertThat(cabinet.addresses(first)).containsExactly(page(film));
        assertThat(cabinet.addresses(second)).containsExactly(page(film));
        assertThat(cabinet.records(film)).hasSize(1);
    }

    @Test
    void waitsForAWorkspaceThatDoesNotExist() {
        SourceRef film = films.approved("Film", "C-9");
        assertThat(flow.advance("C-9")).isEqualTo(new NoWorkspace("C-9"));
        assertThat(flow.advance(film)).containsEntry("C-9", new NoWorkspace("C-9"));
        assertThat(cabinet.records(film)).isEmpty();
        assertThat(XiStage.trail(state))
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo("no_workspace"));

        SourceRef workspace = stage.workspace("campaign", "C-9");
        stage.settle();
        flow.handle(event(CaseEventType.WORKSPACE_CREATED, workspace));
        assertThat(cabinet.addresses(workspace)).containsExactly(page(film));
    }

    @Test
    void takesAWorkspaceThatWeMayNotSeeForNone() {
        SourceRef workspace = stage.workspace("campaign", "C-1");
        films.approved("Film", "C-1");
        stage.settle();
        stage.records.hide(Cabinet.id(workspace));
        assertThat(flow.advance("C-1")).isEqualTo(new NoWorkspace("C-1"));
    }

    @Test
    void saysThatItMayNotWriteToTheWorkspace() {
        SourceRef workspace = stage.workspace("campaign", "C-1");
        SourceRef film = films.approved("Film", "C-1");
        stage.settle();
        stage.records.protect(Cabinet.id(workspace));

        ConnectorException refused = catchThrowableOfType(ConnectorException.class, () -> flow.advance("C-1"));
        assertThat(refused.kind()).isEqualTo(ErrorKind.FORBIDDEN);
        assertThat(cabinet.children(workspace)).isEmpty();
        assertThat(cabinet.records(film)).hasSize(1);
        assertThat(XiStage.trail(state)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(CaseEventType.FLOW_REFUSED);
            assertThat(event.subject()).isEqualTo(film);
            assertThat(event.caseRef()).isEqualTo(workspace);
            assertThat(event.outcome()).isEqualTo("forbidden");
        });
        assertThat(catchThrowableOfType(ConnectorException.class, () -> flow.advance("C-1")))
                .isNotNull();
        assertThat(XiStage.trail(state)).as("told once").hasSize(1);
    }

    @Test
    void leavesAloneWhatPeopleLinked() {
        SourceRef workspace = stage.workspace("campaign", "C-1");
        WorkspaceDesk desk = stage.archive.require(WorkspaceDesk.class);
        desk.link(workspace, new Link("Brief", URI.create("https://intranet.example/brief"), null));
        long folder = stage.records.folder(Cabinet.id(workspace), "Notes");
        desk.link(
                workspace,
                new Link("Notes", URI.create("https://cs.example/1"), SourceRef.of("xecm", Long.toString(folder))));

        flow.advance("C-1");
        assertThat(stage.records.names(Cabinet.id(workspace))).hasSize(3);
    }

    @Test
    void bringsBackWhatPeopleRemoved() {
        SourceRef workspace = stage.workspace("campaign", "C-1");
        SourceRef film = films.approved("Film", "C-1");
        flow.advance(film);
        long record = cabinet.record(film).id();
        cabinet.children(workspace)
                .forEach(one -> stage.archive.client().nodes().delete(one.id()));
        flow.advance(film);
        assertThat(cabinet.addresses(workspace)).containsExactly(page(film));

        // The record itself: another one, and the link leads there.
        stage.archive.client().nodes().delete(record);
        flow.advance(film);
        assertThat(cabinet.addresses(workspace)).containsExactly(page(film));
        assertThat(cabinet.record(film).id()).isNotEqualTo(record);
    }

    @Test
    void tellsTwoAssetsOfOneTitleApart() {
        SourceRef workspace = stage.workspace("campaign", "C-1");
        SourceRef one = films.approved("Film", "C-1");
        SourceRef other = films.approved("Film", "C-1");
        stage.settle();
        flow.advance("C-1");
        assertThat(cabinet.addresses(workspace)).containsExactlyInAnyOrder(page(one), page(other));
        films.reject(one);
        flow.advance("C-1");
        assertThat(cabinet.addresses(workspace)).containsExactly(page(other));
    }

    @Test
    void keepsTheRecordUpToDate() {
        stage.workspace("campaign", "C-1");
        SourceRef film = films.approved("Film", "C-1");
        flow.advance(film);
        films.rename(film, "Film, final");
        flow.advance(film);
        assertThat(cabinet.attribute(cabinet.record(film), 4)).isEqualTo("Film, final");
    }

    @Test
    void takesEventsInAnyOrderAndTwice() {
        SourceRef workspace = stage.workspace("campaign", "C-1");
        SourceRef film = films.approved("Film", "C-1");
        films.reject(film);
        for (CaseEventType type :
                List.of(CaseEventType.ASSET_DELETED, CaseEventType.APPROVAL_DECIDED, CaseEventType.ASSET_CREATED)) {
            flow.handle(event(type, film));
            flow.handle(event(type, film));
        }
        assertThat(cabinet.children(workspace)).isEmpty();
        films.approve(film);
        flow.handle(event(CaseEventType.ASSET_DELETED, film));
        assertThat(cabinet.addresses(workspace)).containsExactly(page(film));
        flow.handle(event(CaseEventType.ASSET_UPDATED, SourceRef.of("iconik", "no-such-asset")));
        flow.handle(event(CaseEventType.WORKSPACE_UPDATED, SourceRef.of("xecm", "99999")));
        flow.handle(event(CaseEventType.WORKSPACE_UPDATED, stage.workspace("account", "A-1")));
        flow.handle(event(CaseEventType.CASE_OPENED, SourceRef.of("workflow", "1")));
        assertThat(cabinet.addresses(workspace)).containsExactly(page(film));
    }

    private CaseEvent event(CaseEventType type, SourceRef subject) {
        return CaseEvent.builder("test", type, type + "/" + subject, stage.clock.now())
                .subject(subject)
                .build();
    }

    @Test
    void goesByTheFeedsOfBothSystems() {
        try (FeedRunner media = FeedRunner.builder("xi1", state, item -> flow.handle(item.event()))
                        .poll(stage.library.require(AssetFeed.class), Duration.ofSeconds(30))
                        .parallel(1)
                        .time(stage.clock)
                        .build();
                FeedRunner campaigns = FeedRunner.builder("xi1-campaigns", state, media.handOver())
                        .poll(stage.archive.require(WorkspaceFeed.class), Duration.ofMinutes(5))
                        .time(stage.clock)
                        .build()) {
            media.runUntilIdle();
            campaigns.runUntilIdle();
            stage.settle();
            SourceRef film = films.approved("Film", "C-1");
            stage.settle();
            media.runUntilIdle();
            SourceRef workspace = stage.workspace("campaign", "C-1");
            stage.settle();
            campaigns.runUntilIdle();
            media.runUntilIdle();
            assertThat(cabinet.addresses(workspace)).containsExactly(page(film));

            films.reject(film);
            flow.sweep();
            assertThat(cabinet.children(workspace)).isEmpty();
            assertThat(media.status().parked() + campaigns.status().parked()).isZero();
        }
    }
}
