package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.vip.api.Posts;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.map.AssetMapper;
import dev.contentconnect.vip.map.Fields;
import dev.contentconnect.vip.map.Names;
import dev.contentconnect.vip.map.PackageMapper;
import dev.contentconnect.vip.map.PlainText;
import dev.contentconnect.vip.map.Profile;
import dev.contentconnect.vip.map.RightsMapper;
import dev.contentconnect.vip.wire.WireMedia;
import dev.contentconnect.vip.wire.WirePost;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Brings one package out. A file that hangs on a package and has no visibility of its own is seen when its package is, so
 * the files are hung on a draft first, and one request, which publishes the package or gives WordPress its date, shows them
 * all. A package stays marked as pending until its assets say so too; what broke off is finished under the same key.
 */
final class Publishing {
    private static final String PUBLISH = "assets.publish";

    private final Shelf shelf;
    private final PublishRequest request;
    private final String slug;
    private final Posts packages;

    Publishing(Shelf shelf, PublishRequest request) {
        this.shelf = shelf;
        this.request = request;
        this.slug = Names.slug("p", request.key());
        this.packages = shelf.client.posts(Profile.PACKAGES);
    }

    /** An asset and the file of it that is to be seen. */
    private record Chosen(WireMedia root, WireMedia file) {}

    Publication run() {
        request.assets().forEach(asset -> asset.idIn(VipConnector.SYSTEM));
        for (Segment segment : request.audience()) {
            if (!Profile.segments().containsKey(segment.kind())) {
                throw NotOffered.by(
                        VipConnector.SYSTEM, "assets.publish.audience", "no taxonomy for " + segment.kind());
            }
        }
        Optional<WirePost> known = find();
        if (known.isPresent() && !isUnfinished(known.get())) {
            return publication(isOverdue(known.get()) ? bringOut(known.get()) : known.get());
        }
        Map<Long, Chosen> chosen = choose(known.filter(one -> !isDraft(one)));
        // What somebody else takes for a twin goes away under our hands.
        return Shelf.found(() -> finish(known, chosen)).orElseThrow(this::contested);
    }

    private Publication finish(Optional<WirePost> known, Map<Long, Chosen> chosen) {
        WirePost item = known.map(one -> completed(one, chosen)).orElseGet(() -> draft(chosen));
        boolean later = isLater();
        if (isDraft(item)) {
            checkAudience(item);
            chosen.values().forEach(one -> hang(one, item.id(), later));
            if (known.isPresent()) {
                unhang(item.id(), chosen);
            }
            deleteTwins(item.id());
            if (!slug.equals(show(item, later).slug())) {
                deleteTwins(item.id());
            }
        } else if (!"publish".equals(item.status()) && !"future".equals(item.status())) {
            throw REFUSED.conflict(PUBLISH, "somebody made package " + item.id() + " " + item.status());
        } else if (isOverdue(item)) {
            bringOut(item);
        }
        chosen.values().forEach(one -> noteAll(one, later));
        return publication(
                packages.update(item.id(), Map.of("slug", slug, "meta", Map.of(Profile.STATE, PackageMapper.DONE))));
    }

    private ConnectorException contested() {
        return REFUSED.conflict(PUBLISH, "somebody else is publishing under the same key; try again");
    }

    /** The files to be seen; of a package that has come out already those that came out with it, whatever is newer by now. */
    private Map<Long, Chosen> choose(Optional<WirePost> shown) {
        Map<SourceRef, String> settled = shown.map(PackageMapper::versions).orElse(Map.of());
        Map<Long, Chosen> out = new TreeMap<>();
        for (SourceRef asset : request.assets()) {
            WireMedia root = shelf.root(PUBLISH, asset);
            if (RightsMapper.toRights(root).status().equals(RightsStatus.BLOCKED)) {
                throw REFUSED.rejected(
                        PUBLISH, LocalErrors.BLOCKED, "asset " + root.id() + " is blocked, see its rights");
            }
            WireMedia file = shelf.current(root);
            String before = settled.get(SourceRef.of(VipConnector.SYSTEM, Long.toString(root.id())));
            String approved = before != null ? before : request.versions().get(asset);
            if (approved != null && !approved.equals(Long.toString(file.id()))) {
                file = shelf.versions(root).stream()
                        .filter(one -> approved.equals(Long.toString(one.id())))
                        .findFirst()
                        .orElseThrow(
                                () -> REFUSED.conflict(PUBLISH, "asset " + root.id() + " has no version " + approved));
            }
            if (!AssetMapper.hasBytes(file)) {
                throw REFUSED.rejected(PUBLISH, LocalErrors.NO_FILE, "asset " + root.id() + " has no bytes yet");
            }
            if (file.id() == root.id() && shelf.mayBeHalf(root)) {
                throw REFUSED.rejected(
                        PUBLISH,
                        "asset_unfinished",
                        "the making of asset " + root.id() + " broke off; create it again under its key");
            }
            out.put(root.id(), new Chosen(root, file));
        }
        return out;
    }

    private Map<String, Object> meta(Map<Long, Chosen> chosen) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(Profile.ITEM_KEY, request.key());
        meta.put(Profile.STATE, PackageMapper.PENDING);
        meta.put(Profile.ASSET_IDS, List.copyOf(chosen.keySet()));
        meta.put(
                Profile.ASSET_VERSIONS,
                chosen.values().stream()
                        .map(one -> one.root().id() + "=" + one.file().id())
                        .toList());
        return meta;
    }

    /** WordPress writes the item first and its meta then: of what broke off in between there is an item that says nothing. */
    private WirePost completed(WirePost item, Map<Long, Chosen> chosen) {
        Map<String, Object> meta = meta(chosen);
        if (!isDraft(item) || ReadBack.meta(meta, item.metaFields()).isEmpty()) {
            return item;
        }
        return Shelf.complete(PUBLISH, packages, item.id(), meta);
    }

    private WirePost draft(Map<Long, Chosen> chosen) {
        Map<String, Object> meta = meta(chosen);
        Map<String, Object> fields = new LinkedHashMap<>(shelf.terms.resolve(request.audience()));
        fields.put("slug", slug);
        fields.put("status", "draft");
        fields.put("title", PlainText.escaped(request.title()));
        fields.put("content", request.note() == null ? "" : PlainText.escaped(request.note()));
        fields.put("meta", meta);
        WirePost made = packages.create(fields);
        List<String> dropped = ReadBack.meta(meta, made.metaFields());
        if (!dropped.isEmpty()) {
            Shelf.drop(packages, made.id());
            ReadBack.refuse(PUBLISH, made.id(), dropped);
        }
        // Drafts may share a short name: of two that were made in the same moment the older one stays.
        if (find().map(WirePost::id).filter(id -> id == made.id()).isEmpty()) {
            Shelf.drop(packages, made.id());
            throw contested();
        }
        return made;
    }

    /** Terms that vanished are dropped without a word, and a package without any is for everybody: they are made again. */
    private void checkAudience(WirePost item) {
        Map<String, List<Long>> terms = shelf.terms.resolve(request.audience());
        if (ReadBack.terms(terms, item::terms).isEmpty()) {
            return;
        }
        shelf.terms.forget(request.audience());
        terms = shelf.terms.resolve(request.audience());
        List<String> dropped = ReadBack.terms(terms, packages.update(item.id(), terms)::terms);
        if (!dropped.isEmpty()) {
            Shelf.drop(packages, item.id());
            ReadBack.refuse(PUBLISH, item.id(), dropped);
        }
    }

    /** A draft of a call that was given up may have come late, and would keep the short name from what is published. */
    private void deleteTwins(long item) {
        packages.list(WordpressQuery.ALL.with("slug", slug)).stream()
                .filter(one -> slug.equals(one.slug()) && one.id() > item && isUnfinished(one))
                .map(WirePost::id)
                .toList()
                .forEach(twin -> Shelf.drop(packages, twin));
    }

    /** What is seen already stays where it hangs: on a draft it would vanish for a moment. */
    private void hang(Chosen one, long item, boolean later) {
        if (!isOut(one) && !(later && comesOutEarlier(one.file(), item))) {
            // WordPress has no "publish" for files and takes it for "inherit": seen when what it hangs on is.
            WireMedia stored = shelf.client.media().update(one.file().id(), Map.of("status", "publish", "post", item));
            if ("private".equals(stored.status()) || stored.post() == null || stored.post() != item) {
                ReadBack.refuse(PUBLISH, one.file().id(), List.of("status", "post"));
            }
        }
        if (later && !AssetMapper.status(one.root()).equals(AssetStatus.PUBLISHED)) {
            note(one, AssetMapper.SCHEDULED, Map.of());
        }
    }

    /** A call that broke off has hung what was chosen then: it would come out beside what is newer by now. */
    private void unhang(long item, Map<Long, Chosen> chosen) {
        shelf.client.media().list(WordpressQuery.ALL.with("parent", item)).stream()
                .filter(one -> one.post() != null && one.post() == item && !"private".equals(one.status()))
                .filter(one -> {
                    long root = Shelf.meta(one).number(Profile.ASSET_ROOT);
                    Chosen ours = chosen.get(root > 0 ? root : one.id());
                    return ours != null && ours.file().id() != one.id();
                })
                .map(WireMedia::id)
                .toList()
                .forEach(shelf::hide);
    }

    /** Taken away from a package that waits for an earlier date, a file would be missing there on that date. */
    private boolean comesOutEarlier(WireMedia file, long item) {
        Long other = file.post();
        if (other == null || other <= 0 || other == item || !"inherit".equals(file.status())) {
            return false;
        }
        Instant at = request.at();
        return Shelf.found(() -> packages.get(other))
                .filter(one -> "future".equals(one.status()))
                .map(one -> Fields.date(one.dateGmt()))
                .filter(date -> at != null && !date.isAfter(at))
                .isPresent();
    }

    /** A file that hangs on another package, which waits for its date, is not out yet. */
    private static boolean isOut(Chosen one) {
        long published = Shelf.meta(one.root()).number(Profile.ASSET_PUBLISHED);
        return AssetMapper.status(one.root()).equals(AssetStatus.PUBLISHED)
                && "inherit".equals(one.file().status())
                && (published > 0 ? published : one.root().id()) == one.file().id();
    }

    private WirePost show(WirePost item, boolean later) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("status", later ? "future" : "publish");
        Instant at = request.at();
        if (at != null) {
            change.put("date_gmt", at.toString());
        }
        return show(item, change);
    }

    private WirePost show(WirePost item, Map<String, Object> change) {
        WirePost shown = packages.update(item.id(), change);
        if (!"publish".equals(shown.status()) && !"future".equals(shown.status())) {
            throw REFUSED.rejected(
                    PUBLISH,
                    LocalErrors.DROPPED,
                    "package " + item.id() + " is " + shown.status() + " and not published");
        }
        return shown;
    }

    /** Where nobody runs the site's cron, a package stays hidden after its date, until somebody touches it. */
    private boolean isOverdue(WirePost item) {
        Instant date = Fields.date(item.dateGmt());
        return "future".equals(item.status())
                && date != null
                && !date.isAfter(shelf.config.options().time().now());
    }

    private WirePost bringOut(WirePost item) {
        return show(item, Map.of("status", "publish"));
    }

    /** A package that the site keeps for review is one that did not come out yet. */
    private static boolean isDraft(WirePost item) {
        return item.status() == null
                || item.status().equals("draft")
                || item.status().equals("pending")
                || item.status().equals("auto-draft");
    }

    /**
     * The asset points at the new file only when no other is seen any more, or in the same request where that is its own: what
     * breaks off in between still finds the one before when it is finished, and is not taken for held by people. Besides the
     * one that was published last, a call that broke off may have shown one. What was taken back since it came out, or gave
     * way to another one, stays so.
     */
    private void noteAll(Chosen chosen, boolean later) {
        if (later) {
            return;
        }
        long root = chosen.root().id();
        Chosen one = new Chosen(shelf.client.media().get(root), chosen.file());
        List<WireMedia> files = files(one);
        if (files.stream().anyMatch(file -> file.id() == one.file().id() && "private".equals(file.status()))) {
            return;
        }
        long before = Shelf.meta(one.root()).number(Profile.ASSET_PUBLISHED);
        boolean replaced = before > 0 && before != one.file().id();
        boolean ownGoes = replaced && before == root;
        if (replaced && before != root) {
            shelf.hide(before);
        }
        for (WireMedia other : others(one, files)) {
            if (other.id() == root) {
                ownGoes = true;
            } else if (other.id() != before) {
                shelf.hide(other.id());
            }
        }
        note(one, AssetStatus.PUBLISHED.value(), ownGoes ? Map.of("status", "private") : Map.of());
    }

    /** All files of an asset as they are by now. */
    private List<WireMedia> files(Chosen one) {
        boolean only =
                one.file().id() == one.root().id() && Shelf.meta(one.root()).number(Profile.ASSET_CURRENT) == 0;
        return only ? List.of(one.root()) : shelf.versions(one.root());
    }

    /** The others that are seen. What hangs on a package that has not come out is not, and hides the rest when it has. */
    private List<WireMedia> others(Chosen one, List<WireMedia> files) {
        return files.stream()
                .filter(other -> other.id() != one.file().id() && !"private".equals(other.status()))
                .filter(other -> !isWaiting(other))
                .toList();
    }

    private boolean isWaiting(WireMedia file) {
        Long item = file.post();
        return item != null
                && item > 0
                && Shelf.found(() -> packages.get(item))
                        .filter(one -> isDraft(one) || ("future".equals(one.status()) && !isOverdue(one)))
                        .isPresent();
    }

    private void note(Chosen one, String state, Map<String, Object> more) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(Profile.ASSET_STATE, state);
        meta.put(Profile.STATE_NOTE, "");
        meta.put(Profile.ASSET_PUBLISHED, one.file().id());
        shelf.update(PUBLISH, one.root().id(), meta, more);
    }

    private boolean isLater() {
        Instant at = request.at();
        return at != null && at.isAfter(shelf.config.options().time().now());
    }

    private Optional<WirePost> find() {
        return Shelf.bySlug(packages, slug);
    }

    private static boolean isUnfinished(WirePost item) {
        String state = new Fields(item.metaFields()).text(Profile.STATE);
        return PackageMapper.PENDING.equals(state) || (state == null && isDraft(item));
    }

    private Publication publication(WirePost item) {
        return PackageMapper.toPublication(item, shelf.terms.segments(item::terms));
    }
}
