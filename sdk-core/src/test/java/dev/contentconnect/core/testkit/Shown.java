package dev.contentconnect.core.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a connector showed of itself, and where, so that a secret in it can be found without being shown again. */
final class Shown {
    private static final String OURS = "dev.contentconnect.";
    private static final int MOST = 5_000;

    private record Text(String where, String text) {}

    private final List<Text> texts = new ArrayList<>();

    void add(String where, Object shown) {
        texts.add(new Text(where, String.valueOf(shown)));
    }

    /** Message, causes and suppressed exceptions of a failure. */
    void addFailure(String where, Throwable thrown) {
        StringWriter out = new StringWriter();
        thrown.printStackTrace(new PrintWriter(out, true));
        add(where, out);
    }

    /** The {@code toString} of everything of ours that an object holds: its configuration, its typed client and so on. */
    void addEverythingIn(Object root) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty() && seen.size() < MOST) {
            Object one = left.pop();
            if (seen.add(one)) {
                if (isOurs(one.getClass())) {
                    add("toString of " + one.getClass().getName(), one);
                }
                inside(one).forEach(left::add);
            }
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OURS) && !type.isHidden();
    }

    private static List<Object> inside(Object one) {
        List<Object> out = new ArrayList<>();
        if (one instanceof Collection<?> many) {
            many.stream().filter(item -> item != null).forEach(out::add);
        } else if (one instanceof Map<?, ?> map) {
            map.values().stream().filter(item -> item != null).forEach(out::add);
        } else if (one.getClass().getName().startsWith(OURS)) {
            for (Class<?> type = one.getClass(); type != null && type.getName().startsWith(OURS); ) {
                fields(type, one, out);
                type = type.getSuperclass();
            }
        }
        return out;
    }

    private static void fields(Class<?> type, Object one, List<Object> out) {
        for (Field field : type.getDeclaredFields()) {
            Object value = Modifier.isStatic(field.getModifiers()) ? null : value(field, one);
            if (value != null) {
                out.add(value);
            }
        }
    }

    /** A record made by a lambda's compiler, and such, keep their fields to themselves. */
    private static @Nullable Object value(Field field, Object one) {
        try {
            field.setAccessible(true);
            return field.get(one);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return null;
        }
    }

    /** Where any of the secrets shows; the texts themselves are not handed out. */
    List<String> where(Collection<String> secrets) {
        Set<String> out = new LinkedHashSet<>();
        for (Text text : texts) {
            if (secrets.stream().anyMatch(text.text()::contains)) {
                out.add(text.where());
            }
        }
        return List.copyOf(out);
    }
}
