package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.feed.ChangeFeed;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceFeed;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.core.testkit.DrainedFeed;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes by the audit of nodes, which is asked for by whole days. */
class FeedTest extends Scenes {
    private static final String AUDIT = "/audit";

    private AssetFeed assets() {
        return connector.require(AssetFeed.class);
    }

    private Cursor begin(ChangeFeed feed) {
        Cursor start = feed.changes(null, 100).next();
        clock.advance(Duration.ofMinutes(10));
        return start;
    }

    private static List<CaseEvent> all(ChangeFeed feed, Cursor since) {
        return DrainedFeed.of(feed, since, 100).events();
    }

    @Test
    void tellsWhatHappenedByWhom() {
        Cursor start = begin(assets());
        SourceRef asset = create("k", "Poster").ref();
        clock.advance(Duration.ofMinutes(1));
        connector.require(AssetWriter.class).addVersion(asset, "v", content("two"));
        clock.advance(Duration.ofMinutes(1));
        sandbox.edit(id(asset), XecmSandbox.ASSET_CATEGORY + "_5", "Approved");

        assertThat(all(assets(), start))
                .extracting(CaseEvent::type)
                .containsExactly(
                        CaseEventType.ASSET_CREATED, CaseEventType.ASSET_VERSION_ADDED, CaseEventType.ASSET_UPDATED);
        assertThat(all(assets(), start))
                .extracting(event -> event.actor().id())
                .containsExactly("1000", "1000", "1001");
        assertThat(all(assets(), start))
                .allSatisfy(event -> assertThat(event.subject()).isEqualTo(asset));
    }

    @Test
    void dropsOurOwnChangesWhenToldTo() {
        reopen(options().ownChanges(false));
        Cursor start = begin(assets());
        SourceRef asset = create("k", "Poster").ref();
        sandbox.edit(id(asset), XecmSandbox.ASSET_CATEGORY + "_5", "Approved");
        assertThat(all(assets(), start)).extracting(event -> event.actor().id()).containsExactly("1001");
    }

    @Test
    void asksForTheDayBeforeAndLeavesOutWhatItTold() {
        Cursor start = begin(assets());
        SourceRef asset = create("k", "Poster").ref();
        ChangeBatch first = assets().changes(start, 100);
        clock.advance(Duration.ofMinutes(5));
        sandbox.edit(id(asset), XecmSandbox.ASSET_CATEGORY + "_5", "Approved");
        assertThat(assets().changes(first.next(), 100).events()).hasSize(1);
        assertThat(sandbox.requests("GET", "/cs/cs/api/v2/nodes/" + asset.id() + AUDIT)
                        .get(0)
                        .query("where_audit_date_start"))
                .hasValue("2031-05-03");
    }

    @Test
    void readsOnlyNodesThatHaveChanged() {
        for (int i = 0; i < 5; i++) {
            sandbox.upload(XecmSandbox.FOLDER, "old-" + i + ".pdf", new byte[1]);
        }
        clock.advance(Duration.ofDays(3));
        Cursor start = begin(assets());
        SourceRef asset = create("k", "Poster").ref();
        sandbox.clearRequests();
        assertThat(all(assets(), start)).hasSize(1);
        assertThat(sandbox.requests().stream().filter(one -> one.path().endsWith(AUDIT)))
                .extracting(one -> one.path())
                .containsExactly("/cs/cs/api/v2/nodes/" + asset.id() + AUDIT);
    }

    @Test
    void tellsAChangeByItsDateWhereTheAuditIsOff() {
        sandbox.stopAudit();
        Cursor start = begin(assets());
        SourceRef asset = create("k", "Poster").ref();
        List<CaseEvent> events = all(assets(), start);
        assertThat(events).extracting(CaseEvent::type).containsExactly(CaseEventType.ASSET_UPDATED);
        assertThat(events).extracting(CaseEvent::subject).containsExactly(asset);
    }

    @Test
    void tellsAChangeByItsDateAlsoWhereSomebodyOpenedItAfterwards() {
        sandbox.stopAudit();
        Cursor start = begin(assets());
        SourceRef asset = create("k", "Poster").ref();
        clock.advance(Duration.ofMinutes(1));
        sandbox.open(id(asset));
        List<CaseEvent> events = all(assets(), start);
        assertThat(events).extracting(CaseEvent::type).containsExactly(CaseEventType.ASSET_UPDATED);
        assertThat(events).extracting(CaseEvent::subject).containsExactly(asset);
    }

    @Test
    void doesNotMissWhatADateWithoutAZoneTells() {
        sandbox.hideZone(ZoneId.of("America/New_York"));
        reopen(options().zone(ZoneId.of("America/New_York")));
        Cursor start = begin(assets());
        create("k", "Poster");
        List<CaseEvent> events = all(assets(), start);
        assertThat(events).extracting(CaseEvent::occurredAt).containsExactly(clock.now());
    }

    @Test
    void tellsOfTheWorkspaceAndOfWhatIsFiledInIt() {
        WorkspaceDesk desk = connector.require(WorkspaceDesk.class);
        WorkspaceFeed feed = connector.require(WorkspaceFeed.class);
        Cursor start = begin(feed);
        SourceRef workspace = desk.findOrCreate(new WorkspaceRequest("k", "campaign", "Summer", Map.of()))
                .ref();
        clock.advance(Duration.ofMinutes(1));
        SourceRef filed = desk.file(workspace, "d", content("agreement"));
        clock.advance(Duration.ofMinutes(1));
        desk.setAttributes(workspace, Map.of("Status", "running"));

        List<CaseEvent> events = all(feed, start);
        assertThat(events)
                .extracting(CaseEvent::type)
                .containsExactly(
                        CaseEventType.WORKSPACE_CREATED,
                        CaseEventType.WORKSPACE_UPDATED,
                        CaseEventType.WORKSPACE_UPDATED);
        assertThat(events).allSatisfy(event -> assertThat(event.subject()).isEqualTo(workspace));
        assertThat(events).extracting(CaseEvent::related).containsExactly(null, filed, null);
    }
}
