package dev.contentconnect.smintio.api;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.page.Paged;

/**
 * What was downloaded from a portal, as the host knows it: Smint.io publishes no call, and lets administrators save a report. A
 * host reads that report. Without this port the delivery log holds the counters of licences alone.
 */
@FunctionalInterface
public interface DownloadHistory {
    /**
     * The downloads.
     *
     * @return oldest first; lazy
     */
    Paged<Delivery> downloads();
}
