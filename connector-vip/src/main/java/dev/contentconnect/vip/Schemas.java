package dev.contentconnect.vip;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a route says about itself. */
final class Schemas {
    private Schemas() {}

    /**
     * The names of the properties, {@code meta.} before those of registered meta and {@code filter.} before the parameters
     * of the list.
     *
     * @param options the answer to OPTIONS; of a route that is not there WordPress says nothing, with 200
     */
    static List<String> names(@Nullable Object options) {
        List<String> out = new ArrayList<>();
        Map<?, ?> route = object(options);
        Map<?, ?> properties = object(object(route.get("schema")).get("properties"));
        properties.keySet().forEach(name -> out.add(String.valueOf(name)));
        Map<?, ?> meta = object(object(properties.get("meta")).get("properties"));
        meta.keySet().forEach(name -> out.add("meta." + name));
        if (route.get("endpoints") instanceof List<?> endpoints) {
            for (Object one : endpoints) {
                boolean reads = object(one).get("methods") instanceof Collection<?> methods && methods.contains("GET");
                Map<?, ?> parameters = reads ? object(object(one).get("args")) : Map.of();
                parameters.keySet().forEach(name -> out.add("filter." + name));
            }
        }
        return out;
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
