package dev.contentconnect.core.json;

import dev.contentconnect.core.model.Extensions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a type looks as a JSON object: a table of its members in writing order, and what makes the value out of them. */
final class Shape<T> implements Form<T> {
    static final String EXTENSIONS = "extensions";

    private final String what;
    private final Map<String, Function<T, @Nullable Object>> members = new LinkedHashMap<>();
    private final Function<Fields, T> maker;
    private @Nullable Function<T, Extensions> extensions;

    private Shape(String what, Function<Fields, T> maker) {
        this.what = what;
        this.maker = maker;
    }

    static <T> Shape<T> of(String what, Function<Fields, T> maker) {
        return new Shape<>(what, maker);
    }

    /** A member that is left out when null. */
    <V> Shape<T> member(String name, Function<T, @Nullable V> get, Form<V> form) {
        members.put(name, value -> {
            V component = get.apply(value);
            return component == null ? null : form.write(component);
        });
        return this;
    }

    /** A member that is left out when empty. */
    <V> Shape<T> list(String name, Function<T, ? extends Collection<V>> get, Form<V> form) {
        members.put(name, value -> {
            List<Object> out = new ArrayList<>();
            get.apply(value).forEach(item -> out.add(form.write(item)));
            return out.isEmpty() ? null : out;
        });
        return this;
    }

    /** A member that is left out when empty; keys in the order of the alphabet, so that equal values read the same. */
    <K, V> Shape<T> map(String name, Function<T, Map<K, V>> get, Function<K, String> key, Form<V> form) {
        members.put(name, value -> {
            Map<String, Object> out = new TreeMap<>();
            get.apply(value).forEach((k, v) -> out.put(key.apply(k), form.write(v)));
            return out.isEmpty() ? null : out;
        });
        return this;
    }

    /** Makes this a type that remembers unknown members itself. */
    Shape<T> extensions(Function<T, Extensions> get) {
        extensions = get;
        members.put(EXTENSIONS, value -> {
            Map<String, Object> out = new LinkedHashMap<>(get.apply(value).asMap());
            out.remove(CanonicalJson.UNKNOWN_MEMBERS);
            return out.isEmpty() ? null : out;
        });
        return this;
    }

    @Override
    public Map<String, @Nullable Object> write(T value) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        members.forEach((name, plain) -> {
            Object written = plain.apply(value);
            if (written != null) {
                out.put(name, written);
            }
        });
        if (extensions != null) {
            Strays.restore(extensions.apply(value), out);
        }
        return out;
    }

    @Override
    public T read(Object plain, Place at) {
        Map<String, @Nullable Object> in = Fields.object(plain, at);
        Map<String, @Nullable Object> unknown = new LinkedHashMap<>(in);
        unknown.keySet().removeAll(members.keySet());
        if (extensions == null) {
            T value = make(in, at);
            if (!unknown.isEmpty()) {
                at.strays().add(at.inside(), unknown, write(value));
            }
            return value;
        }
        Place here = at.owner();
        if (!unknown.isEmpty()) {
            here.strays().add("", unknown, Map.of());
        }
        return make(in, here);
    }

    private T make(Map<String, @Nullable Object> in, Place at) {
        try {
            return maker.apply(new Fields(in, at));
        } catch (IllegalArgumentException refused) {
            // Without the cause: its message may quote the value.
            throw at.refusal("not a valid " + what);
        }
    }
}
