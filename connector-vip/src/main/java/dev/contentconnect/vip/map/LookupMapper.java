package dev.contentconnect.vip.map;

import dev.contentconnect.vip.api.FinderList;
import dev.contentconnect.vip.api.FinderLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists of Brand Finder. Documents show their XML only ({@code result/brands/brand}, {@code result/categories/category});
 * in JSON the list of outlets stands without its two outer elements, so that names are looked for with and without them.
 */
public final class LookupMapper {
    /** Where a text stands that has attributes, as the usual makers of JSON out of XML name it. */
    private static final List<String> TEXTS = List.of("content", "#text", "value", "name");

    private LookupMapper() {}

    /**
     * A list.
     *
     * @param list which one was asked for
     * @param members the answer
     * @return names, as far as they were found, and the answer
     */
    public static FinderLookup toLookup(FinderList list, Map<String, @Nullable Object> members) {
        String one = list.action().startsWith("category")
                ? "category"
                : list.action().equals("brands") ? "brand" : list.action();
        String many = one.equals("category") ? "categories" : one + "s";
        Map<?, ?> top = members.get("result") instanceof Map<?, ?> result ? result : members;
        Object inner = top.get(many) instanceof Map<?, ?> wrapped ? wrapped.get(one) : top.get(many);
        List<String> names = new ArrayList<>();
        for (Object element : OutletMapper.list(top.get(one) != null ? top.get(one) : inner)) {
            String name = name(element);
            if (name != null) {
                names.add(name);
            }
        }
        return new FinderLookup(names, members);
    }

    private static @Nullable String name(Object element) {
        if (element instanceof String || element instanceof Number) {
            return element.toString().isBlank() ? null : element.toString().strip();
        }
        if (element instanceof Map<?, ?> map) {
            for (String member : TEXTS) {
                if (map.get(member) instanceof String text && !text.isBlank()) {
                    return text.strip();
                }
            }
        }
        return null;
    }
}
