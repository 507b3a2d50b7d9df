package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import java.util.Optional;
import java.util.Set;

/**
 * Where assets of a library stand, by the approval of their current version: one that names this very version. What was said
 * of another version, or of none, does not count. Safe for several threads.
 */
final class MediaApprovals {
    private static final Set<AssetStatus> OUT_OF_USE =
            Set.of(AssetStatus.BLOCKED, AssetStatus.ARCHIVED, AssetStatus.DELETED);

    private final ApprovalDesk desk;

    MediaApprovals(ApprovalDesk desk) {
        this.desk = desk;
    }

    /**
     * The approval of the current version; the library may still show that of an older one.
     *
     * @throws dev.contentconnect.core.error.ConnectorException as {@code ApprovalDesk.query}
     */
    Optional<Approval> approval(Asset asset) {
        AssetVersion current = asset.currentVersion();
        return current == null
                ? Optional.empty()
                : desk.query(ApprovalQuery.ALL.about(asset.ref())).stream()
                        .filter(one -> current.id().equals(one.subjectVersion()))
                        .findFirst();
    }

    /**
     * Where an asset stands: blocked when it is out of use for any reason, else approved, rejected, in review, or a draft
     * of which nobody said anything. Its own status may be that of its publication, so the approval is asked.
     */
    AssetStatus standing(Asset asset) {
        return OUT_OF_USE.contains(asset.status())
                ? AssetStatus.BLOCKED
                : approval(asset).map(MediaApprovals::standing).orElse(AssetStatus.DRAFT);
    }

    /** Approved, rejected or in review. */
    static AssetStatus standing(Approval approval) {
        ApprovalStatus status = approval.status();
        if (status.equals(ApprovalStatus.APPROVED)) {
            return AssetStatus.APPROVED;
        }
        return status.isFinal() ? AssetStatus.REJECTED : AssetStatus.IN_REVIEW;
    }
}
