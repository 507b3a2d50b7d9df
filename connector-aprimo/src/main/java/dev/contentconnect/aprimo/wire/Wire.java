package dev.contentconnect.aprimo.wire;

import dev.contentconnect.core.json.Lenient;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records of this package share. */
final class Wire {
    private Wire() {}

    /** Members of an object and of its embedded parts; of two with one name the part. */
    static Map<String, @Nullable Object> both(
            @Nullable Map<String, @Nullable Object> plain, Map<String, @Nullable Object> embedded) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(Lenient.members(plain));
        embedded.forEach((name, part) -> {
            // It may stand there unselected, as null and in the other case.
            out.keySet().removeIf(name::equalsIgnoreCase);
            out.put(name, part);
        });
        return out;
    }
}
