package dev.contentconnect.core.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.json.JsonPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages. Elements go from the text into their form at once; when one of them has another form, the page is read again
 * by way of plain values, element by element, which takes longer.
 */
public final class JsonPageCodec {
    private JsonPageCodec() {}

    /**
     * See {@link JsonPage#decode}.
     *
     * @param json UTF-8 text
     * @param array the name of the array
     * @param element the form of its elements
     * @param <T> the form
     * @return the page
     */
    public static <T> JsonPage<T> decode(byte[] json, String array, Class<T> element) {
        try (JsonParser parser = JsonCodec.parser(json)) {
            JsonPage<T> page = quickly(parser, json, array, element);
            return page != null ? page : slowly(json, array, element);
        } catch (JsonProcessingException oddOrNotJson) {
            return slowly(json, array, element);
        } catch (IOException e) {
            throw JsonCodec.refused(e);
        }
    }

    /** Null where the other way has to say what is wrong. */
    private static <T> @Nullable JsonPage<T> quickly(JsonParser parser, byte[] json, String array, Class<T> element)
            throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        ObjectReader form = JsonCodec.embedded(element);
        ObjectReader plain = JsonCodec.embedded(Object.class);
        List<T> items = new ArrayList<>();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        long from = -1;
        long to = -1;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (!name.equals(array)) {
                members.put(name, plain.readValue(parser));
            } else if (value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (parser.currentToken() != JsonToken.VALUE_NULL) {
                        from = parser.currentTokenLocation().getByteOffset();
                        T item = form.readValue(parser);
                        if (item == null) {
                            return null;
                        }
                        items.add(item);
                        to = parser.currentLocation().getByteOffset();
                    }
                }
            } else if (value != JsonToken.VALUE_NULL) {
                return null;
            }
        }
        if (parser.nextToken() != null || (!items.isEmpty() && (from < 0 || to <= from || to > json.length))) {
            return null;
        }
        Object last = items.isEmpty() ? null : JsonCodec.decodePlain(Arrays.copyOfRange(json, (int) from, (int) to));
        return new JsonPage<>(items, List.of(), items.size(), last, members);
    }

    private static <T> JsonPage<T> slowly(byte[] json, String array, Class<T> element) {
        if (!(JsonCodec.decodePlain(json) instanceof Map<?, ?> map)) {
            throw new JsonException("not an object");
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((name, value) -> members.put(String.valueOf(name), value));
        Object elements = members.remove(array);
        if (elements != null && !(elements instanceof List<?>)) {
            throw new JsonException(array + " is not an array");
        }
        List<?> all = elements instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).toList()
                : List.of();
        List<T> items = new ArrayList<>(all.size());
        List<MappingIssue> issues = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Object one = all.get(i);
            try {
                items.add(JsonCodec.convert(one, element));
            } catch (JsonException e) {
                Object id = one instanceof Map<?, ?> object ? object.get("id") : null;
                issues.add(new MappingIssue(
                        array + "[" + i + "]",
                        Objects.requireNonNullElse(e.getMessage(), "not readable"),
                        id instanceof String text ? text : null));
            }
        }
        return new JsonPage<>(items, issues, all.size(), all.isEmpty() ? null : all.get(all.size() - 1), members);
    }
}
