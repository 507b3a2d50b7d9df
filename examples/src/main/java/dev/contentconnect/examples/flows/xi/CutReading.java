package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.Connector;
import org.jspecify.annotations.Nullable;

/** How far an asset of a production is, as the media library says. */
final class CutReading {
    private final MediaApprovals approvals;
    private final ProductionFields fields;

    CutReading(Connector library, ProductionFields fields) {
        this.approvals = new MediaApprovals(library.require(ApprovalDesk.class));
        this.fields = fields;
    }

    /**
     * Reads it; one request more.
     *
     * @param asset the asset
     * @param before what the workspace said, for what the library has forgotten: it only knows of the current version
     */
    Cut read(Asset asset, @Nullable Cut before) {
        AssetVersion current = asset.currentVersion();
        String version = current == null ? "" : MediaLibrary.name(current);
        ApprovalStatus status = approvals.approval(asset).map(Approval::status).orElse(null);
        boolean isApproved = ApprovalStatus.APPROVED.equals(status);
        String approved = before == null || before.approved().equals(version) ? "" : before.approved();
        boolean isDelivered = fields.finalCut().equalsIgnoreCase(MediaLibrary.text(asset, fields.stage()));
        return new Cut(
                asset.ref(),
                MediaLibrary.title(asset),
                version,
                isDelivered ? version : "",
                isApproved ? version : approved,
                state(asset, status, isDelivered));
    }

    private static String state(Asset asset, @Nullable ApprovalStatus status, boolean delivered) {
        if (asset.status().equals(AssetStatus.BLOCKED)) {
            return "blocked";
        }
        if (ApprovalStatus.APPROVED.equals(status)) {
            return delivered ? Cut.DONE : "approved";
        }
        if (status != null) {
            return ApprovalStatus.REJECTED.equals(status) ? "rejected" : "in review";
        }
        return delivered ? "delivered" : "in production";
    }
}
