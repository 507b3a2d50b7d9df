package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.spi.Content;

/**
 * One asset of a package.
 *
 * @param asset its identity where it was made, its metadata, and the fingerprint of the bytes in its current version
 * @param rights what it may be used for
 * @param content its bytes; must be repeatable, because a flow that was interrupted sends them again
 */
public record PackageItem(Asset asset, RightsRecord rights, Content content) {

    /**
     * Makes an item.
     *
     * @throws IllegalArgumentException when the content can be read only once
     */
    public PackageItem {
        if (!content.isRepeatable()) {
            throw new IllegalArgumentException("the content of " + asset.ref() + " can be read only once");
        }
    }
}
