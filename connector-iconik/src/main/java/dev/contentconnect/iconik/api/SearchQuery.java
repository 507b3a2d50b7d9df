package dev.contentconnect.iconik.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for. All terms must hold.
 *
 * @param types kinds of objects
 * @param text words, also in the form {@code title:sea AND NOT draft}; null for anything
 * @param terms conditions
 * @param sort names of the index with {@code asc} or {@code desc}; {@code id} is added, so that the order is complete
 * @param size hits per request, 1–1000
 */
public record SearchQuery(
        List<ObjectType> types,
        @Nullable String text,
        List<SearchTerm> terms,
        List<Map.Entry<String, String>> sort,
        int size) {
    /** Assets that are not in the bin, in the order of their making. */
    public static final SearchQuery ASSETS = new SearchQuery(
                    List.of(ObjectType.ASSETS), null, List.of(), List.of(), 100)
            .where(SearchTerm.is("status", "ACTIVE"));

    /**
     * Makes a query; lists are copied.
     *
     * @param types kinds of objects
     * @param text words, also in the form {@code title:sea AND NOT draft}; null for anything
     * @param terms conditions
     * @param sort names of the index with {@code asc} or {@code desc}; {@code id} is added, so that the order is
     *     complete
     * @param size hits per request, 1–1000; more is taken as 1000
     * @throws IllegalArgumentException when {@code size} is less than 1
     */
    public SearchQuery {
        if (size < 1) {
            throw new IllegalArgumentException("size must be 1 or more: " + size);
        }
        size = Math.min(size, ListQuery.MAX_SIZE);
        types = List.copyOf(types);
        terms = List.copyOf(terms);
        sort = List.copyOf(sort);
    }

    /**
     * Everything of one kind, also what is in the bin.
     *
     * @param type the kind
     * @return the query
     */
    public static SearchQuery of(ObjectType type) {
        return new SearchQuery(List.of(type), null, List.of(), List.of(), 100);
    }

    /**
     * The same query with words.
     *
     * @param words the words, or null for anything
     * @return a copy
     */
    public SearchQuery words(@Nullable String words) {
        return new SearchQuery(types, words, terms, sort, size);
    }

    /**
     * The same query with a condition more.
     *
     * @param term the condition
     * @return a copy
     */
    public SearchQuery where(SearchTerm term) {
        List<SearchTerm> more = new ArrayList<>(terms);
        more.add(term);
        return new SearchQuery(types, text, more, sort, size);
    }

    /**
     * The same query in another order.
     *
     * @param name a name of the index
     * @param ascending false to turn it round
     * @return a copy; orders given before go first
     */
    public SearchQuery sortedBy(String name, boolean ascending) {
        List<Map.Entry<String, String>> more = new ArrayList<>(sort);
        more.add(Map.entry(name, ascending ? "asc" : "desc"));
        return new SearchQuery(types, text, terms, more, size);
    }

    /**
     * The same query with pages of another size.
     *
     * @param value hits per request; more than 1000 is taken as 1000
     * @return a copy
     */
    public SearchQuery pages(int value) {
        return new SearchQuery(types, text, terms, sort, value);
    }

    /**
     * The query as it is sent. Its size is not part of it: the service takes that from the address and ignores it here.
     *
     * @param after the {@code _sort} of the last hit before, or null
     * @return a JSON object
     */
    public Map<String, Object> toBody(@Nullable List<?> after) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("doc_types", types.stream().map(ObjectType::value).toList());
        if (text != null && !text.isBlank()) {
            out.put("query", text);
        }
        if (!terms.isEmpty()) {
            out.put(
                    "filter",
                    Map.of(
                            "operator",
                            "AND",
                            "terms",
                            terms.stream().map(SearchTerm::toBody).toList()));
        }
        List<Map<String, String>> order = new ArrayList<>();
        List<Map.Entry<String, String>> wanted = sort.isEmpty() ? List.of(Map.entry("date_created", "asc")) : sort;
        wanted.forEach(one -> order.add(Map.of("name", one.getKey(), "order", one.getValue())));
        if (wanted.stream().noneMatch(one -> one.getKey().equals("id"))) {
            order.add(Map.of("name", "id", "order", "asc"));
        }
        out.put("sort", order);
        if (after != null) {
            out.put("search_after", after);
        }
        return out;
    }
}
