package dev.contentconnect.vip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what a route says about itself. */
final class Schemas {
    private Schemas() {}

    /** The names of the properties, {@code meta.} before those of registered meta. */
    static List<String> properties(Map<?, ?> options) {
        List<String> out = new ArrayList<>();
        Map<?, ?> properties = object(object(options.get("schema")).get("properties"));
        properties.keySet().forEach(name -> out.add(String.valueOf(name)));
        Map<?, ?> meta = object(object(properties.get("meta")).get("properties"));
        meta.keySet().forEach(name -> out.add("meta." + name));
        return out;
    }

    private static Map<?, ?> object(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
