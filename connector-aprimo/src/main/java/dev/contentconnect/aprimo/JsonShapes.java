package dev.contentconnect.aprimo;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings both forms of JSON to one. HAL has selected parts under {@code _embedded} with names in lower case, the plain form
 * has them in place with names in camel case; the records of package {@code wire} do not mind the case.
 */
final class JsonShapes {
    private static final String EMBEDDED = "_embedded";

    private JsonShapes() {}

    static Map<String, @Nullable Object> object(byte[] body) {
        if (lifted(Json.decodePlain(body)) instanceof Map<?, ?> map) {
            return members(map);
        }
        throw new JsonException("not an object");
    }

    /** The {@code items} of an envelope; what is no object is kept in a place where it fails to decode and the others do not. */
    static List<Map<String, @Nullable Object>> items(Map<String, @Nullable Object> envelope) {
        Object items = envelope.get("items");
        List<Map<String, @Nullable Object>> out = new ArrayList<>();
        if (items instanceof List<?> list) {
            for (Object one : list) {
                if (one != null) {
                    out.add(one instanceof Map<?, ?> map ? members(map) : Map.of("id", List.of(one)));
                }
            }
        } else if (items != null) {
            throw new JsonException("items is not a list");
        }
        return out;
    }

    private static @Nullable Object lifted(@Nullable Object plain) {
        if (plain instanceof List<?> list) {
            List<@Nullable Object> out = new ArrayList<>(list.size());
            list.forEach(one -> out.add(lifted(one)));
            return out;
        }
        if (!(plain instanceof Map<?, ?> map)) {
            return plain;
        }
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!EMBEDDED.equals(name)) {
                out.put(String.valueOf(name), lifted(value));
            }
        });
        if (map.get(EMBEDDED) instanceof Map<?, ?> embedded) {
            embedded.forEach((name, value) -> {
                String rel = String.valueOf(name);
                // The same part may stand there unselected, as null and in the other case.
                out.keySet().removeIf(other -> other.toLowerCase(Locale.ROOT).equals(rel.toLowerCase(Locale.ROOT)));
                out.put(rel, lifted(value));
            });
        }
        return out;
    }

    @SuppressWarnings("unchecked") // JSON objects have no other keys than strings
    private static Map<String, @Nullable Object> members(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }
}
