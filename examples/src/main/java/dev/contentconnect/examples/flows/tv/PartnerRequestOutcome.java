package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.SourceRef;
import java.util.List;
import java.util.Map;

/** Where a request stands in {@link PartnerAssetRequests}. */
public sealed interface PartnerRequestOutcome {

    /** The document that says what is wanted has not come yet. */
    record Waiting() implements PartnerRequestOutcome {}

    /**
     * The partner gets nothing.
     *
     * @param reasons in words for people of this house; the partner is told less
     */
    record Refused(List<String> reasons) implements PartnerRequestOutcome {

        /** Copies the list. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Files were handed over.
     *
     * @param files entries of the log, by asset
     * @param refused what the partner does not get, with the reason, by asset
     * @param complete whether the partner has all files, or will not get them any more
     */
    record Served(Map<SourceRef, Delivery> files, Map<SourceRef, String> refused, boolean complete)
            implements PartnerRequestOutcome {

        /** Copies the maps. */
        public Served {
            files = Map.copyOf(files);
            refused = Map.copyOf(refused);
        }
    }
}
