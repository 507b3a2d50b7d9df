package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The objects of a reference system: collections of JSON objects with an id, a unique key and a revision. */
final class ReferenceStore {
    private static final String GAP = "gap/";
    private static final int MOST = 500;

    private final Map<String, Map<String, Map<String, @Nullable Object>>> collections = new LinkedHashMap<>();
    private final Supplier<Instant> now;
    private int lastId;

    ReferenceStore(Supplier<Instant> now) {
        this.now = now;
    }

    Map<String, Map<String, @Nullable Object>> all(String collection) {
        return collections.computeIfAbsent(collection, any -> new LinkedHashMap<>());
    }

    @Nullable Map<String, @Nullable Object> byKey(String collection, @Nullable Object key) {
        return all(collection).values().stream()
                .filter(object -> key != null && key.equals(object.get("key")))
                .findFirst()
                .orElse(null);
    }

    Map<String, @Nullable Object> add(String collection, Map<String, ? extends @Nullable Object> members) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>(members);
        object.values().removeIf(Objects::isNull);
        String id = collection.charAt(0) + "-" + ++lastId;
        object.put("id", id);
        object.put("revision", 1);
        object.put("createdAt", now.get().toString());
        object.put("updatedAt", now.get().toString());
        all(collection).put(id, object);
        return object;
    }

    void change(Map<String, @Nullable Object> object, Map<String, ? extends @Nullable Object> members) {
        object.putAll(members);
        object.values().removeIf(Objects::isNull);
        object.put("revision", (int) Objects.requireNonNull(object.get("revision")) + 1);
        object.put("updatedAt", now.get().toString());
    }

    /** Objects that answer a query, from the place named by {@code page}: the id of the last object of the page before. */
    SandboxResponse page(String collection, SandboxRequest request, PageMood mood) {
        int limit = request.query("limit", 100);
        if (limit > MOST) {
            return SandboxResponse.json(400, Map.of("code", "too_many", "message", "at most " + MOST + " a page"));
        }
        String token = request.query("page").orElse("");
        boolean gapSeen = token.startsWith(GAP);
        String after = gapSeen ? token.substring(GAP.length()) : token;
        boolean skipping = !after.isEmpty();
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        String last = "";
        boolean more = false;
        for (Map<String, @Nullable Object> object : all(collection).values()) {
            if (skipping) {
                skipping = !after.equals(object.get("id"));
            } else if (fits(object, request)) {
                if (found.size() == limit) {
                    more = true;
                    break;
                }
                found.add(object);
                last = String.valueOf(object.get("id"));
            }
        }
        if (more && mood == PageMood.GAPS && !gapSeen) {
            return answer(List.of(), GAP + after);
        }
        String next = more ? last : "";
        if (mood == PageMood.CIRCLE && !after.isEmpty()) {
            next = token;
        }
        return answer(found, next);
    }

    private static SandboxResponse answer(List<Map<String, @Nullable Object>> items, String next) {
        return SandboxResponse.json(Map.of("items", items, "next", next));
    }

    private static boolean fits(Map<String, @Nullable Object> object, SandboxRequest request) {
        return request.query().entrySet().stream().allMatch(wanted -> switch (wanted.getKey()) {
            case "limit", "page" -> true;
            case "changedSince" ->
                !Instant.parse(String.valueOf(object.get("updatedAt")))
                        .isBefore(Instant.parse(wanted.getValue().get(0)));
            case "dueBefore" ->
                object.get("dueAt") instanceof String due
                        && Instant.parse(due)
                                .isBefore(Instant.parse(wanted.getValue().get(0)));
            default -> fits(object.get(wanted.getKey()), wanted.getValue());
        });
    }

    private static boolean fits(@Nullable Object value, List<String> wanted) {
        if (value instanceof List<?> list) {
            return list.stream().map(ReferenceStore::text).toList().containsAll(wanted);
        }
        return value != null && wanted.contains(text(value));
    }

    private static String text(Object value) {
        return value instanceof Map<?, ?> segment ? segment.get("kind") + ":" + segment.get("value") : value.toString();
    }

    /** How the system pages. */
    enum PageMood {
        /** As it should. */
        PLAIN,
        /** With an empty page before each page but the last. */
        GAPS,
        /** The second page names itself as the next. */
        CIRCLE
    }
}
