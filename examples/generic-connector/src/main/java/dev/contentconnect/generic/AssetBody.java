package dev.contentconnect.generic;

import dev.contentconnect.core.json.AssetField;
import dev.contentconnect.core.json.JsonPointer;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assets as the system takes them: each part at the place where it is read. What has no place is left out. */
final class AssetBody {
    /** What is written, if it has a place. */
    static final Set<AssetField> WRITTEN = Set.of(
            AssetField.KEY,
            AssetField.TITLE,
            AssetField.DESCRIPTION,
            AssetField.KIND,
            AssetField.STATUS,
            AssetField.MARKET,
            AssetField.LANGUAGE,
            AssetField.CREATORS,
            AssetField.TAGS,
            AssetField.FILE_NAME,
            AssetField.MEDIA_TYPE);

    private final GenericConfig config;
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    private AssetBody(GenericConfig config) {
        this.config = config;
    }

    /** A new asset under its key. */
    static Map<String, @Nullable Object> of(GenericConfig config, AssetDraft draft) {
        AssetBody out = new AssetBody(config);
        out.metadata(draft.metadata());
        out.put(AssetField.KEY, draft.key());
        Content content = draft.content();
        if (content != null) {
            out.put(AssetField.FILE_NAME, content.fileName());
            out.put(AssetField.MEDIA_TYPE, content.mediaType());
        }
        return out.members;
    }

    /** A change; what says nothing is left as it is. */
    static Map<String, @Nullable Object> of(GenericConfig config, Asset change) {
        AssetBody out = new AssetBody(config);
        out.metadata(change);
        return out.members;
    }

    private void metadata(Asset asset) {
        Map<String, @Nullable Object> own = asset.extensions().get(config.system());
        config.ownFields().forEach(name -> {
            if (own.containsKey(name)) {
                members.put(name, own.get(name));
            }
        });
        put(AssetField.TITLE, asset.title());
        put(AssetField.DESCRIPTION, asset.description());
        put(
                AssetField.KIND,
                asset.kind().equals(AssetKind.OTHER) ? null : asset.kind().value());
        put(
                AssetField.STATUS,
                asset.status().equals(AssetStatus.UNKNOWN)
                        ? null
                        : asset.status().value());
        put(AssetField.MARKET, asset.market());
        put(AssetField.LANGUAGE, asset.language());
        put(AssetField.CREATORS, asset.creators());
        put(AssetField.TAGS, asset.tags());
    }

    private void put(AssetField field, @Nullable Object value) {
        JsonPointer place = config.fields().get(field);
        if (place != null && value != null && !List.of().equals(value)) {
            put(members, place.tokens(), value);
        }
    }

    @SuppressWarnings("unchecked") // what stands there was put there by this method, or is replaced
    private static void put(Map<String, @Nullable Object> into, List<String> names, Object value) {
        String name = names.get(0);
        if (names.size() == 1) {
            into.put(name, value);
            return;
        }
        Map<String, @Nullable Object> inner = new LinkedHashMap<>();
        if (into.get(name) instanceof Map<?, ?> there) {
            inner.putAll((Map<String, @Nullable Object>) there);
        }
        into.put(name, inner);
        put(inner, names.subList(1, names.size()), value);
    }
}
