package dev.contentconnect.core.mirror;

import dev.contentconnect.core.internal.JsonCodec;
import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Chosen parts of a rights record as text that is the same for the same rights, whichever system they come from. */
final class RightsText {
    static final Set<String> PARTS = Set.of(
            "status",
            "holder",
            "usageTerms",
            "grants",
            "prohibitions",
            "limits",
            "modelRelease",
            "propertyRelease",
            "documents");

    private final Set<String> parts;

    RightsText(Set<String> parts) {
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("parts of rights are " + new TreeSet<>(PARTS) + ", not " + parts);
        }
        this.parts = Set.copyOf(parts);
    }

    /** Null when the system says nothing about any of the parts. */
    @Nullable String of(RightsRecord rights) {
        Map<String, @Nullable Object> chosen = new TreeMap<>();
        members(CanonicalJson.write(rights)).forEach((name, value) -> {
            if (parts.contains(name) && !isSilent(value)) {
                chosen.put(name, ordered(value));
            }
        });
        if (RightsStatus.UNKNOWN.value().equals(chosen.get("status"))) {
            chosen.remove("status");
        }
        return chosen.isEmpty() ? null : text(chosen);
    }

    /** The record with the chosen parts as a text says, and all others as they are. */
    RightsRecord put(RightsRecord rights, @Nullable String text) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(members(CanonicalJson.write(rights)));
        all.keySet().removeAll(parts);
        if (text != null) {
            members(text.getBytes(StandardCharsets.UTF_8)).forEach((name, value) -> {
                if (parts.contains(name)) {
                    all.put(name, value);
                }
            });
        }
        return CanonicalJson.readRightsRecord(Json.encodeWithNulls(all));
    }

    @SuppressWarnings("unchecked") // a JSON object decodes to a map of names
    private static Map<String, @Nullable Object> members(byte[] json) {
        if (JsonCodec.decodeOwn(json) instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new JsonException("not an object");
    }

    private static String text(Object value) {
        return new String(Json.encode(value), StandardCharsets.UTF_8);
    }

    private static boolean isSilent(@Nullable Object value) {
        return value == null || (value instanceof List<?> list && list.isEmpty());
    }

    /** Names sorted, lists sorted, extensions left out: in rights, the order of a list means nothing. */
    private static @Nullable Object ordered(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((name, member) -> {
                if (!"extensions".equals(name) && member != null) {
                    sorted.put(String.valueOf(name), ordered(member));
                }
            });
            return sorted;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> sorted = new ArrayList<>();
            list.forEach(item -> sorted.add(ordered(item)));
            sorted.sort(Comparator.comparing(item -> item == null ? "" : text(item)));
            return sorted;
        }
        return value;
    }
}
