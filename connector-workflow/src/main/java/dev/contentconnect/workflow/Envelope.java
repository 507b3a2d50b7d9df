package dev.contentconnect.workflow;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list as it was wrapped: HAL, the engine's own {@code data/total}, the {@code content} of the documented examples (even
 * an array of arrays), or a bare array.
 *
 * @param items the items, not yet typed
 * @param next the address of the next page, absent on the last one
 * @param total how many items there are in all, where the service says so
 */
record Envelope(
        List<Object> items, @Nullable String next, @Nullable Long total) {
    private static final List<String> SIGNS = List.of("_links", "page", "links", "total", "totalElements");

    static Envelope decode(byte[] body, String key) {
        return of(Json.decodePlain(body), key);
    }

    static Envelope of(@Nullable Object plain, String key) {
        if (plain instanceof List<?> list) {
            return new Envelope(flat(list), null, null);
        }
        if (!(plain instanceof Map<?, ?> map)) {
            throw new JsonException("not a list in any of the known envelopes");
        }
        String next = map.get("_links") instanceof Map<?, ?> links
                        && links.get("next") instanceof Map<?, ?> link
                        && link.get("href") instanceof String href
                        && !href.isBlank()
                ? href
                : null;
        Number total = map.get("page") instanceof Map<?, ?> page && page.get("totalElements") instanceof Number number
                ? number
                : map.get("total") instanceof Number number ? number : null;
        return new Envelope(items(map, key), next, total == null ? null : total.longValue());
    }

    private static List<Object> items(Map<?, ?> map, String key) {
        Object embedded = map.get("_embedded");
        if (embedded instanceof Map<?, ?> lists) {
            Object named = lists.get(key);
            if (named instanceof List<?> list) {
                return flat(list);
            }
            // Another spelling of the key is better read than refused, as long as there is no doubt which list is
            // meant.
            List<List<?>> all = new ArrayList<>();
            lists.values().forEach(value -> {
                if (value instanceof List<?> list) {
                    all.add(list);
                }
            });
            if (all.size() == 1) {
                return flat(all.get(0));
            }
            if (all.isEmpty()) {
                return List.of();
            }
            throw new JsonException("no list " + key + " in _embedded");
        }
        for (String name : new String[] {"content", "data", key}) {
            if (map.get(name) instanceof List<?> list) {
                return flat(list);
            }
        }
        // An empty list has no _embedded at all.
        if (SIGNS.stream().anyMatch(map::containsKey) || map.isEmpty()) {
            return List.of();
        }
        throw new JsonException("not a list in any of the known envelopes");
    }

    private static List<Object> flat(List<?> in) {
        List<Object> out = new ArrayList<>(in.size());
        for (Object item : in) {
            if (item instanceof List<?> inner) {
                out.addAll(flat(inner));
            } else if (item != null) {
                out.add(item);
            }
        }
        return out;
    }
}
