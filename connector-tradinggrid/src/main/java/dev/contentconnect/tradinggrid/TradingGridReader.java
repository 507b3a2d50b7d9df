package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;
import static dev.contentconnect.tradinggrid.TradingGridConnector.SYSTEM;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.tradinggrid.api.LensQuery;
import dev.contentconnect.tradinggrid.map.AssetMapper;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files on their way. Metadata only. */
record TradingGridReader(Tracking tracking) implements AssetReader {
    private static final String GET = "assets.get";
    private static final String QUERY = "assets.query";

    @Override
    public Asset get(SourceRef asset) {
        return asset(GET, tracking.entry(GET, asset.idIn(SYSTEM)));
    }

    private Asset asset(String operation, WireEntry entry) {
        return AssetMapper.toAsset(entry, tracking.meaning)
                .getOrElseThrow(issue -> REFUSED.notFound(operation, issue.path() + " " + issue.problem()));
    }

    @Override
    public Optional<Asset> findByKey(String key) {
        LensQuery query = tracking.files(LensQuery.MOST).withKey(tracking.meaning.assetKey(), key);
        for (WireEntry one : tracking.client.lens().entries(query)) {
            if (key.equals(one.contentKeys().get(tracking.meaning.assetKey())) && AssetMapper.fileName(one) != null) {
                return Optional.of(asset("assets.findByKey", one));
            }
        }
        return Optional.empty();
    }

    @Override
    public Paged<Asset> query(AssetQuery query) {
        NotOffered.unless(
                query.text() == null,
                SYSTEM,
                QUERY + ".text",
                "the search box has a language of its own: client().lens()");
        NotOffered.unless(
                query.statuses().isEmpty(),
                SYSTEM,
                QUERY + ".statuses",
                "files have no status of their own, deliveries have");
        NotOffered.unless(query.kinds().isEmpty(), SYSTEM, QUERY + ".kinds", "Lens does not know kinds");
        NotOffered.unless(query.segments().isEmpty(), SYSTEM, QUERY + ".segments", "Lens does not know audiences");
        NotOffered.unless(query.tags().isEmpty(), SYSTEM, QUERY + ".tags", "Lens does not know tags");
        String key = query.key();
        LensQuery files = tracking.files(query.pageSize());
        if (key != null) {
            files = files.withKey(tracking.meaning.assetKey(), key);
        }
        if (query.changedSince() != null) {
            files = files.within(tracking.since("statusdate", query.changedSince()))
                    .sortedBy("statusdate");
        }
        LensQuery asked = files;
        return Paged.of(
                SYSTEM,
                QUERY,
                cursor -> page(key, tracking.client.lens().entries(asked).page(cursor)));
    }

    private Page<Asset> page(@Nullable String key, Page<WireEntry> page) {
        List<Asset> items = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        for (WireEntry one : page.items()) {
            AssetMapper.toAsset(one, tracking.meaning)
                    .peek(asset -> {
                        if (key == null || key.equals(asset.key())) {
                            items.add(asset);
                        }
                    })
                    .peekLeft(issues::add);
        }
        return new Page<>(items, page.next(), key == null ? page.total() : null, issues);
    }

    @Override
    public List<AssetVersion> versions(SourceRef asset) {
        return List.of(Objects.requireNonNull(get(asset).currentVersion()));
    }

    @Override
    public List<Rendition> renditions(SourceRef asset) {
        get(asset);
        return List.of();
    }

    @Override
    public Content content(SourceRef asset, @Nullable String version, @Nullable String rendition) {
        asset.idIn(SYSTEM);
        throw NotOffered.by(SYSTEM, "assets.content", "no published call gives bytes; they come through a transport");
    }
}
