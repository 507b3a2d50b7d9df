package dev.contentconnect.vip.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server profile registers for a type, and how WordPress takes values for it. */
record MetaFields(Map<String, String> kinds) {
    static final MetaFields NONE = new MetaFields(Map.of());
    static final MetaFields MEDIA = of(
            "string",
                    "asset_key version_key sha256 original_filename asset_state state_note market language master rights_status"
                            + " rights_holder usage_terms valid_from valid_until rights_json",
            "integer", "version asset_root asset_current asset_published record_only",
            "array", "territories");
    static final MetaFields PACKAGES = of(
            "string",
            "item_key",
            "enum:pending,done,withdrawn",
            "state",
            "integers",
            "asset_ids",
            "strings",
            "asset_versions");
    static final MetaFields DISTRIBUTIONS = of(
            "string", "item_key partner version occurred_at detail",
            "enum:queued,sent,delivered,acknowledged,failed,rejected", "state",
            "strings", "asset_refs");

    private static MetaFields of(String... kindsAndNames) {
        Map<String, String> out = new LinkedHashMap<>();
        for (int i = 0; i < kindsAndNames.length; i += 2) {
            for (String name : kindsAndNames[i + 1].split(" ", -1)) {
                out.put(name, kindsAndNames[i]);
            }
        }
        return new MetaFields(out);
    }

    /** All registered fields, unset ones in the form of their kind. An empty map is an empty list in PHP. */
    Object shown(Map<String, @Nullable Object> stored) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        kinds.forEach((name, kind) -> out.put(name, stored.getOrDefault(name, unset(kind))));
        return out.isEmpty() ? List.of() : out;
    }

    private static Object unset(String kind) {
        return kind.equals("integer") ? 0 : isList(kind) ? List.of() : "";
    }

    private static boolean isList(String kind) {
        return kind.equals("array") || kind.equals("integers") || kind.equals("strings");
    }

    void write(Map<String, @Nullable Object> stored, Map<?, ?> sent) {
        sent.forEach((key, value) -> {
            String name = String.valueOf(key);
            String kind = kinds.get(name);
            if (kind == null) {
                if (name.startsWith("_")) {
                    throw Refusal.of(
                            403,
                            "rest_cannot_update",
                            "Sorry, you are not allowed to edit the " + name + " custom field.");
                }
                // Unregistered: ignored without a word.
                return;
            }
            if (value == null) {
                stored.remove(name);
            } else {
                stored.put(name, taken(name, kind, value));
            }
        });
    }

    private static Object taken(String name, String kind, Object value) {
        if (kind.equals("integer")) {
            return number(name, value);
        }
        if (isList(kind)) {
            // A scalar is taken for a list of one, and replaces what was there.
            List<Object> out = new ArrayList<>();
            List<?> sent = value instanceof List<?> many ? many : List.of(value);
            sent.forEach(one -> out.add(kind.equals("integers") ? (Object) number(name, one) : String.valueOf(one)));
            return out;
        }
        if (!(value instanceof String text)) {
            throw Refusal.of(400, "rest_invalid_type", "meta." + name + " is not of type string.");
        }
        if (kind.startsWith("enum:")
                && !text.isEmpty()
                && !List.of(kind.substring(5).split(",", -1)).contains(text)) {
            throw Refusal.of(400, "rest_not_in_enum", "meta." + name + " is not one of " + kind.substring(5) + ".");
        }
        return text;
    }

    private static long number(String name, Object value) {
        try {
            return value instanceof Number number ? number.longValue() : Long.parseLong(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw Refusal.of(400, "rest_invalid_type", "meta." + name + " is not of type integer.");
        }
    }
}
