package dev.contentconnect.core.json;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.internal.JsonPageCodec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list as systems send it: an object, and in it an array beside other members.
 *
 * @param items the elements that have the wanted form, in order; null among them is passed over
 * @param issues one for each element of another form
 * @param count how many elements there were, those of another form included
 * @param last the last element as plain values, see {@link Json#decodePlain}; null where there was none
 * @param members what stands beside the array
 * @param <T> the form of the elements
 */
public record JsonPage<T>(
        List<T> items,
        List<MappingIssue> issues,
        int count,
        @Nullable Object last,
        Map<String, @Nullable Object> members) {

    /**
     * Makes a page; collections are copied.
     *
     * @param items the elements that have the wanted form
     * @param issues one for each element of another form
     * @param count how many elements there were
     * @param last the last element as plain values, or null
     * @param members what stands beside the array
     */
    public JsonPage {
        items = List.copyOf(items);
        issues = List.copyOf(issues);
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * Reads a page. Never touches the network.
     *
     * @param json UTF-8 text
     * @param array the name of the array; a page without it, or with null in its place, is empty
     * @param element the form of its elements, as for {@link Json#decode}
     * @param <T> the form
     * @return the page; the paths of its issues are for example {@code objects[3]}
     * @throws JsonException when it is empty, not JSON, cut off, nested too deep, no object, or what bears the name is no array
     */
    public static <T> JsonPage<T> decode(byte[] json, String array, Class<T> element) {
        return JsonPageCodec.decode(json, array, element);
    }
}
