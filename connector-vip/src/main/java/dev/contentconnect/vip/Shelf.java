package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.vip.api.Posts;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.map.AssetMapper;
import dev.contentconnect.vip.map.Fields;
import dev.contentconnect.vip.map.Names;
import dev.contentconnect.vip.map.Profile;
import dev.contentconnect.vip.wire.WireMedia;
import dev.contentconnect.vip.wire.WirePost;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Assets as they lie in WordPress. An attachment cannot get other bytes, so an asset is its first attachment, the root, which
 * keeps identity, metadata and rights, and one more attachment for each further version; the root says which one is newest.
 */
final class Shelf {
    final WordpressClient client;
    final WordpressConfig config;
    final TermBook terms;

    Shelf(WordpressClient client, WordpressConfig config) {
        this.client = client;
        this.config = config;
        this.terms = new TermBook(client, config);
    }

    /** The number of an object of ours. */
    static long id(String operation, SourceRef ref) {
        return ref.numberIn(VipConnector.SYSTEM)
                .orElseThrow(
                        () -> REFUSED.notFound(operation, "no object " + ref.id() + "; identities are numbers here"));
    }

    static Fields meta(WireMedia media) {
        return new Fields(media.metaFields());
    }

    /** The attachment that stands for an asset; any version of it leads there. */
    WireMedia root(String operation, SourceRef asset) {
        WireMedia found = client.media().get(id(operation, asset));
        checkProfile(operation, found);
        long root = meta(found).number(Profile.ASSET_ROOT);
        return root > 0 ? client.media().get(root) : found;
    }

    /**
     * A server on which the profile was switched off shows none of its fields, not even empty ones: a draft would look like
     * one that is not finished, and a version like an asset.
     */
    void checkProfile(String operation, WireMedia media) {
        if (config.serverProfile() && !media.metaFields().containsKey(Profile.ASSET_STATE)) {
            throw REFUSED.rejected(
                    operation,
                    WordpressErrors.PROFILE_MISSING,
                    "the server does not show the fields of the server profile for item " + media.id()
                            + "; is it still installed there?");
        }
    }

    /**
     * Whether the file of an asset may be half of what was sent: its making broke off, and bytes alone are kept as far as they
     * came. What people uploaded has no state either.
     */
    boolean mayBeHalf(WireMedia root) {
        String slug = root.slug();
        return config.upload() == WordpressConfig.Upload.RAW
                && slug != null
                && slug.startsWith(Names.slug("a"))
                && meta(root).text(Profile.ASSET_STATE) == null;
    }

    /**
     * Whether less may be stored than was to be sent. PHP hands on what came of a body that broke off; forms are refused
     * then, bytes alone are kept. Where the server does not say how much is stored, it is sent again.
     */
    boolean isHalf(WireMedia media, Content content) {
        if (config.upload() != WordpressConfig.Upload.RAW) {
            return false;
        }
        URI source = AssetMapper.address(AssetMapper.source(media));
        long stored = source == null ? -1 : client.media().length(source);
        return stored < 0 || stored < content.length();
    }

    WireMedia current(WireMedia root) {
        long current = meta(root).number(Profile.ASSET_CURRENT);
        return current > 0 && current != root.id()
                ? found(() -> client.media().get(current)).orElseGet(() -> newest(root))
                : root;
    }

    /** The newest version that is left, where people deleted the one that was current. */
    private WireMedia newest(WireMedia root) {
        List<WireMedia> left = versions(root);
        return left.isEmpty() ? root : left.get(0);
    }

    Asset asset(String operation, WireMedia root) {
        return asset(operation, root, current(root));
    }

    Asset asset(String operation, WireMedia root, WireMedia current) {
        Asset asset = AssetMapper.toAsset(root, current, terms.segments(root::terms))
                .getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
        return settled(asset, root);
    }

    Asset settled(Asset asset, WireMedia root) {
        AssetStatus status = status(root);
        return asset.status().equals(status)
                ? asset
                : asset.toBuilder().status(status).build();
    }

    /** Where an asset stands. What waits for its package is published as soon as the package is. */
    AssetStatus status(WireMedia root) {
        AssetStatus status = AssetMapper.status(root);
        if (!status.value().equals(AssetMapper.SCHEDULED)) {
            return status;
        }
        long published = meta(root).number(Profile.ASSET_PUBLISHED);
        Long item = published > 0 && published != root.id()
                ? found(() -> client.media().get(published))
                        .map(WireMedia::post)
                        .orElse(null)
                : root.post();
        boolean out = item != null
                && item > 0
                && found(() -> client.posts(Profile.PACKAGES).get(item))
                        .filter(one -> "publish".equals(one.status()))
                        .isPresent();
        return out ? AssetStatus.PUBLISHED : status;
    }

    /** The newest versions of roots that have further ones, by root. */
    Map<Long, WireMedia> currents(List<WireMedia> roots) {
        Map<Long, Long> wanted = new LinkedHashMap<>();
        for (WireMedia root : roots) {
            long current = meta(root).number(Profile.ASSET_CURRENT);
            if (current > 0 && current != root.id()) {
                wanted.put(current, root.id());
            }
        }
        Map<Long, WireMedia> out = new LinkedHashMap<>();
        if (!wanted.isEmpty()) {
            String ids = wanted.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
            client.media()
                    .list(WordpressQuery.ALL.with("include", ids))
                    .forEach(media -> out.put(wanted.getOrDefault(media.id(), media.id()), media));
            roots.stream()
                    .filter(root -> wanted.containsValue(root.id()) && !out.containsKey(root.id()))
                    .forEach(root -> out.put(root.id(), newest(root)));
        }
        return out;
    }

    /** The attachments that hold bytes of an asset, newest first. */
    List<WireMedia> versions(WireMedia root) {
        return versions(root, config.serverProfile() ? named(root) : List.of());
    }

    /** As {@link #versions(WireMedia)}, of those that {@link #named} found. */
    static List<WireMedia> versions(WireMedia root, List<WireMedia> named) {
        List<WireMedia> out = new ArrayList<>();
        if (AssetMapper.hasBytes(root)) {
            out.add(root);
        }
        for (WireMedia media : named) {
            if (meta(media).number(Profile.ASSET_ROOT) == root.id()) {
                out.add(media);
            }
        }
        out.sort(Comparator.comparingLong(Shelf::number)
                .thenComparing(WireMedia::id)
                .reversed());
        return out;
    }

    /**
     * What has a short name of a further version: a hundred at a time until most of them are missing. Among them may be what
     * an upload left that broke off before it said whose it is.
     */
    List<WireMedia> named(WireMedia root) {
        List<WireMedia> out = new ArrayList<>();
        int size = 100;
        for (long first = 1; ; first += size) {
            StringBuilder slugs = new StringBuilder();
            for (long number = first; number < first + size; number++) {
                slugs.append(slugs.isEmpty() ? "" : ",").append(Names.versionSlug(root.id(), number));
            }
            int before = out.size();
            client.media()
                    .list(WordpressQuery.ALL.with("slug", slugs.toString()))
                    .forEach(out::add);
            // Some may be gone: people delete versions in the library.
            if (out.size() - before < size / 2) {
                return out;
            }
        }
    }

    /** The number that nothing has yet, neither a version nor what stands under the short name of one. */
    static long nextNumber(WireMedia root, List<WireMedia> versions, List<WireMedia> named) {
        long last = versions.isEmpty() ? 0 : number(versions.get(0));
        for (WireMedia one : named) {
            last = Math.max(last, Names.versionNumber(root.id(), one.slug()));
        }
        return last + 1;
    }

    static long number(WireMedia media) {
        return Math.max(1, meta(media).number(Profile.VERSION));
    }

    /** The oldest file that asked for a short name. */
    Optional<WireMedia> bySlug(String slug) {
        List<String> names = Names.twins(slug);
        return client.media().list(WordpressQuery.ALL.with("slug", String.join(",", names))).stream()
                .filter(media -> media.slug() != null && names.contains(media.slug()))
                .findFirst();
    }

    /**
     * What won the short name that an upload asked for. Of two uploads in one moment both may get it, and the older one
     * counts: look when a little time has passed, since the older one may be seen later. What lost is deleted.
     *
     * @return nothing where the upload itself won
     */
    Optional<WireMedia> winnerOver(WireMedia made, String slug) {
        Optional<WireMedia> first = bySlug(slug);
        if (first.map(WireMedia::id).orElse(0L) == made.id() || (first.isEmpty() && slug.equals(made.slug()))) {
            return Optional.empty();
        }
        drop(made.id());
        return Optional.of(first.orElseThrow(
                () -> REFUSED.conflict("assets.create", "the server did not take the short name " + slug)));
    }

    /** Shows a file to nobody but its makers; it may be gone already. */
    void hide(long id) {
        found(() -> client.media().update(id, Map.of("status", "private")));
    }

    /** Deletes what came to nothing; it may be gone already. */
    void drop(long id) {
        found(() -> {
            client.media().delete(id);
            return id;
        });
    }

    /** What an upload left undone that broke off after its file was stored. The file is whole without. */
    WireMedia withImages(WireMedia media) {
        String type = media.mimeType();
        if (type == null || !type.startsWith("image/") || !media.details().isEmpty()) {
            return media;
        }
        try {
            return client.media().createImages(media.id());
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.REJECTED || e.kind() == ErrorKind.UNAVAILABLE) {
                return media;
            }
            throw e;
        }
    }

    /** Changes an attachment and makes sure that the server kept what it was told. */
    WireMedia update(
            String operation, long id, Map<String, ? extends @Nullable Object> meta, Map<String, Object> more) {
        Map<String, Object> change = new LinkedHashMap<>(more);
        if (!meta.isEmpty()) {
            change.put("meta", meta);
        }
        WireMedia stored = client.media().update(id, change);
        ReadBack.refuse(operation, id, ReadBack.meta(meta, stored.metaFields()));
        return stored;
    }

    /**
     * Writes the meta of an item that has none yet; once more where somebody else did so in the same moment, and lists have
     * their values twice.
     */
    static WirePost complete(String operation, Posts posts, long id, Map<String, Object> meta) {
        Map<String, Object> change = Map.of("meta", meta);
        WirePost stored = posts.update(id, change);
        if (!ReadBack.meta(meta, stored.metaFields()).isEmpty()) {
            stored = posts.update(id, change);
        }
        ReadBack.refuse(operation, id, ReadBack.meta(meta, stored.metaFields()));
        return stored;
    }

    /** The oldest item that asked for a short name. */
    static Optional<WirePost> bySlug(Posts posts, String slug) {
        List<String> names = Names.twins(slug);
        return posts.list(WordpressQuery.ALL.with("slug", String.join(",", names))).stream()
                .filter(one -> one.slug() != null && names.contains(one.slug()))
                .findFirst();
    }

    /** Deletes an item that came to nothing; it may be gone already. */
    static void drop(Posts posts, long id) {
        found(() -> {
            posts.delete(id);
            return id;
        });
    }

    static <T> Optional<T> found(java.util.function.Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
