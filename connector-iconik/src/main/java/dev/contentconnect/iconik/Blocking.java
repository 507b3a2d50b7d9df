package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.map.RightsFields;
import dev.contentconnect.iconik.wire.WireAsset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * iconik's own block: {@code is_blocked} and {@code warning}. A tenant may feed both from metadata fields, and then the asset
 * follows the fields. Where such fields are configured they are written, else the asset; then the asset is looked at, and if
 * it did not follow, the other way is taken.
 */
record Blocking(Library library) {
    boolean isSet(WireAsset asset) {
        return Boolean.TRUE.equals(asset.isBlocked());
    }

    void set(String operation, String id, boolean blocked, @Nullable String reason) {
        boolean byField = library.rightsFields().get(RightsFields.BLOCK) != null;
        if (byField) {
            fields(id, blocked, reason);
            if (follows(id, blocked)) {
                return;
            }
        }
        asset(id, blocked, reason);
        if (!follows(id, blocked)) {
            throw REFUSED.rejected(
                    operation,
                    LocalErrors.DROPPED,
                    "asset " + id + " stayed " + (blocked ? "free" : "blocked")
                            + (byField ? "" : "; if a metadata field rules the block, name it in rightsFields"));
        }
    }

    private boolean follows(String id, boolean blocked) {
        return isSet(library.client.assets().get(id, false)) == blocked;
    }

    private void fields(String id, boolean blocked, @Nullable String reason) {
        Map<String, String> fields = library.rightsFields();
        String view = library.config.rightsView();
        String block = fields.get(RightsFields.BLOCK);
        String warning = fields.get(RightsFields.WARNING);
        if (view == null || block == null) {
            return;
        }
        Map<String, List<Object>> values = new LinkedHashMap<>();
        values.put(block, List.of(blocked));
        if (warning != null) {
            values.put(warning, reason == null ? List.of() : List.of(reason));
        }
        library.client.metadata().write(ObjectType.ASSETS, id, view, values);
    }

    private void asset(String id, boolean blocked, @Nullable String reason) {
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put("is_blocked", blocked);
        change.put("warning", reason);
        library.client.assets().update(id, change);
    }
}
