package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.LoggedIssues;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.vip.map.VtinfoAssetMapper;
import dev.contentconnect.vip.map.VtinfoRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Files of product portfolios, one asset for each address that a distributor shows. */
final class VtinfoReader implements AssetReader, AutoCloseable {
    private static final String GET = "assets.get";
    private static final String QUERY = "assets.query";
    private static final String CONTENT = "assets.content";
    private static final int MOST_ISSUES = 1_000;

    private final VtinfoConfig config;
    private final VtinfoClient client;
    private final AssetSpools spools = new AssetSpools();
    private final KnownFiles known = new KnownFiles();

    VtinfoReader(VtinfoConfig config, VtinfoClient client) {
        this.config = config;
        this.client = client;
    }

    @Override
    public Asset get(SourceRef asset) {
        VtinfoRef wanted = ref(GET, asset);
        AtomicReference<@Nullable Asset> found = new AtomicReference<>();
        new Portfolio(config, client, wanted.sourceCode())
                .read(
                        entry -> {
                            if (VtinfoRef.of(wanted.sourceCode(), entry.file().address())
                                    .equals(wanted)) {
                                found.set(entry.asset());
                            }
                            return found.get() == null;
                        },
                        new LoggedIssues(VipConnector.SYSTEM, GET));
        Asset there = found.get();
        if (there == null) {
            throw REFUSED.notFound(GET, "nothing in the portfolio of " + wanted.sourceCode() + " has this address now");
        }
        known.add(there);
        return there;
    }

    @Override
    public Optional<Asset> findByKey(String key) {
        throw notOffered("findByKey", "VIP keeps no keys of others; look for products with VipConnector.vtinfo()");
    }

    @Override
    public Paged<Asset> query(AssetQuery query) {
        refuse(query.text() != null, "query.text");
        refuse(query.key() != null, "query.key");
        refuse(query.changedSince() != null, "query.changedSince");
        refuse(!query.statuses().isEmpty(), "query.statuses");
        refuse(!query.kinds().isEmpty(), "query.kinds");
        refuse(!query.tags().isEmpty(), "query.tags");
        List<String> codes = distributors(query.segments());
        return Paged.of(VipConnector.SYSTEM, QUERY, cursor -> page(codes, query.pageSize(), cursor));
    }

    private static void refuse(boolean asked, String part) {
        if (asked) {
            throw notOffered(part, "the service hands out whole portfolios; filter what comes");
        }
    }

    private static ConnectorException notOffered(String part, String instead) {
        return NotOffered.by(VipConnector.SYSTEM, "assets." + part, instead);
    }

    /** An asset belongs to one distributor, so nothing is meant for two of them. */
    private List<String> distributors(List<Segment> segments) {
        List<String> codes = config.distributors();
        for (Segment segment : segments) {
            if (!segment.kind().equals(VtinfoAssetMapper.DISTRIBUTOR)) {
                throw notOffered("query.segments", "segments of the kind distributor only, not " + segment.kind());
            }
            configured(QUERY, segment.value());
            codes = codes.contains(segment.value()) ? List.of(segment.value()) : List.of();
        }
        return codes;
    }

    private Page<Asset> page(List<String> codes, int size, @Nullable Cursor cursor) {
        if (codes.isEmpty()) {
            return Page.of(List.of(), null);
        }
        VtinfoPlace place = cursor == null ? VtinfoPlace.beginning(codes.get(0)) : VtinfoPlace.of(cursor);
        if (place == null || !codes.contains(place.sourceCode())) {
            throw REFUSED.rejected(QUERY, null, "not a cursor of this list");
        }
        try {
            return page(codes, size, place);
        } catch (JsonException e) {
            throw REFUSED.rejected(QUERY, null, "not a cursor of this list");
        } catch (IOException e) {
            throw REFUSED.unavailable(QUERY, "temporary_file", "a temporary file failed: " + e);
        }
    }

    private Page<Asset> page(List<String> codes, int size, VtinfoPlace at) throws IOException {
        VtinfoPlace place = at;
        List<MappingIssue> issues = new ArrayList<>();
        AssetSpool spool = spools.find(place.spool(), place.sourceCode());
        if (spool == null) {
            AssetSpool fresh = read(place.sourceCode(), issues);
            long id = spools.keep(fresh);
            spool = fresh;
            // A cursor of a list that is no longer at hand goes on after as many assets of the portfolio as it is now.
            long offset = place.count() == 0 ? 0 : skip(fresh, place.count());
            place = new VtinfoPlace(place.sourceCode(), id, offset, place.count());
        }
        AssetSpool.Part part = spool.read(place.offset(), size);
        part.assets().forEach(known::add);
        if (!part.last()) {
            long count = place.count() + part.assets().size();
            VtinfoPlace next = new VtinfoPlace(place.sourceCode(), place.spool(), part.next(), count);
            return new Page<>(part.assets(), next.cursor(), null, issues);
        }
        spools.drop(place.spool());
        int following = codes.indexOf(place.sourceCode()) + 1;
        Cursor next = following < codes.size()
                ? VtinfoPlace.beginning(codes.get(following)).cursor()
                : null;
        return new Page<>(part.assets(), next, null, issues);
    }

    private static long skip(AssetSpool spool, long count) throws IOException {
        long left = count;
        AssetSpool.Part part = new AssetSpool.Part(List.of(), 0, false);
        while (left > 0 && !part.last()) {
            part = spool.read(part.next(), (int) Math.min(left, 100));
            left -= part.assets().size();
        }
        return part.next();
    }

    private AssetSpool read(String sourceCode, List<MappingIssue> issues) throws IOException {
        SeenAddresses seen = new SeenAddresses();
        Consumer<MappingIssue> few = issue -> {
            if (issues.size() < MOST_ISSUES) {
                issues.add(issue);
            }
        };
        try {
            return AssetSpool.filled(
                    sourceCode,
                    sink -> new Portfolio(config, client, sourceCode)
                            .read(
                                    entry -> {
                                        VtinfoRef ref = VtinfoRef.of(
                                                sourceCode, entry.file().address());
                                        if (seen.add(ref.hash())) {
                                            add(sink, entry.asset(), few);
                                        }
                                        return true;
                                    },
                                    few));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void add(AssetSpool.Sink sink, Asset asset, Consumer<MappingIssue> issues) {
        try {
            sink.add(asset);
        } catch (JsonException e) {
            // Half a pair of surrogates somewhere in its texts.
            issues.accept(new MappingIssue(
                    "data", String.valueOf(e.getMessage()), asset.ref().id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<AssetVersion> versions(SourceRef asset) {
        AssetVersion current = get(asset).currentVersion();
        return current == null ? List.of() : List.of(current);
    }

    @Override
    public List<Rendition> renditions(SourceRef asset) {
        return get(asset).renditions();
    }

    /** The address of an identity never changes, so one that was seen before need not be looked for again. */
    @Override
    public Content content(SourceRef asset, @Nullable String version, @Nullable String rendition) {
        VtinfoRef wanted = ref(CONTENT, asset);
        KnownFiles.Files files = known.find(asset);
        if (files == null) {
            get(asset);
            files = known.find(asset);
        }
        if (files == null) {
            throw REFUSED.notFound(CONTENT, "no asset " + wanted.hash());
        }
        if (version != null && !version.equals(files.address().toString())) {
            throw REFUSED.notFound(CONTENT, "the asset has no version " + version);
        }
        URI address = rendition == null ? files.address() : files.small();
        if (address == null || (rendition != null && !rendition.equals(VtinfoAssetMapper.SMALL))) {
            throw REFUSED.notFound(CONTENT, "no rendition " + rendition);
        }
        return new VtinfoContent(client, address);
    }

    private VtinfoRef ref(String operation, SourceRef asset) {
        String id = asset.idIn(VipConnector.SYSTEM);
        VtinfoRef ref = VtinfoRef.of(id).orElseThrow(() -> REFUSED.notFound(operation, "no asset " + id));
        configured(operation, ref.sourceCode());
        return ref;
    }

    private void configured(String operation, String sourceCode) {
        if (!config.distributors().contains(sourceCode)) {
            throw REFUSED.of(
                    operation,
                    "distributor_not_configured",
                    "the option distributors does not name " + sourceCode,
                    ConnectorError.NotFound::new);
        }
    }

    @Override
    public void close() {
        spools.close();
    }
}
