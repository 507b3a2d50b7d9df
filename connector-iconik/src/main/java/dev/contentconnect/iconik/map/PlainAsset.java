package dev.contentconnect.iconik.map;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of an asset has no place of its own in the canonical form, under the names of the service. Written out by hand: having
 * the JSON library find out the members of a record takes its time with each of many thousand hits.
 */
final class PlainAsset {
    private PlainAsset() {}

    /** Members that say something; what the service notes on a hit begins with an underscore and is left out. */
    static Map<String, @Nullable Object> of(WireAsset in) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(80);
        put(out, "type", in.type());
        put(out, "status", in.status());
        put(out, "archive_status", in.archiveStatus());
        put(out, "is_online", in.isOnline());
        put(out, "is_blocked", in.isBlocked());
        put(out, "warning", in.warning());
        put(out, "category", in.category());
        put(out, "site_name", in.siteName());
        put(out, "external_link", in.externalLink());
        put(out, "date_imported", in.dateImported());
        put(out, "date_deleted", in.dateDeleted());
        put(out, "created_by_user", in.createdByUser());
        put(out, "updated_by_user", in.updatedByUser());
        put(out, "original_asset_id", in.originalAssetId());
        put(out, "in_collections", in.inCollections());
        put(out, "versions", in.versions().stream().map(PlainAsset::of).toList());
        put(out, "default_version_id", in.defaultVersionId());
        put(out, "versions_number", narrow(in.versionsNumber()));
        put(out, "object_type", in.objectType());
        put(out, "media_type", in.mediaType());
        put(out, "approval", in.approval() == null ? null : Json.convert(in.approval(), Map.class));
        rest(out, in.rest());
        return out;
    }

    private static Map<String, @Nullable Object> of(WireVersion in) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(24);
        put(out, "id", in.id());
        put(out, "version_number", in.versionNumber());
        put(out, "status", in.status());
        put(out, "date_created", in.dateCreated());
        put(out, "created_by_user", in.createdByUser());
        put(
                out,
                "created_by_user_info",
                in.createdByUserInfo() == null ? null : Json.convert(in.createdByUserInfo(), Map.class));
        put(out, "is_online", in.isOnline());
        put(out, "archive_status", in.archiveStatus());
        in.rest().forEach((name, value) -> {
            if (value != null) {
                out.put(name, value);
            }
        });
        return out;
    }

    /** A number as plain JSON has it. */
    private static @Nullable Object narrow(@Nullable Long number) {
        if (number == null || number != number.intValue()) {
            return number;
        }
        return number.intValue();
    }

    private static void rest(Map<String, @Nullable Object> out, Map<String, @Nullable Object> rest) {
        rest.forEach((name, value) -> {
            if (!name.startsWith("_")) {
                put(out, name, value);
            }
        });
    }

    private static void put(Map<String, @Nullable Object> out, String name, @Nullable Object value) {
        boolean nothing = value == null || (value instanceof List<?> list && list.isEmpty());
        if (!nothing) {
            out.put(name, value);
        }
    }
}
