package dev.contentconnect.smintio;

import static dev.contentconnect.smintio.SmintioConnector.REFUSED;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.smintio.api.StatusPort;
import dev.contentconnect.smintio.map.Ids;
import dev.contentconnect.smintio.map.Languages;
import dev.contentconnect.smintio.map.PortalAssetMapper;
import dev.contentconnect.smintio.map.PurchaseMapper;
import dev.contentconnect.smintio.wire.WireAsset;
import dev.contentconnect.smintio.wire.WirePurchase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the capabilities share: a client, a configuration, and how an asset is put together. */
final class Library {
    final SmintioClient client;
    final SmintioConfig config;
    final Languages languages;
    final Purchases purchases;

    Library(SmintioClient client, SmintioConfig config) {
        this.client = client;
        this.config = config;
        this.languages = new Languages(config.languages());
        this.purchases = new Purchases(client, config.licensing());
    }

    Instant now() {
        return config.options().time().now();
    }

    /** Lets pass where there is a portal, which is what every identity but that of a licence is of. */
    void checkPortal(String operation) {
        if (config.portal() == null) {
            throw NotOffered.by(
                    SmintioConnector.SYSTEM,
                    operation,
                    "the option portalUrl is not set; the identity of a purchase is license/<uuid>");
        }
    }

    Asset asset(String operation, WirePurchase purchase) {
        Asset asset = PurchaseMapper.toAsset(purchase, languages)
                .getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
        AssetStatus known = status(asset.ref());
        // What was undone stays undone, whatever the host has noted.
        boolean over = AssetStatus.WITHDRAWN.equals(asset.status()) || PurchaseMapper.FAILED.equals(asset.status());
        return known == null || over ? asset : asset.toBuilder().status(known).build();
    }

    Asset asset(String operation, WireAsset asset) {
        AssetStatus known = asset.id() == null || asset.id().isBlank() ? null : status(Ids.asset(asset.id()));
        return PortalAssetMapper.toAsset(asset, languages, now(), known)
                .getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
    }

    private @Nullable AssetStatus status(SourceRef ref) {
        StatusPort host = config.ports().status();
        return host == null ? null : host.status(ref).orElse(null);
    }

    /** The scoped id of an asset of the portal. */
    static String portalId(String operation, SourceRef ref) {
        if (Ids.licenseIn(ref) != null || Ids.collectionIn(ref) != null) {
            throw REFUSED.rejected(operation, "not_in_portal", ref.id() + " is no asset of the portal");
        }
        return ref.id();
    }
}
