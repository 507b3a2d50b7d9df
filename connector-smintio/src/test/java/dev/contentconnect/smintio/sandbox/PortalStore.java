package dev.contentconnect.smintio.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a portal holds. */
final class PortalStore {
    final Map<String, Item> assets = new LinkedHashMap<>();
    final Map<String, Box> collections = new LinkedHashMap<>();
    final Map<String, Map<String, @Nullable Object>> shares = new LinkedHashMap<>();
    private final Map<String, List<Map<String, @Nullable Object>>> comments = new LinkedHashMap<>();
    private int ids = 1_000;
    private int step = 1;

    void countIdsDown() {
        step = -1;
    }

    String nextId(String what) {
        ids += step;
        return what + "-" + ids;
    }

    /** An asset. */
    static final class Item {
        final String id;
        final byte[] bytes;
        private final Map<String, Map<String, Object>> properties = new LinkedHashMap<>();

        Item(String id, String name, byte[] bytes, Instant at) {
            this.id = id;
            this.bytes = bytes;
            set("name", "localized_strings_model", Map.of("x-default", name));
            set("contentType", "enumeration", Map.of("smintIoId", "image"));
            set("version", "string", "1");
            set("modifiedAt", "date_time", at.toString());
            set("permissionUuids", "string_array", List.of("read_asset_details"));
        }

        void set(String property, String dataType, @Nullable Object value) {
            if (value == null) {
                properties.remove(property);
                return;
            }
            StringBuilder member = new StringBuilder();
            for (String part : dataType.split("_", -1)) {
                member.append(
                        member.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
            }
            properties.put(property, Map.of("key", property, "dataType", dataType, member + "Value", value));
        }

        String name() {
            return String.valueOf(properties.get("name"));
        }

        Map<String, Object> shown() {
            return Map.of("uuid", id, "properties", List.copyOf(properties.values()));
        }
    }

    /** A collection. */
    static final class Box {
        final String id;
        String name;
        final Set<String> assets = new LinkedHashSet<>();
        final Set<String> groups = new LinkedHashSet<>();

        Box(String id, String name) {
            this.id = id;
            this.name = name;
        }

        Map<String, Object> shown() {
            return Map.of("collectionId", id, "name", name, "permissionLevel", 3, "isShare", false);
        }
    }

    Item item(String id) {
        Item found = assets.get(id);
        if (found == null) {
            throw Refusal.of(404, "not_found", "No asset " + id);
        }
        return found;
    }

    Box box(@Nullable Object id) {
        Box found = collections.get(String.valueOf(id));
        if (found == null) {
            throw Refusal.of(404, "not_found", "No collection " + id);
        }
        return found;
    }

    List<Map<String, @Nullable Object>> comments(String collection, @Nullable String asset) {
        Box box = box(collection);
        if (asset != null && !box.assets.contains(asset)) {
            return List.of();
        }
        return comments.getOrDefault(collection + "\n" + asset, List.of());
    }

    String say(String collection, @Nullable String asset, String text, String user, String name, Instant at) {
        Box box = box(collection);
        if (asset != null && !box.assets.contains(asset)) {
            throw Refusal.of(404, "not_found", "The asset is not in the collection");
        }
        String id = nextId("comment");
        Map<String, @Nullable Object> comment = new LinkedHashMap<>();
        comment.put("commentId", id);
        comment.put("sentByUserUuid", user);
        comment.put("sentByUserName", name);
        comment.put("createdAt", at.toString());
        comment.put("comment", text);
        comments.computeIfAbsent(collection + "\n" + asset, any -> new ArrayList<>())
                .add(comment);
        if (asset != null && assets.containsKey(asset)) {
            int count = comments(collection, asset).size();
            item(asset).set("totalCommentCount", "int32", count);
        }
        return id;
    }

    void unsay(String collection, @Nullable String asset, String id) {
        List<Map<String, @Nullable Object>> all = comments.getOrDefault(collection + "\n" + asset, List.of());
        all.removeIf(one -> id.equals(one.get("commentId")));
    }
}
