package dev.contentconnect.core.json;

import dev.contentconnect.core.model.Extensions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Members that this version does not know, on their way from reading to writing. They travel in the extensions of the
 * nearest object that has some, by JSON pointer: {@code pointer → {members, of}}, where {@code of} is what the object
 * itself looked like. They go home only to an object that still looks so, never to another one that took its place.
 */
final class Strays {
    private static final String MEMBERS = "members";
    private static final String OF = "of";

    private final Map<String, Object> byPointer = new LinkedHashMap<>();

    void add(String pointer, Map<String, ? extends @Nullable Object> members, Object known) {
        // The owner itself is recognised by carrying the extensions, whatever else was changed about it.
        byPointer.put(pointer, pointer.isEmpty() ? Map.of(MEMBERS, members) : Map.of(MEMBERS, members, OF, known));
    }

    Extensions into(Extensions extensions) {
        return byPointer.isEmpty() ? extensions : extensions.with(CanonicalJson.UNKNOWN_MEMBERS, byPointer);
    }

    /** Adds what {@code extensions} remember to the plain form of their owner. */
    static void restore(Extensions extensions, Map<String, @Nullable Object> owner) {
        // Looked up before anything is added: adding to one object must not make the one around it look changed.
        List<Runnable> homecomings = new ArrayList<>();
        extensions.get(CanonicalJson.UNKNOWN_MEMBERS).forEach((pointer, memory) -> {
            Object target = at(owner, pointer);
            if (memory instanceof Map<?, ?> entry
                    && entry.get(MEMBERS) instanceof Map<?, ?> members
                    && target instanceof Map<?, ?>
                    && (pointer.isEmpty() || target.equals(entry.get(OF)))) {
                Map<String, @Nullable Object> object = Plain.object(target);
                homecomings.add(() -> members.forEach((name, value) -> putIfNew(object, name.toString(), value)));
            }
        });
        homecomings.forEach(Runnable::run);
    }

    static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    private static void putIfNew(Map<String, @Nullable Object> object, String name, @Nullable Object value) {
        if (!object.containsKey(name)) {
            object.put(name, value);
        }
    }

    private static @Nullable Object at(Object root, String pointer) {
        Object here = root;
        String[] steps = pointer.split("/", -1);
        for (int i = 1; i < steps.length && here != null; i++) {
            String step = steps[i].replace("~1", "/").replace("~0", "~");
            if (here instanceof Map<?, ?> map) {
                here = map.get(step);
            } else if (here instanceof List<?> list) {
                here = item(list, step);
            } else {
                return null;
            }
        }
        return here;
    }

    private static @Nullable Object item(List<?> list, String step) {
        try {
            int index = Integer.parseInt(step);
            return index >= 0 && index < list.size() ? list.get(index) : null;
        } catch (NumberFormatException notAnIndex) {
            return null;
        }
    }
}
