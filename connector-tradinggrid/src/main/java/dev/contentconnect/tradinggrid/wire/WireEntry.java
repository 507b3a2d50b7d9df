package dev.contentconnect.tradinggrid.wire;

import dev.contentconnect.core.json.Lenient;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of Lens: one document, or one file, on its way. Only what was asked for is there.
 *
 * @param attributes name to value, as sent; texts, as far as is known
 * @param contentKeys the business keys
 */
public record WireEntry(Map<String, @Nullable Object> attributes, Map<String, String> contentKeys) {
    /**
     * Makes the value; maps are copied.
     *
     * @param attributes name to value
     * @param contentKeys the business keys
     */
    public WireEntry {
        attributes = Lenient.members(attributes);
        contentKeys = Collections.unmodifiableMap(new LinkedHashMap<>(contentKeys));
    }

    /**
     * Reads an entry. Content keys of another form are passed over; of several with one name the first counts.
     *
     * @param members what the service sent
     * @return the entry
     */
    public static WireEntry of(Map<?, ?> members) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!"contentkeys".equals(name)) {
                attributes.put(String.valueOf(name), value);
            } else if (value instanceof List<?> list) {
                list.forEach(one -> addKey(keys, one));
            }
        });
        return new WireEntry(attributes, keys);
    }

    private static void addKey(Map<String, String> keys, @Nullable Object one) {
        String key = one instanceof Map<?, ?> map ? Wire.text(map.get("key")) : null;
        String value = one instanceof Map<?, ?> map ? Wire.text(map.get("value")) : null;
        if (key != null && value != null) {
            keys.putIfAbsent(key, value);
        }
    }

    /**
     * An attribute as text.
     *
     * @param attribute its name
     * @return the text, or null where it is missing, blank or neither text nor number
     */
    public @Nullable String text(String attribute) {
        return Wire.text(attributes.get(attribute));
    }

    /**
     * An attribute as a number.
     *
     * @param attribute its name
     * @return the number, or null where it is missing or not one
     */
    public @Nullable Long number(String attribute) {
        return Wire.number(attributes.get(attribute));
    }

    /**
     * The identity of the entry.
     *
     * @return the transaction id, or null
     */
    public @Nullable String id() {
        return text("transactionid");
    }
}
