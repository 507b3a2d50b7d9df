package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.vip.map.AssetMapper;
import dev.contentconnect.vip.map.Fields;
import dev.contentconnect.vip.map.Names;
import dev.contentconnect.vip.map.PlainText;
import dev.contentconnect.vip.map.Profile;
import dev.contentconnect.vip.wire.WireMedia;
import dev.contentconnect.vip.wire.WireText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes and changes assets. An upload carries key and short name, and the asset is finished by a second request: WordPress
 * drops terms that come with the file. What broke off in between is finished under the same key.
 */
final class WordpressWriter implements AssetWriter {
    private static final String CREATE = "assets.create";
    private static final String UPDATE = "assets.update";
    private static final String ADD_VERSION = "assets.addVersion";
    private static final String DRAFT = AssetStatus.DRAFT.value();

    private final Shelf shelf;

    WordpressWriter(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Asset create(AssetDraft draft) {
        String slug = Names.slug("a", draft.key());
        Content content = draft.content();
        checkLength(CREATE, content);
        Optional<WireMedia> there = shelf.bySlug(slug);
        if (there.isPresent() && content != null && isHalf(there.get(), content)) {
            shelf.drop(there.get().id());
            there = Optional.empty();
        }
        if (there.isPresent()) {
            return found(there.get(), draft);
        }
        if (content == null && !shelf.config.serverProfile()) {
            throw REFUSED.rejected(
                    CREATE,
                    LocalErrors.NO_FILE,
                    "without the server profile an asset needs its bytes from the beginning");
        }
        Sending sending = new Sending(shelf);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("slug", slug);
        fields.put("status", "private");
        fields.put("title", PlainText.escaped(titleOf(draft)));
        WireMedia made =
                sending.send(content != null ? content : Sending.record(draft.key()), fields, meta(draft, content));
        WireMedia finished;
        try {
            finished = finish(made, draft, content == null ? "" : sending.sha256());
        } catch (ConnectorException e) {
            // Refused as a whole: nothing of it stays behind, where nobody would look for it.
            if (e.kind() == ErrorKind.REJECTED) {
                shelf.drop(made.id());
            }
            throw e;
        }
        return shelf.winnerOver(finished, slug)
                .map(winner -> found(winner, draft))
                .orElseGet(() -> shelf.asset(CREATE, finished));
    }

    /** What an earlier call made, or another one that is still at it. It may be finished here, and is never deleted. */
    private Asset found(WireMedia there, AssetDraft draft) {
        shelf.checkProfile(CREATE, there);
        if (!isUnfinished(there)) {
            return shelf.asset(CREATE, there);
        }
        WireMedia finished = finish(shelf.withImages(there), draft, "");
        return shelf.bySlug(Names.slug("a", draft.key()))
                .filter(older -> older.id() < finished.id())
                .map(older -> found(older, draft))
                .orElseGet(() -> shelf.asset(CREATE, finished));
    }

    private boolean isUnfinished(WireMedia there) {
        return shelf.config.serverProfile() && Shelf.meta(there).text(Profile.ASSET_STATE) == null;
    }

    private boolean isHalf(WireMedia there, Content content) {
        shelf.checkProfile(CREATE, there);
        return isUnfinished(there) && shelf.isHalf(there, content);
    }

    private static String titleOf(AssetDraft draft) {
        String title = draft.metadata().title();
        Content content = draft.content();
        String name = content == null ? "" : Names.base(content.fileName());
        return title != null && !title.isBlank() ? title : name.isEmpty() ? draft.key() : name;
    }

    private Map<String, Object> meta(AssetDraft draft, @Nullable Content content) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (shelf.config.serverProfile()) {
            out.put(Profile.ASSET_KEY, draft.key());
            out.put(Profile.VERSION, 1);
            if (content == null) {
                out.put(Profile.RECORD_ONLY, 1);
            } else if (content.fileName() != null) {
                out.put(Profile.ORIGINAL_FILENAME, Names.base(content.fileName()));
            }
        }
        return out;
    }

    private WireMedia finish(WireMedia made, AssetDraft draft, String sha256) {
        Map<String, Object> meta = new LinkedHashMap<>();
        if (shelf.config.serverProfile()) {
            meta.putAll(meta(draft, draft.content()));
            meta.put(Profile.ASSET_STATE, DRAFT);
            if (!sha256.isEmpty()) {
                meta.put(Profile.SHA256, sha256);
            }
        }
        return write(CREATE, made, draft.metadata(), meta);
    }

    @Override
    public Asset update(Asset asset) {
        WireMedia root = shelf.root(UPDATE, asset.ref());
        Instant now = Fields.date(root.modifiedGmt());
        if (asset.updatedAt() != null && !asset.updatedAt().equals(now)) {
            throw REFUSED.conflict(
                    UPDATE, "asset " + root.id() + " was changed at " + now + ", after what is to be written was read");
        }
        Map<String, Object> meta = new LinkedHashMap<>();
        Map<String, Object> more = new LinkedHashMap<>();
        if (!asset.status().equals(AssetStatus.UNKNOWN) && !asset.status().equals(AssetMapper.status(root))) {
            AssetStatus status = shelf.status(root);
            if (!asset.status().equals(status)) {
                state(status, asset.status(), meta, more);
            }
        }
        return shelf.asset(UPDATE, write(UPDATE, root, asset, meta, more));
    }

    private void state(AssetStatus now, AssetStatus status, Map<String, Object> meta, Map<String, Object> more) {
        if (now.equals(AssetStatus.PUBLISHED) || now.value().equals(AssetMapper.SCHEDULED)) {
            throw REFUSED.rejected(UPDATE, null, "what is " + now + " is taken back by hold and withdraw only");
        }
        if (status.equals(AssetStatus.PUBLISHED) || status.equals(AssetStatus.DELETED)) {
            throw REFUSED.rejected(
                    UPDATE, null, "the status " + status + " is reached by publishing and deleting only");
        }
        if (shelf.config.serverProfile()) {
            meta.put(Profile.ASSET_STATE, status.value());
            more.put("status", "private");
        }
    }

    private WireMedia write(String operation, WireMedia root, Asset asset, Map<String, Object> meta) {
        return write(operation, root, asset, meta, Map.of());
    }

    private WireMedia write(
            String operation, WireMedia root, Asset asset, Map<String, Object> given, Map<String, Object> more) {
        Map<String, Object> meta = new LinkedHashMap<>(given);
        Map<String, Object> change = new LinkedHashMap<>(more);
        put(change, "title", html(asset.title(), root.title()));
        put(change, "description", html(asset.description(), root.description()));
        Map<String, @Nullable Object> own = asset.extensions().get(VipConnector.SYSTEM);
        for (String name : List.of("caption", "alt_text")) {
            if (own.containsKey(name)) {
                Object value = own.get(name);
                String text = value == null ? "" : value.toString();
                // The alternative text is no HTML.
                put(change, name, name.equals("caption") ? html(text, root.caption()) : text);
            }
        }
        if (shelf.config.serverProfile()) {
            put(meta, Profile.MARKET, asset.market());
            put(meta, Profile.LANGUAGE, asset.language());
            put(
                    meta,
                    Profile.MASTER,
                    asset.master() == null ? null : asset.master().toString());
        }
        if (change.isEmpty() && meta.isEmpty() && asset.segments().isEmpty()) {
            return root;
        }
        WireMedia stored = withTerms(operation, root.id(), asset.segments(), meta, change);
        checkTitle(operation, asset, stored);
        return stored;
    }

    /** Terms that vanished are dropped without a word: they are looked for once more. */
    private WireMedia withTerms(
            String operation, long id, List<Segment> segments, Map<String, Object> meta, Map<String, Object> change) {
        Map<String, List<Long>> terms = shelf.terms.resolve(segments);
        Map<String, Object> all = new LinkedHashMap<>(change);
        all.putAll(terms);
        WireMedia stored = shelf.update(operation, id, meta, all);
        if (!ReadBack.terms(terms, stored::terms).isEmpty()) {
            shelf.terms.forget(segments);
            terms = shelf.terms.resolve(segments);
            stored = shelf.client.media().update(id, terms);
            ReadBack.refuse(operation, id, ReadBack.terms(terms, stored::terms));
        }
        return stored;
    }

    /** Users without the right to write HTML get their text cleaned. */
    private static void checkTitle(String operation, Asset asset, WireMedia stored) {
        String title = asset.title();
        String kept = PlainText.of(stored.title());
        if (title != null && kept == null) {
            throw REFUSED.rejected(
                    operation, LocalErrors.DROPPED, "the server kept nothing of the title of item " + stored.id());
        }
    }

    /**
     * A text as HTML that shows it: with the rights of an editor WordPress would run what a title brings along. What is
     * unchanged stays as it is, with the markup that people gave it.
     */
    private static @Nullable String html(@Nullable String text, @Nullable WireText there) {
        return text == null || text.equals(PlainText.of(there)) ? null : PlainText.escaped(text);
    }

    private static void put(Map<String, Object> out, String name, @Nullable String value) {
        if (value != null) {
            out.put(name, value);
        }
    }

    private static void checkLength(String operation, @Nullable Content content) {
        if (content != null && content.length() < 0) {
            throw REFUSED.lengthUnknown(operation);
        }
    }

    @Override
    public AssetVersion addVersion(SourceRef asset, String key, Content content) {
        asset.idIn(VipConnector.SYSTEM);
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        if (!shelf.config.serverProfile()) {
            throw NotOffered.by(VipConnector.SYSTEM, ADD_VERSION, "needs the server profile");
        }
        checkLength(ADD_VERSION, content);
        WireMedia root = shelf.root(ADD_VERSION, asset);
        List<WireMedia> named = shelf.named(root);
        List<WireMedia> versions = Shelf.versions(root, named);
        Optional<WireMedia> known = versions.stream()
                .filter(one -> key.equals(Shelf.meta(one).text(Profile.VERSION_KEY)))
                .findFirst();
        if (known.isPresent()
                && Shelf.meta(known.get()).text(Profile.SHA256) == null
                && shelf.isHalf(known.get(), content)) {
            shelf.drop(known.get().id());
            named.remove(known.get());
            versions.remove(known.get());
            known = Optional.empty();
        }
        if (known.isPresent()) {
            return AssetMapper.toVersion(settle(shelf.withImages(known.get()), ""));
        }
        long number = Shelf.nextNumber(root, versions, named);
        String slug = Names.versionSlug(root.id(), number);
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(Profile.ASSET_ROOT, root.id());
        meta.put(Profile.VERSION, number);
        meta.put(Profile.VERSION_KEY, key);
        if (content.fileName() != null) {
            meta.put(Profile.ORIGINAL_FILENAME, Names.base(content.fileName()));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("slug", slug);
        fields.put("status", "private");
        fields.put("title", PlainText.escaped(Objects.requireNonNullElse(PlainText.of(root.title()), slug)));
        Sending sending = new Sending(shelf);
        WireMedia made = sending.send(content, fields, meta);
        Optional<WireMedia> winner = shelf.winnerOver(made, slug);
        if (winner.isPresent()) {
            if (key.equals(Shelf.meta(winner.get()).text(Profile.VERSION_KEY))) {
                return AssetMapper.toVersion(winner.get());
            }
            throw REFUSED.conflict(ADD_VERSION, "somebody else added version " + number + " of asset " + root.id());
        }
        List<String> dropped = ReadBack.meta(meta, made.metaFields());
        if (!dropped.isEmpty()) {
            shelf.drop(made.id());
            ReadBack.refuse(ADD_VERSION, made.id(), dropped);
        }
        return AssetMapper.toVersion(settle(made, sending.sha256()));
    }

    /** Notes the digest, then lets the asset point at its new version: from here on it is the current one. */
    private WireMedia settle(WireMedia version, String sha256) {
        WireMedia settled = version;
        String known = Shelf.meta(version).text(Profile.SHA256);
        if (known == null && !sha256.isEmpty()) {
            settled = shelf.update(ADD_VERSION, version.id(), Map.of(Profile.SHA256, sha256), Map.of());
        }
        // Read again: while the bytes were on their way somebody may have added a newer one.
        WireMedia root = shelf.client.media().get(Shelf.meta(version).number(Profile.ASSET_ROOT));
        if (Shelf.meta(root).number(Profile.ASSET_CURRENT) < version.id()) {
            Map<String, Object> meta = new LinkedHashMap<>();
            meta.put(Profile.ASSET_CURRENT, version.id());
            if (AssetMapper.status(root).equals(AssetStatus.APPROVED)) {
                // Nobody approved the new one.
                meta.put(Profile.ASSET_STATE, AssetStatus.IN_REVIEW.value());
            }
            shelf.update(ADD_VERSION, root.id(), meta, Map.of());
        }
        return settled;
    }
}
