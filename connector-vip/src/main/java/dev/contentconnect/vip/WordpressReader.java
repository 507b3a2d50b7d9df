package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;
import static dev.contentconnect.vip.VipConnector.SYSTEM;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.map.AssetMapper;
import dev.contentconnect.vip.map.Fields;
import dev.contentconnect.vip.map.Names;
import dev.contentconnect.vip.map.Profile;
import dev.contentconnect.vip.wire.WireMedia;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assets of the media library. */
final class WordpressReader implements AssetReader {
    private static final String GET = "assets.get";
    private static final String QUERY = "assets.query";
    private static final String CONTENT = "assets.content";

    private final Shelf shelf;

    WordpressReader(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Asset get(SourceRef asset) {
        return shelf.asset(GET, shelf.root(GET, asset));
    }

    @Override
    public Optional<Asset> findByKey(String key) {
        return shelf.bySlug(Names.slug("a", key)).map(root -> shelf.asset("assets.findByKey", root));
    }

    @Override
    public Paged<Asset> query(AssetQuery query) {
        NotOffered.unless(
                query.statuses().isEmpty(), SYSTEM, QUERY + ".statuses", "WordPress knows public and private only");
        NotOffered.unless(query.kinds().isEmpty(), SYSTEM, QUERY + ".kinds", "ask the client for a media_type");
        NotOffered.unless(query.tags().isEmpty(), SYSTEM, QUERY + ".tags", "use segments");
        NotOffered.unless(
                query.segments().isEmpty() || shelf.config.serverProfile(),
                SYSTEM,
                QUERY + ".segments",
                "needs the server profile");
        query.segments()
                .forEach(segment -> NotOffered.unless(
                        Profile.segments().containsKey(segment.kind()),
                        SYSTEM,
                        QUERY + ".segments",
                        "no taxonomy for " + segment.kind()));
        WordpressQuery plain = WordpressQuery.ALL.pages(query.pageSize());
        if (query.text() != null) {
            plain = plain.with("search", query.text());
        }
        if (query.key() != null) {
            plain = plain.with("slug", Names.slug("a", query.key()));
        }
        if (query.changedSince() != null) {
            // The filter leaves out the second itself.
            plain = plain.with(
                    "modified_after", query.changedSince().minusSeconds(1).toString());
        }
        WordpressQuery wanted = plain;
        return Paged.of(SYSTEM, QUERY, cursor -> {
            Page<WireMedia> page = fetch(wanted, query.segments(), cursor);
            if (cursor == null && page.items().isEmpty() && !query.segments().isEmpty()) {
                // Nothing has these terms: perhaps they were deleted, and made again under other ids.
                shelf.terms.forget(query.segments());
                page = fetch(wanted, query.segments(), null);
            }
            return page(page, query.changedSince());
        });
    }

    private Page<WireMedia> fetch(WordpressQuery wanted, List<Segment> segments, @Nullable Cursor cursor) {
        return withTerms(wanted, segments)
                .map(full -> shelf.client.media().list(full).page(cursor))
                .orElseGet(() -> new Page<>(List.of(), null, null, List.of()));
    }

    /** Nothing when there is no such term, so that no asset can have it. */
    private Optional<WordpressQuery> withTerms(WordpressQuery query, List<Segment> segments) {
        Map<String, List<Long>> terms = new LinkedHashMap<>();
        for (Segment segment : segments) {
            String base = Profile.segments().get(segment.kind());
            OptionalLong id = shelf.terms.find(segment);
            if (id.isEmpty() || base == null) {
                return Optional.empty();
            }
            terms.computeIfAbsent(base, any -> new ArrayList<>()).add(id.getAsLong());
        }
        WordpressQuery out = query;
        for (Map.Entry<String, List<Long>> one : terms.entrySet()) {
            String ids = one.getValue().stream().map(String::valueOf).collect(Collectors.joining(","));
            // Before 5.9 WordPress knew no operator.
            out = one.getValue().size() == 1
                    ? out.with(one.getKey(), ids)
                    : out.with(one.getKey() + "[terms]", ids).with(one.getKey() + "[operator]", "AND");
        }
        return Optional.of(out);
    }

    /** Further versions are attachments of their own and left out: their asset is there already. */
    private Page<Asset> page(Page<WireMedia> page, @Nullable Instant changedSince) {
        page.items().forEach(media -> check(media, changedSince));
        List<WireMedia> roots = page.items().stream()
                .filter(media -> Shelf.meta(media).number(Profile.ASSET_ROOT) == 0)
                .toList();
        Map<Long, WireMedia> currents = shelf.currents(roots);
        List<Function<String, List<Long>>> terms = new ArrayList<>();
        roots.forEach(root -> terms.add(root::terms));
        TermBook.Known known = shelf.terms.segments(terms);
        List<Asset> items = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        for (WireMedia root : roots) {
            WireMedia current = currents.getOrDefault(root.id(), root);
            AssetMapper.toAsset(root, current, known.of(root::terms))
                    .map(asset -> shelf.settled(asset, root))
                    .peek(items::add)
                    .peekLeft(issues::add);
        }
        return new Page<>(items, page.next(), null, issues);
    }

    /** WordPress passes over parameters that it does not know, this one before 5.7. */
    private void check(WireMedia media, @Nullable Instant changedSince) {
        shelf.checkProfile(QUERY, media);
        Instant at = Fields.date(media.modifiedGmt());
        if (changedSince != null && at != null && at.isBefore(changedSince.minusSeconds(1))) {
            throw REFUSED.rejected(QUERY, LocalErrors.DROPPED, "the server did not narrow the list by time of change");
        }
    }

    @Override
    public List<AssetVersion> versions(SourceRef asset) {
        WireMedia root = shelf.root("assets.versions", asset);
        return shelf.versions(root).stream().map(AssetMapper::toVersion).toList();
    }

    @Override
    public List<Rendition> renditions(SourceRef asset) {
        return get(asset).renditions();
    }

    @Override
    public Content content(SourceRef asset, @Nullable String version, @Nullable String rendition) {
        WireMedia root = shelf.root(CONTENT, asset);
        WireMedia media = version == null ? shelf.current(root) : version(root, version);
        if (!AssetMapper.hasBytes(media)) {
            throw REFUSED.notFound(CONTENT, "asset " + root.id() + " has no bytes yet");
        }
        if (rendition == null) {
            AssetVersion of = AssetMapper.toVersion(media);
            URI source = address(media.id(), AssetMapper.source(media));
            long length = of.sizeBytes() == null ? shelf.client.media().length(source) : of.sizeBytes();
            return new WordpressContent(shelf.client, source, of.fileName(), of.mediaType(), length);
        }
        Rendition found = AssetMapper.toAsset(root, media, List.of())
                .getOrElseThrow(issue -> REFUSED.undecodable(CONTENT, issue))
                .renditions()
                .stream()
                .filter(one -> one.id().equals(rendition))
                .findFirst()
                .orElseThrow(() -> REFUSED.notFound(CONTENT, "no rendition " + rendition));
        String address = found.uri() == null ? null : found.uri().toString();
        return new WordpressContent(
                shelf.client,
                address(media.id(), address),
                Names.base(address),
                found.mediaType(),
                found.sizeBytes() == null ? -1 : found.sizeBytes());
    }

    private WireMedia version(WireMedia root, String version) {
        if (version.equals(Long.toString(root.id()))) {
            return root;
        }
        WireMedia media = shelf.client.media().get(Shelf.id(CONTENT, SourceRef.of(SYSTEM, version)));
        if (Shelf.meta(media).number(Profile.ASSET_ROOT) != root.id()) {
            throw REFUSED.notFound(CONTENT, version + " is no version of asset " + root.id());
        }
        return media;
    }

    private static URI address(long id, @Nullable String text) {
        URI uri = AssetMapper.address(text);
        if (uri == null) {
            throw REFUSED.notFound(CONTENT, "attachment " + id + " says no address of its file");
        }
        return uri;
    }
}
