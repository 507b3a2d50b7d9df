package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Search: paging stands in the query, filters in the service's own form, and what is new is not there yet. */
final class SearchRoutes {
    private final IconikSandbox sandbox;
    private final Store store;

    SearchRoutes(IconikSandbox sandbox) {
        this.sandbox = sandbox;
        this.store = sandbox.store;
        sandbox.add("POST", "/API/search/v1/search/", this::search);
    }

    private SandboxResponse search(SandboxRequest request) {
        Map<String, @Nullable Object> body = request.json();
        List<String> types = new ArrayList<>();
        if (body.get("doc_types") instanceof List<?> given) {
            given.forEach(one -> types.add(String.valueOf(one)));
        }
        List<Map<String, @Nullable Object>> found = store.index(types).stream()
                .filter(one -> hasWords(one, body.get("query")))
                .filter(one -> fits(one, body.get("filter")))
                .toList();
        List<Map<?, ?>> order = order(body.get("sort"));
        List<Map<String, @Nullable Object>> sorted = new ArrayList<>(found);
        sorted.sort((one, other) -> compare(places(one, order), places(other, order), order));
        int size = Math.min(1_000, request.query("per_page", 10));
        List<?> after =
                body.get("search_after") instanceof List<?> list && !sandbox.behaviour.searchesInCircles ? list : null;
        List<Map<String, @Nullable Object>> page = new ArrayList<>();
        for (Map<String, @Nullable Object> one : sorted) {
            List<@Nullable Object> place = places(one, order);
            if (page.size() < size && (after == null || compare(place, after, order) > 0)) {
                Map<String, @Nullable Object> hit = new LinkedHashMap<>(one);
                hit.put("_sort", place);
                page.add(hit);
            }
        }
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("objects", page);
        out.put("total", found.size());
        out.put("facets", null);
        return SandboxResponse.json(out);
    }

    private static List<Map<?, ?>> order(@Nullable Object sort) {
        List<Map<?, ?>> out = new ArrayList<>();
        if (sort instanceof List<?> list) {
            list.forEach(one -> out.add((Map<?, ?>) one));
        }
        return out.isEmpty() ? List.of(Map.of("name", "id", "order", "asc")) : out;
    }

    private static List<@Nullable Object> places(Map<String, @Nullable Object> document, List<Map<?, ?>> order) {
        List<@Nullable Object> out = new ArrayList<>();
        order.forEach(one -> {
            Object value = document.get(String.valueOf(one.get("name")));
            Instant moment = moment(value);
            out.add(moment != null ? (Object) moment.toEpochMilli() : value);
        });
        return out;
    }

    private static int compare(List<? extends @Nullable Object> one, List<?> other, List<Map<?, ?>> order) {
        for (int i = 0; i < order.size(); i++) {
            Object left = one.get(i);
            Object right = other.get(i);
            int by = left instanceof Number number && right instanceof Number more
                    ? Long.compare(number.longValue(), more.longValue())
                    : String.valueOf(left).compareTo(String.valueOf(right));
            if (by != 0) {
                return "desc".equals(order.get(i).get("order")) ? -by : by;
            }
        }
        return 0;
    }

    private static boolean hasWords(Map<String, @Nullable Object> document, @Nullable Object query) {
        if (!(query instanceof String text)) {
            return true;
        }
        String title = String.valueOf(document.get("title")).toLowerCase(Locale.ROOT);
        return title.contains(text.toLowerCase(Locale.ROOT));
    }

    private boolean fits(Map<String, @Nullable Object> document, @Nullable Object filter) {
        if (filter == null) {
            return true;
        }
        if (!(filter instanceof Map<?, ?> map) || !(map.get("operator") instanceof String operator)) {
            throw Refusal.ofField("filter", "operator is required");
        }
        if (map.get("terms") != null && !(map.get("terms") instanceof List<?>)) {
            throw Refusal.ofField("filter", "terms must be a list");
        }
        List<?> terms = map.get("terms") instanceof List<?> list ? list : List.of();
        boolean any = operator.equals("OR");
        for (Object term : terms) {
            if (holds(document, (Map<?, ?>) term) == any) {
                return any;
            }
        }
        return !any;
    }

    private static boolean holds(Map<String, @Nullable Object> document, Map<?, ?> term) {
        String name = String.valueOf(term.get("name"));
        List<String> values = values(document, name);
        if (term.get("value") != null) {
            return values.contains(String.valueOf(term.get("value")));
        }
        if (term.get("value_in") instanceof Collection<?> wanted) {
            return wanted.stream().map(String::valueOf).anyMatch(values::contains);
        }
        if (term.get("range") instanceof Map<?, ?> range) {
            if (range.containsKey("gte") || range.containsKey("lte")) {
                throw Refusal.ofField("range", "Unknown field.");
            }
            return values.stream().anyMatch(value -> within(value, range));
        }
        if (term.get("exists") != null) {
            return !values.isEmpty();
        }
        return term.get("missing") == null || values.isEmpty();
    }

    private static boolean within(String value, Map<?, ?> range) {
        Instant at = moment(value);
        Instant min = moment(range.get("min"));
        Instant max = moment(range.get("max"));
        return at != null && (min == null || !at.isBefore(min)) && (max == null || !at.isAfter(max));
    }

    private static @Nullable Instant moment(@Nullable Object value) {
        if (!(value instanceof String text) || text.length() < 11 || text.charAt(10) != 'T') {
            return null;
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    private static List<String> values(Map<String, @Nullable Object> document, String name) {
        Object value = name.startsWith("metadata.") && document.get("metadata") instanceof Map<?, ?> metadata
                ? metadata.get(name.substring("metadata.".length()))
                : document.get(name);
        List<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return all.stream().filter(Objects::nonNull).map(String::valueOf).toList();
    }
}
