package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.SourceRef;
import java.util.Optional;

/** Reads issues. What a tenant keeps them in is the host's business. */
@FunctionalInterface
public interface Issues {

    /**
     * An issue, as it is now.
     *
     * @param issue any identity of the system
     * @return nothing when it is no issue, or is gone
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails
     */
    Optional<Issue> read(SourceRef issue);
}
