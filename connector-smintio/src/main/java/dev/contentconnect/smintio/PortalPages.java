package dev.contentconnect.smintio;

import static dev.contentconnect.smintio.SmintioConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.smintio.api.Operation;
import dev.contentconnect.smintio.wire.WireDetails;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lists of a portal. Whether there is more only {@code hasMoreResults} says; whether pages begin with 0 or 1 the documents say
 * both, so that a second page that is the first again is passed over. Later a page that comes again is a circle.
 */
record PortalPages(HttpPortal portal) {
    /** The framework's own limit for a page. */
    static final int MOST = 50;

    /** Where a list stands. */
    private record At(int page, String resultSet, String first) {
        static At read(Cursor cursor, String operation) {
            String[] parts = cursor.value().split("~", -1);
            try {
                return new At(Integer.parseInt(parts[0]), decoded(parts[1]), decoded(parts[2]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw REFUSED.rejected(operation, null, "not a cursor of this list");
            }
        }

        Cursor cursor() {
            return Cursor.of(page + "~" + encoded(resultSet) + "~" + encoded(first));
        }

        private static String encoded(String text) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        private static String decoded(String text) {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        }
    }

    <T> Paged<T> list(
            Operation operation,
            Map<String, ? extends @Nullable Object> parameters,
            int firstPage,
            int pageSize,
            String member,
            Function<Map<String, @Nullable Object>, T> form,
            Function<T, @Nullable String> id) {
        return Paged.of(SmintioConnector.SYSTEM, operation.toString(), cursor -> {
            At at = cursor == null ? new At(firstPage, "", "") : At.read(cursor, operation.toString());
            Map<String, @Nullable Object> all = new LinkedHashMap<>(parameters);
            all.put("page", at.page());
            all.put("pageSize", Math.min(MOST, pageSize));
            if (!at.resultSet().isEmpty()) {
                all.put("searchResultSetUuid", at.resultSet());
            }
            return page(operation, portal.run(operation, all), at, firstPage, member, form, id);
        });
    }

    private static <T> Page<T> page(
            Operation operation,
            Map<String, @Nullable Object> result,
            At at,
            int firstPage,
            String member,
            Function<Map<String, @Nullable Object>, T> form,
            Function<T, @Nullable String> id) {
        WireDetails details = details(operation, result.get("details"));
        List<MappingIssue> issues = new ArrayList<>();
        if (details.errors() != null) {
            details.errors().forEach(one -> issues.add(MappingIssue.of("details.errors", said(one))));
        }
        List<T> items = items(result.get(member), member, form, issues);
        String first = items.isEmpty() ? "" : String.valueOf(id.apply(items.get(0)));
        boolean again = !first.isEmpty() && first.equals(at.first());
        if (again && at.page() > firstPage + 1) {
            throw REFUSED.undecodable(
                    operation.toString(), "the list goes in a circle: page " + at.page() + " is one we had");
        }
        String resultSet = details.searchResultSetId() == null ? at.resultSet() : details.searchResultSetId();
        boolean more = Boolean.TRUE.equals(details.hasMoreResults());
        At next = new At(at.page() + 1, resultSet, first.isEmpty() ? at.first() : first);
        return new Page<>(again ? List.of() : items, more ? next.cursor() : null, details.totalResults(), issues);
    }

    private static WireDetails details(Operation operation, @Nullable Object plain) {
        if (!(plain instanceof Map<?, ?> map)) {
            return new WireDetails(null, null, null, null, null);
        }
        try {
            return Json.convert(map, WireDetails.class);
        } catch (JsonException e) {
            throw REFUSED.undecodable(operation.toString(), "details: " + e.getMessage());
        }
    }

    private static String said(@Nullable Map<String, @Nullable Object> error) {
        SmintioErrors.Found found = error == null ? null : SmintioErrors.read(error);
        return found == null ? "a source failed" : "a source failed: " + found.code() + " " + found.message();
    }

    /** Each by itself: one that cannot be read is an issue beside the others. */
    static <T> List<T> items(
            @Nullable Object list,
            String member,
            Function<Map<String, @Nullable Object>, T> form,
            List<MappingIssue> issues) {
        List<T> out = new ArrayList<>();
        int number = 0;
        if (list instanceof List<?> all) {
            for (Object one : all) {
                String path = member + "[" + number++ + "]";
                if (!(one instanceof Map<?, ?> map)) {
                    issues.add(MappingIssue.of(path, "is not an object"));
                    continue;
                }
                try {
                    out.add(form.apply(SmintioHttp.names(map)));
                } catch (JsonException e) {
                    issues.add(MappingIssue.of(path, String.valueOf(e.getMessage())));
                }
            }
        }
        return out;
    }

    static <T> T one(Operation operation, Map<String, @Nullable Object> result, String member, Class<T> type) {
        if (!(result.get(member) instanceof Map<?, ?> map)) {
            throw REFUSED.undecodable(operation.toString(), "no " + member + " in the result");
        }
        try {
            return Json.convert(map, type);
        } catch (JsonException e) {
            throw REFUSED.undecodable(operation.toString(), member + ": " + e.getMessage());
        }
    }
}
