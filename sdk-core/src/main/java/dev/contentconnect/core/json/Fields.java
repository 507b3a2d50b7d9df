package dev.contentconnect.core.json;

import dev.contentconnect.core.model.Extensions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object while it is read. A null member is an absent one. */
final class Fields {
    private final Map<String, @Nullable Object> members;
    private final Place at;

    Fields(Map<String, @Nullable Object> members, Place at) {
        this.members = members;
        this.at = at;
    }

    <V> V need(String name, Form<V> form) {
        V value = get(name, form);
        if (value == null) {
            throw at.child(name).refusal("missing");
        }
        return value;
    }

    <V> @Nullable V get(String name, Form<V> form) {
        Object plain = members.get(name);
        return plain == null ? null : form.read(plain, at.child(name));
    }

    <V> V get(String name, Form<V> form, V otherwise) {
        V value = get(name, form);
        return value == null ? otherwise : value;
    }

    <V> List<V> list(String name, Form<V> form) {
        Object plain = members.get(name);
        Place here = at.child(name);
        if (plain == null) {
            return List.of();
        }
        if (!(plain instanceof List<?> items)) {
            throw here.refusal("not a list");
        }
        List<V> out = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            if (item == null) {
                throw here.child(i).refusal("null in a list");
            }
            out.add(form.read(item, here.child(i)));
        }
        return out;
    }

    <K, V> Map<K, V> map(String name, Function<String, K> key, Form<V> form) {
        Object plain = members.get(name);
        Place here = at.child(name);
        if (plain == null) {
            return Map.of();
        }
        Map<K, V> out = new LinkedHashMap<>();
        object(plain, here).forEach((word, value) -> {
            if (word.isBlank() || value == null) {
                throw here.child(word).refusal(word.isBlank() ? "a blank word" : "null in a map");
            }
            out.put(key.apply(word), form.read(value, here.child(word)));
        });
        return out;
    }

    /** The extensions of this object. Call it last: they also take in what nested objects could not keep. */
    Extensions extensions() {
        Object plain = members.get(Shape.EXTENSIONS);
        Place here = at.child(Shape.EXTENSIONS);
        Extensions[] out = {Extensions.none()};
        if (plain != null) {
            object(plain, here).forEach((namespace, values) -> {
                Place there = here.child(namespace);
                if (namespace.isBlank() || namespace.equals(CanonicalJson.UNKNOWN_MEMBERS)) {
                    throw there.refusal("a name that no vendor has");
                }
                out[0] = values == null ? out[0] : out[0].with(namespace, object(values, there));
            });
        }
        return at.strays().into(Objects.requireNonNull(out[0]));
    }

    static Map<String, @Nullable Object> object(Object plain, Place at) {
        if (!(plain instanceof Map<?, ?>)) {
            throw at.refusal("not an object");
        }
        return Plain.object(plain);
    }
}
