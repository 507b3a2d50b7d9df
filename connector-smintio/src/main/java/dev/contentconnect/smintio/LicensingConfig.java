package dev.contentconnect.smintio;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Content Licensing. The paths are the vendor's to hand out.
 *
 * @param endpoint where it is
 * @param metadataPath the path of the words
 * @param purchasesPath the path of the stream of purchases
 * @param binariesPath the path of the files of a purchase
 * @param scanPages how many pages are read to find one purchase without a shelf
 * @param shelf where purchases are kept, or null
 */
public record LicensingConfig(
        @Nullable URI endpoint,
        @Nullable String metadataPath,
        @Nullable String purchasesPath,
        @Nullable String binariesPath,
        int scanPages,
        @Nullable PurchaseShelf shelf) {}
