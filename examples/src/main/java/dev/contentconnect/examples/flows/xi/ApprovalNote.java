package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.WorkspaceDesk;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Tells the workspace of an asset how the approval of its current version stands. */
final class ApprovalNote {
    private final MediaApprovals approvals;
    private final WorkspaceDesk desk;
    private final RightsMapping mapping;
    private final Function<SourceRef, URI> pages;

    ApprovalNote(Connector library, Connector archive, RightsMapping mapping, Function<SourceRef, URI> pages) {
        this.approvals = new MediaApprovals(library.require(ApprovalDesk.class));
        this.desk = archive.require(WorkspaceDesk.class);
        this.mapping = mapping;
        this.pages = pages;
    }

    /** What a new workspace says. */
    Map<String, Object> atFirst(Asset asset) {
        Map<String, Object> out = new LinkedHashMap<>();
        put(out, "link", pages.apply(asset.ref()).toString());
        return out;
    }

    /** Writes what differs. */
    void tell(Asset asset, Workspace workspace) {
        Optional<Approval> approval = approvals.approval(asset);
        AssetStatus standing = approval.map(MediaApprovals::standing).orElse(AssetStatus.DRAFT);
        Map<String, Object> wanted = atFirst(asset);
        put(wanted, "approval", Objects.requireNonNullElse(mapping.approvals().get(standing), standing.value()));
        put(wanted, "approvedVersion", standing.equals(AssetStatus.APPROVED) ? version(asset) : "");
        Map<String, Object> changes = WorkspaceSheet.of(workspace).changes(wanted);
        if (!changes.isEmpty()) {
            desk.setAttributes(workspace.ref(), changes);
        }
    }

    private static String version(Asset asset) {
        AssetVersion current = asset.currentVersion();
        return current == null ? "" : MediaLibrary.name(current);
    }

    private void put(Map<String, Object> out, String part, String value) {
        String name = mapping.workspaceAttributes().get(part);
        if (name != null) {
            out.put(name, value);
        }
    }
}
