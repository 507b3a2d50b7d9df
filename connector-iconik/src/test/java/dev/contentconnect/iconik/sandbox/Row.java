package dev.contentconnect.iconik.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One stored object, as JSON members. */
final class Row {
    final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    static Row of(Object... pairs) {
        Row out = new Row();
        for (int i = 0; i < pairs.length; i += 2) {
            out.members.put((String) pairs[i], pairs[i + 1]);
        }
        return out;
    }

    Row with(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    /** Takes what a client sent, but not what only the service writes. */
    Row take(Map<String, ? extends @Nullable Object> sent, String... readOnly) {
        sent.forEach((name, value) -> {
            if (!List.of(readOnly).contains(name)) {
                members.put(name, value);
            }
        });
        return this;
    }

    String text(String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    String id() {
        return text("id");
    }

    boolean is(String name, Object value) {
        return value.equals(members.get(name));
    }

    @SuppressWarnings("unchecked") // lists of the sandbox's own making
    List<Object> list(String name) {
        return (List<Object>) members.computeIfAbsent(name, any -> new ArrayList<>());
    }

    /** As the service shows it: what begins with an underscore is ours. */
    Map<String, @Nullable Object> copy() {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(members);
        out.keySet().removeIf(name -> name.startsWith("_"));
        return out;
    }
}
