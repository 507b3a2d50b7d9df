package dev.contentconnect.smintio.api;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.smintio.wire.WireBinary;
import dev.contentconnect.smintio.wire.WireElement;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Content Licensing, consumer side: what was bought, on which terms, and its files. Nothing can be written. */
public interface Licensing {
    /** The most purchases a page that the service takes. */
    int MAX_PAGE = 50;

    /**
     * The words of the service and what people call them; {@code getGenericMetadataForSync}.
     *
     * @return by list, for example {@code license_usages}
     */
    Map<String, List<WireElement>> metadata();

    /**
     * Purchases since a place; {@code getLicensePurchaseTransactionsForSync}. One that changed comes again.
     *
     * @param continuation what the last page gave; null for the beginning, which also reads everything anew
     * @param limit 1–50
     * @return the page; what cannot be read is an issue beside the others
     */
    PurchasePage purchases(@Nullable String continuation, int limit);

    /**
     * The files of a purchase; {@code getLicensePurchaseTransactionBinariesForSync}. Ask for them when they are wanted:
     * their addresses hold for an hour.
     *
     * @param cart the id of the cart
     * @param purchase the id of the purchase
     * @return one, or several variations
     */
    List<WireBinary> binaries(String cart, String purchase);

    /**
     * The proof for a private channel of the push service, made with the present token: a reconnected listener must ask
     * anew. See {@link PushChannel}.
     *
     * @param socketId the connection, as the push service named it
     * @param channel for example {@link PushChannel#name(long)}
     * @return the proof
     */
    Secret authorizePush(String socketId, String channel);

    /**
     * Opens a file.
     *
     * @param address where it is, byte for byte as the service gave it
     * @return its bytes; close it
     */
    InputStream open(URI address);

    /**
     * Downloads a file; it appears whole or not at all.
     *
     * @param address where it is
     * @param target the file
     * @return how many bytes
     * @throws IOException when the file cannot be written
     */
    long download(URI address, Path target) throws IOException;
}
