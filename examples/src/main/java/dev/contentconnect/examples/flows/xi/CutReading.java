package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.Connector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far an asset of a production is, as the media library says. */
final class CutReading {
    private final ApprovalDesk approvals;
    private final ProductionFields fields;

    CutReading(Connector library, ProductionFields fields) {
        this.approvals = library.require(ApprovalDesk.class);
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
        ApprovalStatus status = current == null ? null : status(asset, current);
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

    /** What was said of an older version does not count for this one. */
    private @Nullable ApprovalStatus status(Asset asset, AssetVersion current) {
        List<Approval> all = approvals.query(ApprovalQuery.ALL.about(asset.ref())).stream()
                .filter(one -> current.id().equals(one.subjectVersion()))
                .toList();
        return all.isEmpty() ? null : all.get(0).status();
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
