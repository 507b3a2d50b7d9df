package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.SourceRef;
import java.net.URI;

/**
 * Shows an asset to people who are no users of the media library, for as long as a review runs. Systems differ in how, and
 * no capability says it yet, so the host does.
 */
public interface ReviewShares {

    /**
     * Opens a share, or finds the one that is open under the same key.
     *
     * @param asset what they may see
     * @param key identifies the share
     * @param title what they read above it
     * @return the share
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails
     */
    Share open(SourceRef asset, String key, String title);

    /**
     * Ends the share of a key. Ending what has ended, or whose asset is gone, changes nothing.
     *
     * @param asset what was shown
     * @param key identifies the share
     * @throws dev.contentconnect.core.error.ConnectorException when the system fails
     */
    void close(SourceRef asset, String key);

    /**
     * A share.
     *
     * @param id its id
     * @param uri where people see it; whoever has it sees the asset, so it goes to those who need it and into no log
     */
    record Share(String id, URI uri) {

        /** Names the share; the address is a secret. */
        @Override
        public String toString() {
            return "Share[" + id + "]";
        }
    }
}
