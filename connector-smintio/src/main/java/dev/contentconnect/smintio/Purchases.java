package dev.contentconnect.smintio;

import static dev.contentconnect.smintio.SmintioConnector.REFUSED;

import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.smintio.api.Licensing;
import dev.contentconnect.smintio.api.PurchasePage;
import dev.contentconnect.smintio.wire.WirePurchase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds one purchase: on the shelf, once it was brought up to date, or by reading the stream. */
final class Purchases {
    private final SmintioClient client;
    private final @Nullable LicensingConfig config;
    private final @Nullable PurchaseSync sync;

    Purchases(SmintioClient client, @Nullable LicensingConfig config) {
        this.client = client;
        this.config = config;
        PurchaseShelf shelf = config == null ? null : config.shelf();
        this.sync = shelf == null ? null : new PurchaseSync(client.licensing(), shelf);
    }

    PurchaseSync sync() {
        if (sync == null) {
            throw NotOffered.by(SmintioConnector.SYSTEM, "purchases.sync", "neither shelf nor shelfFolder is set");
        }
        return sync;
    }

    WirePurchase get(String operation, String uuid) {
        if (config == null) {
            throw SmintioConnector.notConfigured(operation, "purchasesPath");
        }
        PurchaseShelf shelf = config.shelf();
        WirePurchase found;
        if (shelf == null || sync == null) {
            found = scan(operation, uuid, config.scanPages());
        } else {
            sync.catchUp();
            found = shelf.find(uuid).orElse(null);
        }
        if (found == null) {
            throw REFUSED.notFound(operation, "no purchase " + uuid);
        }
        return found;
    }

    /** To the end: one that changed comes by again, and the last time counts. */
    private @Nullable WirePurchase scan(String operation, String uuid, int pages) {
        WirePurchase found = null;
        String at = null;
        for (int i = 0; i < pages; i++) {
            PurchasePage page = client.licensing().purchases(at, Licensing.MAX_PAGE);
            if (page.isEnd()) {
                return found;
            }
            for (WirePurchase one : page.purchases()) {
                if (uuid.equals(one.uuid())) {
                    found = one;
                }
            }
            at = Objects.requireNonNull(page.continuation());
        }
        throw REFUSED.rejected(
                operation,
                "shelf_needed",
                "more than " + pages + " pages of purchases; configure a shelf, or a larger scanPages");
    }
}
