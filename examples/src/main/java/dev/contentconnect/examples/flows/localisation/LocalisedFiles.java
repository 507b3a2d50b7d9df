package dev.contentconnect.examples.flows.localisation;

import dev.contentconnect.core.spi.Content;

/**
 * Where the adapted files lie until their market approves them: a share, a translation system, a bucket. It is not the
 * library, which gets only what was approved.
 */
@FunctionalInterface
public interface LocalisedFiles {

    /**
     * Finds a file.
     *
     * @param name what the adapter left in the case as {@link MarketLocalisation#FILE}
     * @return the file; one that can be opened twice where its SHA-256 was given, for then it is read twice
     * @throws RuntimeException when it cannot be found at the moment; the flow is called again later
     */
    Content find(String name);
}
