package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.json.JsonPage;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.SearchQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ways in which the services page: by number, after an id, after a name, after the place of a hit. */
record IconikLists(IconikHttp http) {
    private static final int MAX_PAGE = 10_000;

    /**
     * By page number. The next address that the service names is not followed: it begins with {@code /API} again and may
     * be missing, null or empty.
     */
    <T> Paged<T> numbered(String operation, Supplier<RequestUri> base, ListQuery query, Class<T> type) {
        return Paged.of(
                IconikConnector.SYSTEM, operation, cursor -> numbered(operation, base.get(), query, type, cursor));
    }

    private <T> Page<T> numbered(
            String operation, RequestUri uri, ListQuery query, Class<T> type, @Nullable Cursor cursor) {
        int page = cursor == null ? 1 : pageOf(operation, cursor);
        query.parameters().forEach(uri::query);
        HttpCall call = json(HttpCall.get(
                operation,
                uri.query("per_page", query.size()).query("page", page).build()));
        JsonPage<T> envelope;
        try {
            envelope = http.page(call, type);
        } catch (ConnectorException e) {
            // A page past the end is a 404, as items may have gone since the page before. So is a page of an object
            // that is
            // gone altogether, with nothing to tell the two apart by.
            if (page > 1 && e.kind() == ErrorKind.NOT_FOUND) {
                return Page.of(List.of(), null);
            }
            throw e;
        }
        boolean more = hasMore(envelope, page, query.size());
        if (more && page >= MAX_PAGE) {
            throw REFUSED.rejected(
                    operation,
                    "too_many_pages",
                    "the service hands out " + MAX_PAGE + " pages; search instead, or narrow it");
        }
        return page(envelope, more ? Cursor.of(Integer.toString(page + 1)) : null);
    }

    private static boolean hasMore(JsonPage<?> envelope, int page, int size) {
        Long pages = number(envelope, "pages");
        if (pages != null) {
            return page < pages;
        }
        return envelope.members().containsKey("next_url")
                ? envelope.members().get("next_url") instanceof String next && !next.isBlank()
                : envelope.count() >= size;
    }

    private static int pageOf(String operation, Cursor cursor) {
        try {
            int page = Integer.parseInt(cursor.value());
            if (page >= 1 && page <= MAX_PAGE) {
                return page;
            }
        } catch (NumberFormatException e) {
            throw notOurs(operation);
        }
        throw notOurs(operation);
    }

    /** After the id of the last item: {@code last_id}, or for fields {@code last_field_name}. */
    <T> Paged<T> after(
            String operation,
            Supplier<RequestUri> base,
            String parameter,
            String member,
            ListQuery query,
            Class<T> type) {
        return Paged.of(IconikConnector.SYSTEM, operation, cursor -> {
            RequestUri uri = base.get();
            query.parameters().forEach(uri::query);
            uri.query("per_page", query.size());
            if (cursor != null) {
                uri.query(parameter, cursor.value());
            }
            JsonPage<T> envelope = http.page(json(HttpCall.get(operation, uri.build())), type);
            if (envelope.count() < query.size()) {
                return page(envelope, null);
            }
            if (ofLast(envelope, member) instanceof String last && !last.isEmpty()) {
                return page(envelope, Cursor.of(last));
            }
            throw REFUSED.undecodable(operation, "the last item of a page has no " + member + " to go on from");
        });
    }

    /** After the place of the last hit. Size and page stand in the address: in the body they would be ignored. */
    <T> Paged<T> searched(String operation, Supplier<RequestUri> base, SearchQuery query, Class<T> type) {
        return Paged.of(IconikConnector.SYSTEM, operation, cursor -> {
            RequestUri uri = base.get().query("per_page", query.size());
            List<?> place = cursor == null ? null : placeOf(operation, cursor);
            HttpCall.Builder call = HttpCall.of(operation, "POST", uri.build(), Effect.SAFE);
            JsonPage<T> envelope = http.page(json(call.body(IconikHttp.withNulls(query.toBody(place)))), type);
            if (envelope.count() == 0) {
                return Page.of(List.of(), null);
            }
            if (ofLast(envelope, "_sort") instanceof List<?> last && !last.isEmpty()) {
                return page(envelope, Cursor.of(new String(Json.encodeWithNulls(last), StandardCharsets.UTF_8)));
            }
            if (envelope.count() < query.size()) {
                return page(envelope, null);
            }
            throw REFUSED.undecodable(operation, "the last hit of a page has no place to go on from");
        });
    }

    private static List<?> placeOf(String operation, Cursor cursor) {
        try {
            if (Json.decodePlain(cursor.value().getBytes(StandardCharsets.UTF_8)) instanceof List<?> list) {
                return list;
            }
        } catch (JsonException e) {
            throw notOurs(operation);
        }
        throw notOurs(operation);
    }

    private static @Nullable Object ofLast(JsonPage<?> envelope, String member) {
        return envelope.last() instanceof Map<?, ?> last ? last.get(member) : null;
    }

    private static @Nullable Long number(JsonPage<?> envelope, String name) {
        return envelope.members().get(name) instanceof Number number ? number.longValue() : null;
    }

    private static <T> Page<T> page(JsonPage<T> envelope, @Nullable Cursor next) {
        return new Page<>(envelope.items(), next, number(envelope, "total"), envelope.issues());
    }

    private static HttpCall json(HttpCall.Builder call) {
        return call.header("Accept", "application/json").build();
    }

    private static ConnectorException notOurs(String operation) {
        return REFUSED.rejected(operation, null, "not a cursor of this list");
    }
}
