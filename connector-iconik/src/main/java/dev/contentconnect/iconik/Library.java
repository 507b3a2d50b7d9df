package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.poll.Poller;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.api.SearchQuery;
import dev.contentconnect.iconik.api.SearchTerm;
import dev.contentconnect.iconik.map.AssetMapper;
import dev.contentconnect.iconik.wire.WireApproval;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireValues;
import dev.contentconnect.iconik.wire.WireVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the capabilities share: a client, a configuration, and how an asset is put together. */
final class Library {
    private static final int CANDIDATES = 20;

    final IconikClient client;
    final IconikConfig config;

    Library(IconikClient client, IconikConfig config) {
        this.client = client;
        this.config = config;
    }

    /** Canonical name to field; empty where no view describes assets. */
    Map<String, String> assetFields() {
        return config.assetView() == null ? Map.of() : config.assetFields();
    }

    /** Canonical name to field; empty where no view holds rights. */
    Map<String, String> rightsFields() {
        return config.rightsView() == null ? Map.of() : config.rightsFields();
    }

    /** The values of an asset in the view that describes it. */
    Map<String, List<Object>> metadata(String id) {
        String view = config.assetView();
        if (view == null) {
            return Map.of();
        }
        Optional<WireValues> values = client.metadata().values(ObjectType.ASSETS, id, view);
        return values.isPresent() ? values.get().fields() : Map.of();
    }

    /** The approval of the current version, unless it is still the one of an earlier version. */
    @Nullable WireApproval approval(String id, WireAsset asset) {
        WireVersion current = AssetMapper.current(asset);
        return client.approvals()
                .find(ObjectType.ASSETS, id)
                .filter(one -> current == null
                        || one.versionId() == null
                        || one.versionId().isBlank()
                        || one.versionId().equals(current.id()))
                .orElse(null);
    }

    /** An asset with all that is known of it; two requests more, or one where no view describes assets. */
    Asset asset(String operation, WireAsset asset) {
        String id = Objects.requireNonNullElse(asset.id(), "");
        if (id.isBlank()) {
            throw REFUSED.undecodable(operation, "an asset without an id");
        }
        return asset(operation, asset, metadata(id));
    }

    Asset asset(String operation, WireAsset asset, Map<String, ? extends List<?>> metadata) {
        String id = Objects.requireNonNull(asset.id());
        return AssetMapper.toAsset(asset, metadata, approval(id, asset), assetFields())
                .getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
    }

    /** The oldest asset with a key, read anew: the index may be behind. */
    Optional<WireAsset> byKey(String key) {
        SearchQuery query = SearchQuery.ASSETS
                .where(SearchTerm.is("external_id", key))
                .sortedBy("date_created", true)
                .pages(CANDIDATES);
        for (WireAsset hit : client.search().find(query, WireAsset.class)) {
            Optional<WireAsset> asset = hit.id() == null ? Optional.empty() : present(hit.id());
            if (asset.filter(one -> key.equals(one.externalId())).isPresent()) {
                return asset;
            }
        }
        return Optional.empty();
    }

    /** An asset, unless it is gone or in the bin. */
    Optional<WireAsset> present(String id) {
        try {
            WireAsset asset = client.assets().get(id, false);
            return "DELETED".equals(asset.status()) ? Optional.empty() : Optional.of(asset);
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** An asset that may be written to. What is in the bin waits for its end, and what is written there is lost. */
    WireAsset usable(String operation, String id) {
        WireAsset asset = client.assets().get(id, false);
        checkUsable(operation, asset);
        return asset;
    }

    static void checkUsable(String operation, WireAsset asset) {
        if ("DELETED".equals(asset.status())) {
            throw REFUSED.notFound(operation, "asset " + asset.id() + " is in the bin");
        }
    }

    /** The id of the current version; nothing for an asset that has none. */
    static @Nullable String currentVersion(WireAsset asset) {
        WireVersion current = AssetMapper.current(asset);
        return current == null ? null : current.id();
    }

    /** When something was made; things without a date count as the newest. */
    static Instant made(@Nullable String date) {
        return Objects.requireNonNullElse(Timestamps.read(date), Instant.MAX);
    }

    /** Looks until the index shows something; nothing when our patience ends before. */
    <T> Optional<T> untilShown(String operation, Supplier<Optional<T>> look) {
        Duration patience = config.indexPatience();
        if (patience.isZero()) {
            return look.get();
        }
        try {
            return Poller.standard(config.options().time())
                    .waits(Duration.ofMillis(500), Duration.ofSeconds(3), 1.5)
                    .maxWait(patience)
                    .await(IconikConnector.SYSTEM, operation, "index", look, Optional::isPresent);
        } catch (ConnectorException e) {
            // The poller gave up, which names no host, unlike a request that took too long.
            if (e.kind() == ErrorKind.TIMED_OUT && e.error().trace().host() == null) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
