package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;
import static dev.contentconnect.xecm.XecmConnector.SYSTEM;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.xecm.api.Lql;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.map.AssetMapper;
import dev.contentconnect.xecm.map.AttributeKeys;
import dev.contentconnect.xecm.wire.WireNode;
import dev.contentconnect.xecm.wire.WireVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents and URL nodes of the asset folder. */
final class XecmReader implements AssetReader {
    static final String SCOPE = "asset";

    /** The server gives out fewer than asked for above it. */
    static final int MOST = 100;

    private static final String GET = "assets.get";
    private static final String QUERY = "assets.query";
    private static final String CONTENT = "assets.content";
    private static final List<Long> KINDS = List.of((long) AssetMapper.URL, (long) AssetMapper.DOCUMENT);

    private final Archive archive;

    XecmReader(Archive archive) {
        this.archive = archive;
    }

    @Override
    public Asset get(SourceRef asset) {
        long id = Archive.id(GET, asset);
        return archive.asset(GET, archive.client.nodes().get(id));
    }

    @Override
    public Optional<Asset> findByKey(String key) {
        return archive.byKey(SCOPE, key, archive.config.assets().folder())
                .map(node -> archive.asset("assets.findByKey", node));
    }

    @Override
    public Paged<Asset> query(AssetQuery query) {
        NotOffered.unless(
                query.statuses().isEmpty(), SYSTEM, QUERY + ".statuses", "a list cannot be narrowed by attributes");
        NotOffered.unless(query.kinds().isEmpty(), SYSTEM, QUERY + ".kinds", "ask the client for a where_type");
        NotOffered.unless(query.segments().isEmpty(), SYSTEM, QUERY + ".segments", "there are no segments");
        NotOffered.unless(query.tags().isEmpty(), SYSTEM, QUERY + ".tags", "there are no tags");
        Long folder = archive.config.assets().folder();
        NotOffered.unless(folder != null, SYSTEM, QUERY, "needs an asset folder");
        long in = folder == null ? 0 : folder;
        Instant since = query.changedSince();
        if (query.key() != null) {
            NotOffered.unless(
                    query.text() == null,
                    SYSTEM,
                    QUERY + ".text",
                    "words are looked for without a key, as the index knows none");
            String key = query.key();
            return Paged.of(
                    SYSTEM,
                    QUERY,
                    cursor -> Page.of(
                            findByKey(key).filter(one -> isChanged(one, since)).stream()
                                    .toList(),
                            null));
        }
        int size = Math.min(query.pageSize(), MOST);
        if (query.text() != null) {
            return found(query, in, size);
        }
        XecmQuery plain = XecmQuery.ALL
                .with("where_type", KINDS)
                .with("sort", since == null ? "asc_name" : "desc_modify_date")
                .pages(size);
        Paged<WireNode> nodes = archive.client.nodes().children(in, plain);
        return Paged.of(SYSTEM, QUERY, cursor -> page(in, nodes, cursor, since));
    }

    private static boolean isChanged(Asset asset, @Nullable Instant since) {
        Instant at = asset.updatedAt();
        return since == null || at == null || !at.isBefore(since);
    }

    private Paged<Asset> found(AssetQuery query, long folder, int size) {
        String text = String.valueOf(query.text());
        String words = Lql.words(text);
        if (words.isEmpty() && !text.isBlank()) {
            // Quotation marks and the like are no words: left out of the question, they would find everything.
            return Paged.of(SYSTEM, QUERY, cursor -> Page.of(List.of(), null));
        }
        String lql = Lql.in("OTSubType", KINDS) + (words.isEmpty() ? "" : " AND " + words);
        Instant since = query.changedSince();
        if (since != null) {
            lql += " AND " + Lql.since("OTModifyDate", archive.dates.dayOf(since));
        }
        Paged<WireNode> hits = archive.client
                .search()
                .query(lql, XecmQuery.ALL.with("location_id1", folder).pages(size));
        return Paged.of(SYSTEM, QUERY, cursor -> page(folder, hits, cursor, null));
    }

    /** The newest come first when a moment is given, so that the first older one is the end. */
    private Page<Asset> page(long folder, Paged<WireNode> nodes, @Nullable Cursor cursor, @Nullable Instant since) {
        Page<WireNode> page = nodes.page(cursor);
        AttributeKeys keys = page.items().isEmpty() ? null : archive.catalog.assetKeys(QUERY, folder);
        List<Asset> items = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        boolean old = false;
        for (WireNode node : page.items()) {
            Instant changed = archive.dates.instant(node.modifyDate());
            if (since != null && changed != null && changed.isBefore(since)) {
                old = true;
            } else {
                AssetMapper.toAsset(node, keys, archive.dates).peek(items::add).peekLeft(issues::add);
            }
        }
        return new Page<>(items, old ? null : page.next(), since == null ? page.total() : null, issues);
    }

    @Override
    public List<AssetVersion> versions(SourceRef asset) {
        String operation = "assets.versions";
        long id = Archive.id(operation, asset);
        WireNode node = archive.client.nodes().get(id);
        if (node.type() == AssetMapper.URL) {
            // The content is elsewhere.
            return List.of(AssetVersion.of("1", 1));
        }
        return versions(archive, id).stream()
                .map(one -> AssetMapper.toVersion(one, archive.dates))
                .toList();
    }

    /** Newest first, whatever the server's order. */
    static List<WireVersion> versions(Archive archive, long node) {
        return archive.client.versions().list(node).stream()
                .filter(one -> one.number() > 0)
                .sorted(Comparator.comparingLong(WireVersion::number).reversed())
                .toList();
    }

    @Override
    public List<Rendition> renditions(SourceRef asset) {
        get(asset);
        return List.of();
    }

    @Override
    public Content content(SourceRef asset, @Nullable String version, @Nullable String rendition) {
        long id = Archive.id(CONTENT, asset);
        if (rendition != null) {
            throw REFUSED.notFound(CONTENT, "no rendition " + rendition);
        }
        WireNode node = archive.client.nodes().get(id);
        if (node.type() == AssetMapper.URL) {
            throw REFUSED.notFound(CONTENT, "node " + id + " leads to an address and has no bytes of its own");
        }
        WireVersion found = version(id, node, version);
        Long size = found.fileSize() != null ? found.fileSize() : version == null ? node.size() : null;
        String type = found.mimeType() != null ? found.mimeType() : node.mimeType();
        return new XecmContent(
                archive.client,
                id,
                version == null ? null : found.number(),
                found.fileName() != null ? found.fileName() : node.name(),
                type,
                size == null ? -1 : size);
    }

    private WireVersion version(long id, WireNode node, @Nullable String version) {
        if (version == null) {
            return new WireVersion(node.data().object("versions"));
        }
        return versions(archive, id).stream()
                .filter(one -> Long.toString(one.number()).equals(version))
                .findFirst()
                .orElseThrow(() -> REFUSED.notFound(CONTENT, "node " + id + " has no version " + version));
    }
}
