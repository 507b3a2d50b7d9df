package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.SourceRef;

/** Where a deliverable stands in {@link VendorDeliverables}. */
public sealed interface DeliverableOutcome {

    /** The asset is gone, or has no version yet; what was open about it is closed. */
    record Absent() implements DeliverableOutcome {}

    /**
     * The current version is under review. Call again later.
     *
     * @param version its id in the media library
     * @param share the id of the share in which the vendor sees it
     */
    record Waiting(String version, String share) implements DeliverableOutcome {}

    /**
     * The current version was decided on, and its share is closed.
     *
     * @param version its id in the media library
     * @param approved whether it was approved
     * @param feedback the document in the workspace of the vendor with all that was said
     */
    record Decided(String version, boolean approved, SourceRef feedback) implements DeliverableOutcome {}
}
