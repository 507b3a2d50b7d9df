package dev.contentconnect.xecm.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireNode;
import dev.contentconnect.xecm.wire.WireValues;
import dev.contentconnect.xecm.wire.WireVersion;
import io.vavr.control.Either;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Nodes as assets: documents, and URL nodes that lead to an asset elsewhere. */
public final class AssetMapper {
    /** The short name of the system. */
    public static final String SYSTEM = "xecm";

    /** The kind of node that is a document. */
    public static final int DOCUMENT = 144;

    /** The kind of node that leads to an address. */
    public static final int URL = 140;

    /** The member of the extensions that holds all values of categories, by key. */
    public static final String CATEGORIES = "categories";

    /** The part that is the status; of several words for it the one that all connectors have. */
    public static final String STATE = "state";

    private AssetMapper() {}

    /**
     * The canonical form of a node.
     *
     * @param node the node with properties, and categories if it has any
     * @param keys where the parts of an asset stand; null when there is no category for them
     * @param dates reads its dates
     * @return the asset; an issue when it has no id
     */
    public static Either<MappingIssue, Asset> toAsset(WireNode node, @Nullable AttributeKeys keys, Dates dates) {
        if (node.id() < 1) {
            return Either.left(MappingIssue.of("id", "is missing"));
        }
        WireValues values = node.categories();
        Asset.Builder out = Asset.builder(ref(node.id()))
                .title(title(node, keys, values))
                .description(node.description())
                .kind(kind(node))
                .currentVersion(currentVersion(node, dates))
                .createdAt(dates.instant(node.createDate()))
                .updatedAt(dates.instant(node.modifyDate()))
                .extensions(Extensions.of(SYSTEM, own(node, values)));
        if (keys != null) {
            String status = keys.text(values, STATE);
            out.key(keys.text(values, "key"))
                    .status(status == null ? AssetStatus.UNKNOWN : AssetStatus.of(AttributeKeys.canonical(status)))
                    .market(keys.text(values, "market"))
                    .language(keys.text(values, "language"));
        }
        return Either.right(out.build());
    }

    /** The long title counts as long as nobody renamed the node. */
    private static @Nullable String title(WireNode node, @Nullable AttributeKeys keys, WireValues values) {
        String name = node.name();
        String shown = name == null ? null : Names.unmarked(name);
        String kept = keys == null ? null : keys.text(values, "title");
        return kept != null && shown != null && Names.isShortFor(shown, kept) ? kept : shown;
    }

    private static AssetKind kind(WireNode node) {
        String type = node.mimeType();
        return type == null || node.type() == URL ? AssetKind.OTHER : AssetKind.ofMediaType(type);
    }

    private static @Nullable AssetVersion currentVersion(WireNode node, Dates dates) {
        WireVersion version = new WireVersion(node.data().object("versions"));
        return version.number() < 1 ? null : toVersion(version, dates);
    }

    private static Map<String, @Nullable Object> own(WireNode node, WireValues values) {
        Map<String, @Nullable Object> out =
                new LinkedHashMap<>(node.properties().asMap());
        if (!values.fields().isEmpty()) {
            out.put(CATEGORIES, values.fields().asMap());
        }
        return out;
    }

    /**
     * The identity of a node.
     *
     * @param id its id
     * @return the identity
     */
    public static SourceRef ref(long id) {
        return SourceRef.of(SYSTEM, Long.toString(id));
    }

    /**
     * The canonical form of a version.
     *
     * @param version a version with a number
     * @param dates reads its dates
     * @return the version; its id is its number
     */
    public static AssetVersion toVersion(WireVersion version, Dates dates) {
        long number = Math.max(1, version.number());
        Long size = version.fileSize();
        Long owner = version.ownerId();
        return new AssetVersion(
                Long.toString(number),
                (int) Math.min(Integer.MAX_VALUE, number),
                version.fileName(),
                version.mimeType(),
                size == null || size < 0 ? null : size,
                null,
                null,
                dates.instant(version.createDate()),
                owner == null ? null : Actor.of(owner.toString()));
    }

    /**
     * What of an asset goes into its category. Parts that are null, and the status unknown, are left as they are.
     *
     * @param asset the asset
     * @param keys where its parts stand
     * @return values by key
     */
    public static Map<String, Object> toValues(Asset asset, AttributeKeys keys) {
        Map<String, Object> out = new LinkedHashMap<>();
        String title = asset.title();
        if (title != null && keys.takes("title", title)) {
            put(out, keys, "title", title);
        }
        if (!asset.status().equals(AssetStatus.UNKNOWN)) {
            put(out, keys, STATE, keys.word(STATE, asset.status().value()));
        }
        put(out, keys, "market", asset.market());
        put(out, keys, "language", asset.language());
        return out;
    }

    /**
     * Adds a value if there is an attribute for it.
     *
     * @param out values by key
     * @param keys where parts stand
     * @param meaning the part
     * @param value the value, or null for none
     */
    public static void put(Map<String, Object> out, AttributeKeys keys, String meaning, @Nullable Object value) {
        String key = keys.key(meaning);
        if (key != null && value != null) {
            out.put(key, value);
        }
    }

    /**
     * Values of categories that the extensions of an asset ask for.
     *
     * @param asset the asset
     * @return values by category and key; an empty text for null
     */
    public static Map<Long, Map<String, Object>> ownValues(Asset asset) {
        Map<Long, Map<String, Object>> out = new LinkedHashMap<>();
        WireValues asked = WireValues.of(asset.extensions().get(SYSTEM).get(CATEGORIES));
        for (long category : asked.categories()) {
            Map<String, Object> values = new LinkedHashMap<>();
            WireFields fields = asked.of(category).fields();
            fields.asMap().forEach((key, value) -> {
                if (!key.equals(category + "_1")) {
                    values.put(key, Objects.requireNonNullElse(value, ""));
                }
            });
            out.put(category, values);
        }
        return out;
    }
}
