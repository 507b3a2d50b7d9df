package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Canonical records as plain values and back, by their components. The reference system stores canonical objects as they
 * are; a real vendor's mapper is written by hand.
 */
final class PlainRecords {
    private PlainRecords() {}

    @SuppressWarnings("unchecked") // a record becomes a map of names
    static Map<String, @Nullable Object> members(Record value) {
        return (Map<String, @Nullable Object>) write(value);
    }

    static Object write(Object value) {
        if (value instanceof SourceRef
                || value instanceof Instant
                || value instanceof URI
                || value instanceof Currency) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Extensions extensions) {
            return extensions.asMap();
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(PlainRecords::write).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> out = new LinkedHashMap<>();
            map.forEach((key, item) -> out.put(write(key), item == null ? null : write(item)));
            return out;
        }
        return value instanceof Record object ? record(object) : value;
    }

    private static Object record(Record object) {
        RecordComponent[] components = object.getClass().getRecordComponents();
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            Object value = component(object, component);
            if (value != null) {
                out.put(component.getName(), write(value));
            }
        }
        return isWord(components) ? out.values().iterator().next() : out;
    }

    private static boolean isWord(RecordComponent[] components) {
        return components.length == 1 && components[0].getType() == String.class;
    }

    private static @Nullable Object component(Record object, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a record; members that it does not have go to its extensions. */
    static <T> T read(Class<T> type, Map<String, ? extends @Nullable Object> members) {
        Map<String, Object> rest = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                rest.put(name, value);
            }
        });
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        int extensions = -1;
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            Object plain = rest.remove(component.getName());
            extensions = component.getType() == Extensions.class ? i : extensions;
            values[i] =
                    plain != null ? read(component.getGenericType(), plain, component.getName()) : absent(component);
        }
        if (extensions >= 0 && !rest.isEmpty()) {
            values[extensions] = ((Extensions) values[extensions]).with(ReferenceConnector.SYSTEM, rest);
        }
        return make(type, components, values);
    }

    private static @Nullable Object absent(RecordComponent component) {
        Class<?> type = component.getType();
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == Extensions.class) {
            return Extensions.none();
        }
        if (type == boolean.class) {
            return false;
        }
        if (type.isRecord() && isWord(type.getRecordComponents())) {
            return make(type, type.getRecordComponents(), new Object[] {"unknown"});
        }
        throw new IllegalArgumentException(component.getName() + " is missing");
    }

    private static Object read(Type type, Object plain, String name) {
        try {
            if (type instanceof ParameterizedType generic) {
                return collection(generic, plain, name);
            }
            return scalar((Class<?>) type, plain);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(name + " has another form", e);
        }
    }

    private static Object collection(ParameterizedType type, Object plain, String name) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Map.class) {
            Map<Object, Object> out = new LinkedHashMap<>();
            ((Map<?, ?>) plain)
                    .forEach((key, value) -> out.put(read(arguments[0], key, name), read(arguments[1], value, name)));
            return out;
        }
        List<Object> out = new ArrayList<>();
        ((List<?>) plain).forEach(item -> out.add(read(arguments[0], item, name)));
        return type.getRawType() == Set.class ? new LinkedHashSet<>(out) : out;
    }

    @SuppressWarnings("unchecked") // JSON objects have names
    private static Object scalar(Class<?> type, Object plain) {
        if (type == SourceRef.class) {
            return SourceRef.parse((String) plain);
        }
        if (type == Instant.class) {
            return Instant.parse((String) plain);
        }
        if (type == URI.class) {
            return URI.create((String) plain);
        }
        if (type == Currency.class) {
            return Currency.getInstance((String) plain);
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(plain.toString());
        }
        if (type == Integer.class || type == int.class) {
            return ((Number) plain).intValue();
        }
        if (type == Long.class || type == long.class) {
            return ((Number) plain).longValue();
        }
        if (type == Extensions.class) {
            Extensions out = Extensions.none();
            for (Map.Entry<String, Object> entry : ((Map<String, Object>) plain).entrySet()) {
                if (entry.getValue() instanceof Map<?, ?> known) {
                    out = out.with(entry.getKey(), (Map<String, Object>) known);
                }
            }
            return out;
        }
        if (type.isRecord() && isWord(type.getRecordComponents())) {
            return make(type, type.getRecordComponents(), new Object[] {(String) plain});
        }
        return type.isRecord() ? read(type, (Map<String, Object>) plain) : plain;
    }

    private static <T> T make(Class<T> type, RecordComponent[] components, Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(String.valueOf(e.getCause().getMessage()), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
