package dev.contentconnect.iconik.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a tenant has from the beginning. */
final class Scene {
    private Scene() {}

    static void build(Store store) {
        store.users.put(
                IconikSandbox.USER,
                Row.of("id", IconikSandbox.USER, "email", "sdk@example.com", "first_name", "Ida", "type", "POWER"));
        for (String name : List.of("S3", "GCS", "AZURE", "FILE", "B2")) {
            Row storage = Row.of("settings", Map.of(), "id", IconikSandbox.storageId(name), "method", name);
            store.storages.put(storage.id(), storage.with("name", name).with("purpose", "FILES"));
        }
        view(
                store,
                IconikSandbox.ASSET_VIEW,
                "Description",
                "Market",
                "Language",
                "Tags*",
                "Creators*",
                "PublicationState",
                "Regions*",
                "RetentionClass");
        view(
                store,
                IconikSandbox.RIGHTS_VIEW,
                "RightsStatus",
                "RightsHolder",
                "UsageTerms",
                "RightsValidFrom",
                "RightsValidUntil",
                "RightsTerritories*",
                "RightsRecord",
                "Blocked",
                "BlockReason");
        store.fields.get("Blocked").with("field_type", "boolean").with("is_block_field", true);
        store.fields.get("BlockReason").with("is_warning_field", true);
    }

    /** A view with its fields; a star marks those with several values. */
    private static void view(Store store, String id, String... fields) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String given : fields) {
            boolean multi = given.endsWith("*");
            String name = multi ? given.substring(0, given.length() - 1) : given;
            all.add(Map.of("name", name, "field_type", "string", "multi", multi));
        }
        define(store, id, all);
    }

    static void define(Store store, String id, List<Map<String, Object>> fields) {
        Row view = store.views.computeIfAbsent(id, any -> Row.of("id", id, "name", id, "description", null));
        for (Map<String, Object> given : fields) {
            String name = String.valueOf(given.get("name"));
            store.fields.put(name, Row.of("label", name, "multi", false).take(given));
            if (!view.list("fields").contains(name)) {
                view.list("fields").add(name);
            }
        }
    }
}
