package dev.contentconnect.xecm;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.WorkspaceFeed;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.map.EventMapper;
import dev.contentconnect.xecm.wire.WireNode;
import dev.contentconnect.xecm.wire.WireWorkspace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Changes of workspaces of the watched types: of their attributes, by their audit, and of what is in them, by its date. The
 * date of a workspace says nothing of what is in it, so that each poll is one request for each workspace.
 */
record XecmWorkspaceFeed(Archive archive) implements WorkspaceFeed {
    private static final String CHANGES = "feed.changes";
    private static final int MOST = 500;

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        return Watch.read(archive, CHANGES, since, limit, this::look);
    }

    private void look(Watch watch) {
        WorkspaceTypes types = new WorkspaceTypes(archive);
        for (String type : archive.config.feed().workspaceTypes()) {
            XecmQuery query = XecmQuery.ALL
                    .with("where_workspace_type_id", types.id(CHANGES, type))
                    .with("sort", "asc_name")
                    .pages(MOST);
            for (WireWorkspace one : archive.client.workspaces().list(query)) {
                if (one.node().id() > 0) {
                    look(watch, one.node());
                }
            }
        }
    }

    private void look(Watch watch, WireNode workspace) {
        if (watch.isChanged(workspace)) {
            watch.audit(
                    workspace,
                    CaseEventType.WORKSPACE_UPDATED,
                    (id, entry) -> EventMapper.toWorkspaceEvent(id, entry, archive.dates));
        }
        watch.changed(workspace.id(), null, child -> {
            Instant at = archive.dates.instant(child.modifyDate());
            if (at != null) {
                watch.changed(workspace, child, at, CaseEventType.WORKSPACE_UPDATED);
            }
        });
    }
}
