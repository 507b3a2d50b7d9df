package dev.contentconnect.vip;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One element of a list, which is a bare array.
 *
 * @param id its id, 0 where it says none
 * @param item the element, null where it cannot be read
 * @param problem what is wrong with it, null where it can be read
 * @param <T> its form
 */
record Listed<T>(long id, @Nullable T item, @Nullable String problem) {

    /** Reads a page. Elements go into their form at once; where one of them has another form, by way of plain values. */
    static <T> List<Listed<T>> decode(byte[] body, Class<T> type, ToLongFunction<T> id) {
        List<Listed<T>> out = new ArrayList<>();
        try {
            for (T item : Json.decodeList(body, type)) {
                out.add(new Listed<>(id.applyAsLong(item), item, null));
            }
            return out;
        } catch (JsonException oddOrNoList) {
            return slowly(body, type);
        }
    }

    private static <T> List<Listed<T>> slowly(byte[] body, Class<T> type) {
        if (!(Json.decodePlain(body) instanceof List<?> all)) {
            throw new JsonException("not a list");
        }
        List<Listed<T>> out = new ArrayList<>(all.size());
        for (Object one : all) {
            if (one != null) {
                out.add(convert(one, type));
            }
        }
        return out;
    }

    private static <T> Listed<T> convert(Object plain, Class<T> type) {
        long id = plain instanceof Map<?, ?> map && map.get("id") instanceof Number number ? number.longValue() : 0;
        try {
            return new Listed<>(id, Json.convert(plain, type), null);
        } catch (JsonException e) {
            return new Listed<>(id, null, Objects.requireNonNullElse(e.getMessage(), "not readable"));
        }
    }
}
