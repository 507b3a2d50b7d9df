package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.SourceRef;
import java.util.Optional;

/** Reads briefs. Which fields hold them is the host's business: every tenant has its own. */
@FunctionalInterface
public interface Briefs {

    /**
     * The brief of a campaign, as it is now.
     *
     * @param campaign any identity of the system
     * @return nothing when it is no campaign, or is gone
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails
     */
    Optional<CampaignBrief> read(SourceRef campaign);
}
