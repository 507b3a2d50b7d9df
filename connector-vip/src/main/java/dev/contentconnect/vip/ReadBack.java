package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.vip.map.Fields;
import dev.contentconnect.vip.map.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was sent with what the server has afterwards. WordPress answers 200 when it ignores a field that nobody
 * registered, and when it drops a term that is not there.
 */
final class ReadBack {
    private ReadBack() {}

    /** The names of sent meta that the server does not have. */
    static List<String> meta(Map<String, ? extends @Nullable Object> sent, Map<String, @Nullable Object> stored) {
        Fields fields = new Fields(stored);
        List<String> dropped = new ArrayList<>();
        sent.forEach((name, value) -> {
            if (!isSame(fields, name, value)) {
                dropped.add(name);
            }
        });
        return dropped;
    }

    private static boolean isSame(Fields fields, String name, @Nullable Object value) {
        if (value == null) {
            return fields.text(name) == null || fields.number(name) == 0;
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList().equals(fields.texts(name));
        }
        if (value instanceof Number number) {
            return number.longValue() == fields.number(name);
        }
        return plain(value.toString()).equals(plain(Objects.requireNonNullElse(fields.text(name), "")));
    }

    private static String plain(String text) {
        return PlainText.unescaped(text.strip());
    }

    /** The taxonomies whose terms the server did not take as they were sent. */
    static List<String> terms(Map<String, List<Long>> sent, Function<String, List<Long>> stored) {
        List<String> dropped = new ArrayList<>();
        sent.forEach((base, ids) -> {
            if (!new TreeSet<>(ids).equals(new TreeSet<>(stored.apply(base)))) {
                dropped.add(base);
            }
        });
        return dropped;
    }

    static void refuse(String operation, long id, List<String> dropped) {
        if (!dropped.isEmpty()) {
            throw REFUSED.rejected(
                    operation,
                    LocalErrors.DROPPED,
                    "the server took item " + id + " and dropped " + dropped
                            + "; is the server profile installed there, and may this user write it?");
        }
    }
}
