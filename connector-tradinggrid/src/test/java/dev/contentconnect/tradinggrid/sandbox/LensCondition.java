package dev.contentconnect.tradinggrid.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether an entry answers a question. */
record LensCondition(Map<?, ?> query, Map<String, Map<String, String>> keys) {
    boolean holds(Map<String, @Nullable Object> entry) {
        return inRange(entry) && filtered(entry) && fields(entry) && business(entry) && words(entry);
    }

    private boolean inRange(Map<String, @Nullable Object> entry) {
        if (query.get("ranges") == null) {
            return true;
        }
        Map<?, ?> range = LensRoutes.map(query.get("ranges"));
        Instant at = LensRoutes.moment(entry.get(name(range.get("field"))));
        return at != null
                && !at.isBefore(Instant.parse(text(range.get("from"))))
                && !at.isAfter(Instant.parse(text(range.get("to"))));
    }

    private boolean filtered(Map<String, @Nullable Object> entry) {
        for (Object one : list(query.get("filters"))) {
            Map<?, ?> filter = LensRoutes.map(one);
            String attribute = name(filter.get("field"));
            boolean wanted = false;
            boolean any = false;
            for (Object value : list(filter.get("values"))) {
                Map<?, ?> term = LensRoutes.map(value);
                boolean same = text(term.get("value")).equals(value(entry, attribute));
                if (Boolean.TRUE.equals(term.get("not"))) {
                    if (same) {
                        return false;
                    }
                } else {
                    any = true;
                    wanted |= same;
                }
            }
            if (any && !wanted) {
                return false;
            }
        }
        return true;
    }

    private boolean fields(Map<String, @Nullable Object> entry) {
        if (query.get("fields") == null) {
            return true;
        }
        Map<?, ?> fields = LensRoutes.map(query.get("fields"));
        List<?> should = list(fields.get("should"));
        return list(fields.get("must")).stream().allMatch(one -> found(entry, LensRoutes.map(one)))
                && (should.isEmpty() || should.stream().anyMatch(one -> found(entry, LensRoutes.map(one))));
    }

    private static boolean found(Map<String, @Nullable Object> entry, Map<?, ?> term) {
        String value = value(entry, name(term.get("field")));
        String wanted = text(term.get("query"));
        return wanted.equals("*") ? value != null : value != null && wanted.equalsIgnoreCase(value);
    }

    private boolean business(Map<String, @Nullable Object> entry) {
        Map<String, String> own = keys.getOrDefault(String.valueOf(entry.get("transactionid")), Map.of());
        return list(query.get("contentKeyFilters")).stream().allMatch(one -> {
            Map<?, ?> filter = LensRoutes.map(one);
            String value = own.get(text(filter.get("key")));
            String wanted = text(filter.get("value"));
            return value != null
                    && (wanted.endsWith("*")
                            ? value.startsWith(wanted.substring(0, wanted.length() - 1))
                            : value.equals(wanted));
        });
    }

    private boolean words(Map<String, @Nullable Object> entry) {
        if (query.get("query") == null) {
            return true;
        }
        String wanted = text(query.get("query")).toLowerCase(Locale.ROOT);
        return entry.values().stream()
                .anyMatch(value -> value != null
                        && value.toString().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Statuses are asked for by code. */
    private static @Nullable String value(Map<String, @Nullable Object> entry, String attribute) {
        Object value = entry.get(attribute);
        return value == null ? null : attribute.equals("status") ? LensRoutes.code(value) : String.valueOf(value);
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String name(@Nullable Object value) {
        if (value instanceof GraphQl.Word word) {
            return word.text();
        }
        throw Refusal.graphql("Validation error: Enum value expected");
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw Refusal.graphql("Validation error: String value expected");
    }
}
