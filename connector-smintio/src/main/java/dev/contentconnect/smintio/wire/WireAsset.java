package dev.contentconnect.smintio.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An asset of a portal. The vendor shows the shape of a property to partners only, so several are understood: a list of
 * entries with a name and a value beside its type, or plain members.
 *
 * @param id the scoped id, as the server sent it
 * @param properties by name, as plain values
 */
public record WireAsset(@Nullable String id, Map<String, @Nullable Object> properties) {
    private static final List<String> NAMES = List.of("key", "id", "property_key", "propertyKey", "name");
    private static final List<String> TYPES = List.of("data_type", "dataType", "type");

    /**
     * Makes the value; the map is copied.
     *
     * @param id the scoped id, as the server sent it
     * @param properties by name, as plain values
     */
    public WireAsset {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /**
     * Reads one.
     *
     * @param plain members as plain values
     * @return the asset; without an id where none is there
     */
    public static WireAsset of(Map<?, ?> plain) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        plain.forEach((name, value) -> {
            if (!"uuid".equals(name) && !"properties".equals(name)) {
                properties.put(String.valueOf(name), value);
            }
        });
        if (plain.get("properties") instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> one) {
                    String name = text(one, NAMES);
                    if (name != null) {
                        properties.put(name, value(one));
                    }
                }
            }
        } else if (plain.get("properties") instanceof Map<?, ?> flat) {
            flat.forEach((name, value) -> properties.put(String.valueOf(name), value));
        }
        String id = plain.get("uuid") instanceof String uuid && !uuid.isBlank()
                ? uuid
                : properties.get("id") instanceof String other ? other : null;
        return new WireAsset(id, properties);
    }

    private static @Nullable String text(Map<?, ?> in, List<String> names) {
        for (String name : names) {
            if (in.get(name) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /** The member that begins with the type, whatever its spelling; else a plain {@code value}; else the only value. */
    private static @Nullable Object value(Map<?, ?> entry) {
        if (entry.containsKey("value")) {
            return entry.get("value");
        }
        String type = text(entry, TYPES);
        Object found = null;
        for (Map.Entry<?, ?> member : entry.entrySet()) {
            String name = bare(String.valueOf(member.getKey()));
            if (name.endsWith("value") && member.getValue() != null) {
                if (type != null && name.equals(bare(type) + "value")) {
                    return member.getValue();
                }
                found = found == null ? member.getValue() : found;
            }
        }
        return found;
    }

    private static String bare(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
