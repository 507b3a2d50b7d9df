package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.SourceRef;

/** Links between assets. In which field a tenant keeps them is the host's business. */
@FunctionalInterface
public interface MasterLinks {

    /**
     * Links a localised asset to its master. Linking again changes nothing, and other links stay.
     *
     * @param master the master
     * @param localised what was made of it
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails
     */
    void link(SourceRef master, SourceRef localised);
}
