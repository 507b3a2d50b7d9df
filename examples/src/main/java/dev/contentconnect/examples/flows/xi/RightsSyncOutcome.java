package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/** How far the rights of an asset are the same on both sides. */
public sealed interface RightsSyncOutcome {

    /** The asset is gone from the library, in its bin, or none of this flow's business. Nothing was done. */
    record Nothing() implements RightsSyncOutcome {}

    /**
     * Both sides say the same, apart from what a side refused.
     *
     * @param workspace the workspace of the asset
     * @param status what the library says now
     * @param conflicts parts that both sides had changed, with what lost; events of type {@code mirror.conflict}
     * @param refused parts that a side did not take; events of type {@code mirror.refused}
     */
    record Synced(SourceRef workspace, RightsStatus status, List<CaseEvent> conflicts, List<CaseEvent> refused)
            implements RightsSyncOutcome {
        /** Copies the lists. */
        public Synced {
            conflicts = List.copyOf(conflicts);
            refused = List.copyOf(refused);
        }
    }
}
