package dev.contentconnect.vip;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.vip.wire.WireDistributor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Product portfolios of Vermont Information Processing. Read only: VIP has published nothing that writes. */
final class VtinfoBackend implements VipBackend {
    private final VtinfoConfig config;
    private final VtinfoClient client;
    private final VtinfoReader reader;
    private final @Nullable VtinfoFinder finder;
    private final @Nullable VtinfoRest rest;

    VtinfoBackend(VtinfoConfig config, VtinfoClient client) {
        this.config = config;
        this.client = client;
        this.reader = new VtinfoReader(config, client);
        this.finder = config.finder() == null ? null : VtinfoFinder.create(config.finder());
        this.rest = config.rest() == null ? null : VtinfoRest.create(config.rest());
    }

    @Nullable VtinfoFinder finder() {
        return finder;
    }

    @Nullable VtinfoRest rest() {
        return rest;
    }

    VtinfoClient client() {
        return client;
    }

    @Override
    public void offerTo(Offers offers) {
        offers.offer(AssetReader.class, reader);
        VtinfoSnapshots snapshots = config.snapshots();
        if (snapshots != null) {
            offers.offer(AssetFeed.class, new VtinfoFeed(config, client, snapshots));
        }
    }

    @Override
    public Map<Class<?>, String> options() {
        return Map.of(AssetFeed.class, "snapshots");
    }

    @Override
    public ConnectorDescription describe() {
        List<CapabilityDescription> out = new ArrayList<>();
        CapabilityDescription reader = CapabilityDescription.without(
                AssetReader.class,
                Set.of(
                        "findByKey",
                        "query.text",
                        "query.key",
                        "query.changedSince",
                        "query.statuses",
                        "query.kinds",
                        "query.tags"),
                "segments of the kind distributor",
                "the service has no call for one asset and no pages: reading one asset reads the portfolio up to it, a list"
                        + " reads it once and keeps the rest on disk",
                "an asset has the one version that its address is; whether a sell sheet is a document is known once it is"
                        + " fetched",
                "nothing is known of rights and approvals");
        out.add(reader.withInPart("query.segments"));
        if (config.snapshots() != null) {
            out.add(CapabilityDescription.whole(
                    AssetFeed.class,
                    "compares each portfolio with what it was at the last reading: asset.appeared, asset.replaced,"
                            + " asset.dropped; of several changes between two readings the last one is told",
                    "the time of an event is when it was noticed"));
        }
        return new ConnectorDescription(VipConnector.SYSTEM, "VIP Brand Builder", "bbs/v1", out);
    }

    @Override
    public ConnectorCheck check() {
        String sourceCode = config.distributors().get(0);
        WireDistributor first = client.info(sourceCode);
        Map<String, String> details = new LinkedHashMap<>();
        details.put("sourceCode", sourceCode);
        details.put("distributors", Integer.toString(config.distributors().size()));
        return new ConnectorCheck(
                VipConnector.SYSTEM,
                first.distributorName(),
                null,
                config.options().time().now(),
                details);
    }

    @Override
    public List<SourceRef> gone(Collection<SourceRef> known) {
        throw NotOffered.by(VipConnector.SYSTEM, "assets.gone", "the feed tells what was dropped");
    }

    @Override
    public void close() {
        reader.close();
        client.close();
        if (finder != null) {
            finder.close();
        }
        if (rest != null) {
            rest.close();
        }
    }
}
