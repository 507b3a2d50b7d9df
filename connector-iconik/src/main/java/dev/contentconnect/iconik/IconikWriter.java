package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.map.AssetFields;
import dev.contentconnect.iconik.map.AssetMapper;
import dev.contentconnect.iconik.wire.WireAsset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes and changes assets. The key is the {@code external_id}; metadata go through the view that describes assets; bytes go to
 * the storage. What broke off in between is finished under the same key.
 */
final class IconikWriter implements AssetWriter {
    private static final String CREATE = "assets.create";
    private static final String UPDATE = "assets.update";
    private static final String ADD_VERSION = "assets.addVersion";

    /** Fields of the asset itself that the extensions may set, or clear with null. */
    private static final List<String> OWN = List.of("category", "external_link", "site_name");

    /** What only other calls may bring about. */
    private static final Set<AssetStatus> BY_OTHERS = Set.of(
            AssetStatus.PUBLISHED,
            AssetStatus.HELD,
            AssetStatus.WITHDRAWN,
            AssetStatus.BLOCKED,
            AssetStatus.ARCHIVED,
            AssetStatus.DELETED,
            AssetStatus.APPROVED,
            AssetStatus.REJECTED,
            AssetStatus.IN_REVIEW);

    private final Library library;
    private final Ingest ingest;

    IconikWriter(Library library, Ingest ingest) {
        this.library = library;
        this.ingest = ingest;
    }

    @Override
    public Asset create(AssetDraft draft) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("title", title(draft));
        fields.put("external_id", draft.key());
        own(draft.metadata(), fields);
        String bare = fields.get("external_link") == null ? "PLACEHOLDER" : "LINK";
        fields.put("type", draft.content() == null ? bare : "ASSET");
        fields.values().removeIf(Objects::isNull);
        Set<String> made = new HashSet<>();
        WireAsset asset = new UnderKey<>(
                        library,
                        CREATE,
                        () -> library.byKey(draft.key()),
                        one -> new UnderKey.Age(Library.made(one.dateCreated()), id(one)),
                        one -> library.client.assets().delete(id(one)))
                .findOrMake(() -> {
                    WireAsset fresh = make(draft, fields);
                    made.add(id(fresh));
                    return fresh;
                });
        String id = id(asset);
        Map<String, List<Object>> metadata = describe(id, draft.metadata(), made.contains(id));
        Content content = draft.content();
        if (content != null) {
            ingest.first(id, Library.currentVersion(asset), content);
            asset = library.client.assets().get(id, false);
        }
        return library.asset(CREATE, asset, metadata);
    }

    /** Metadata that the service refuses are refused the next time as well: no asset without them stays behind. */
    private Map<String, List<Object>> describe(String id, Asset wanted, boolean isNew) {
        Map<String, List<Object>> now = library.metadata(id);
        if (!now.isEmpty()) {
            return now;
        }
        try {
            return write(CREATE, id, wanted, now, null);
        } catch (ConnectorException e) {
            if (isNew && e.kind() == ErrorKind.REJECTED) {
                takeBack(id, e);
            }
            throw e;
        }
    }

    private void takeBack(String id, ConnectorException why) {
        try {
            library.client.assets().delete(id);
        } catch (ConnectorException e) {
            why.addSuppressed(e);
        }
    }

    /** A storage that takes no bytes is a refusal before there is half an asset. */
    private WireAsset make(AssetDraft draft, Map<String, @Nullable Object> fields) {
        Content content = draft.content();
        if (content != null) {
            ingest.storage(content);
        }
        return library.client.assets().create(fields);
    }

    private static String title(AssetDraft draft) {
        String title = draft.metadata().title();
        Content content = draft.content();
        String name = content == null ? null : content.fileName();
        return title != null && !title.isBlank() ? title : name != null && !name.isBlank() ? name : draft.key();
    }

    private static void own(Asset asset, Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> given = asset.extensions().get(IconikConnector.SYSTEM);
        for (String name : OWN) {
            if (given.containsKey(name)) {
                fields.put(name, given.get(name));
            }
        }
    }

    @Override
    public Asset update(Asset asset) {
        String id = asset.ref().idIn(IconikConnector.SYSTEM);
        WireAsset before = library.usable(UPDATE, id);
        Map<String, List<Object>> metadata = library.metadata(id);
        Asset now = library.asset(UPDATE, before, metadata);
        String state = state(now.status(), asset.status());
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        if (asset.title() != null) {
            change.put("title", asset.title());
        }
        own(asset, change);
        // What did not change is not sent: whoever else changes it at the same time keeps their word.
        Map<String, @Nullable Object> own = now.extensions().get(IconikConnector.SYSTEM);
        change.entrySet()
                .removeIf(one -> Objects.equals(
                        one.getValue(), one.getKey().equals("title") ? now.title() : own.get(one.getKey())));
        // First what the service checks by the tenant's own rules: when it refuses, nothing has changed.
        Map<String, List<Object>> written = write(UPDATE, id, asset, metadata, state);
        WireAsset after = change.isEmpty() ? before : patch(id, change, before);
        return library.asset(UPDATE, after, written);
    }

    /** The title is marked as required, also for a change that does not touch it. Most systems do not insist. */
    private WireAsset patch(String id, Map<String, @Nullable Object> change, WireAsset before) {
        try {
            return library.client.assets().update(id, change);
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.REJECTED
                    || change.containsKey("title")
                    || before.title() == null
                    || !"title".equals(e.error().trace().vendorCode())) {
                throw e;
            }
            Map<String, @Nullable Object> full = new LinkedHashMap<>(change);
            full.put("title", before.title());
            return library.client.assets().update(id, full);
        }
    }

    private @Nullable String state(AssetStatus now, AssetStatus wanted) {
        if (wanted.equals(AssetStatus.UNKNOWN) || wanted.equals(now) || wanted.equals(AssetMapper.ACTIVE)) {
            return null;
        }
        if (BY_OTHERS.contains(wanted) || now.equals(AssetStatus.PUBLISHED)) {
            throw REFUSED.rejected(
                    UPDATE,
                    null,
                    "from " + now + " to " + wanted + " leads another way: the publisher, the approvals, the rights");
        }
        if (!library.assetFields().containsKey(AssetFields.STATE)) {
            throw REFUSED.rejected(
                    UPDATE,
                    LocalErrors.NO_PLACE,
                    "to " + wanted + ": name a field for it as assetFields." + AssetFields.STATE);
        }
        return wanted.value();
    }

    /** Writes what differs, and gives the values afterwards. */
    private Map<String, List<Object>> write(
            String operation, String id, Asset asset, Map<String, List<Object>> now, @Nullable String state) {
        String view = library.config.assetView();
        if (view == null) {
            return now;
        }
        Map<String, List<Object>> wanted = AssetMapper.toMetadata(asset, library.assetFields());
        String field = library.assetFields().get(AssetFields.STATE);
        if (field != null && state != null) {
            wanted.put(field, List.of(state));
        }
        wanted.entrySet().removeIf(one -> one.getValue().equals(now.getOrDefault(one.getKey(), List.of())));
        if (wanted.isEmpty()) {
            return now;
        }
        library.client.metadata().write(ObjectType.ASSETS, id, view, wanted);
        Map<String, List<Object>> after = library.metadata(id);
        for (Map.Entry<String, List<Object>> one : wanted.entrySet()) {
            if (!isTaken(one.getValue(), after.getOrDefault(one.getKey(), List.of()))) {
                throw REFUSED.rejected(
                        operation,
                        LocalErrors.DROPPED,
                        "field " + one.getKey() + " of asset " + id + " was not taken; is it in view " + view + "?");
            }
        }
        return after;
    }

    /** The service may spell a value otherwise, such as a date, but must not keep fewer of them. */
    private static boolean isTaken(List<Object> wanted, List<Object> kept) {
        return wanted.isEmpty() ? kept.isEmpty() : new HashSet<>(kept).size() >= new HashSet<>(wanted).size();
    }

    @Override
    public AssetVersion addVersion(SourceRef asset, String key, Content content) {
        String id = asset.idIn(IconikConnector.SYSTEM);
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        String version = ingest.further(id, key, content);
        return library.client.assets().get(id, false).versions().stream()
                .filter(one -> version.equals(one.id()))
                .findFirst()
                .map(one -> AssetMapper.toVersion(one, ingest.originals().file(id, version)))
                .orElseThrow(
                        () -> REFUSED.undecodable(ADD_VERSION, "version " + version + " of asset " + id + " is gone"));
    }

    private static String id(WireAsset asset) {
        if (asset.id() == null || asset.id().isBlank()) {
            throw REFUSED.undecodable(CREATE, "an asset without an id");
        }
        return asset.id();
    }
}
