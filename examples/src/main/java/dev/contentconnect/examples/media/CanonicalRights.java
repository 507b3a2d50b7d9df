package dev.contentconnect.examples.media;

import dev.contentconnect.core.model.ReleaseState;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Terms;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Validity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The terms of use of one file in canonical words. */
final class CanonicalRights {
    private CanonicalRights() {}

    static RightsRecord of(SourceRef asset, @Nullable UsageRights rights) {
        if (rights == null) {
            return RightsRecord.builder(asset, asset).build();
        }
        List<RightsGrant> grants = limits(rights) ? List.of(grant(rights)) : List.of();
        return RightsRecord.builder(asset, asset)
                .status(grants.isEmpty() ? RightsStatus.UNKNOWN : RightsStatus.RESTRICTED)
                .holder(rights.owners().isEmpty() ? null : String.join(", ", rights.owners()))
                .usageTerms(rights.usageTerms())
                .grants(grants)
                .modelRelease(release(rights.modelRelease()))
                .propertyRelease(release(rights.propertyRelease()))
                .build();
    }

    /** A notice that rights are claimed, or not claimed, names no use: it is no grant. */
    private static boolean limits(UsageRights rights) {
        return rights.validFrom() != null
                || rights.validUntil() != null
                || !rights.territories().isEmpty()
                || !rights.media().isEmpty();
    }

    private static RightsGrant grant(UsageRights rights) {
        String[] media = rights.media().toArray(String[]::new);
        return RightsGrant.of(
                Territories.of(rights.territories().toArray(String[]::new)),
                media.length == 0 ? Map.of() : Map.of(RightsDimension.CHANNEL, Terms.of(media)),
                new Validity(rights.validFrom(), rights.validUntil()));
    }

    private static ReleaseState release(@Nullable ReleaseStatus status) {
        if (status == null) {
            return ReleaseState.UNKNOWN;
        }
        return switch (status) {
            case NONE -> ReleaseState.MISSING;
            case NOT_APPLICABLE -> ReleaseState.NOT_REQUIRED;
            case UNLIMITED -> ReleaseState.RELEASED;
            case LIMITED -> ReleaseState.PARTIAL;
        };
    }
}
