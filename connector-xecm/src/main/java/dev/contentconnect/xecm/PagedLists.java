package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.wire.WireFields;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lists by page number. Where the numbers stand differs: most lists have them in {@code collection.paging}, workspaces at the
 * top. The server repeats its last page for pages beyond it, so that a short page is no sign of the end: the numbers are, and
 * a page that begins as the one before.
 */
final class PagedLists {
    private PagedLists() {}

    /** Where a list goes on: the page, and how the one before began. */
    record Place(int page, String before) {
        static Place of(String operation, @Nullable Cursor cursor) {
            if (cursor == null) {
                return new Place(1, "");
            }
            String[] parts = cursor.value().split("\\|", 2);
            try {
                int page = Integer.parseInt(parts[0]);
                if (parts.length == 2 && page > 1) {
                    return new Place(page, parts[1]);
                }
            } catch (NumberFormatException garbage) {
                throw notOurs(operation);
            }
            throw notOurs(operation);
        }

        private static RuntimeException notOurs(String operation) {
            return REFUSED.rejected(operation, null, "not a cursor of this list");
        }

        Cursor cursor() {
            return Cursor.of(page + "|" + before);
        }
    }

    static <T> Paged<T> of(
            XecmHttp http,
            String operation,
            Supplier<RequestUri> base,
            XecmQuery query,
            Function<WireFields, List<WireFields>> elements,
            Function<WireFields, T> element) {
        return Paged.of(XecmConnector.SYSTEM, operation, cursor -> {
            Place place = Place.of(operation, cursor);
            RequestUri uri = base.get();
            query.parameters().forEach(uri::query);
            WireFields answer =
                    http.get(operation, uri.query("limit", query.size()).query("page", place.page()));
            return page(answer, elements.apply(answer), place, element);
        });
    }

    static <T> Page<T> page(WireFields answer, List<WireFields> items, Place place, Function<WireFields, T> element) {
        String begins = items.isEmpty() ? "" : Integer.toHexString(items.get(0).hashCode());
        if (!begins.isEmpty() && begins.equals(place.before())) {
            return Page.of(List.of(), null);
        }
        WireFields paging = paging(answer);
        boolean more = hasMore(paging, place.page());
        Cursor next = more ? new Place(place.page() + 1, begins).cursor() : null;
        return new Page<>(items.stream().<T>map(element).toList(), next, paging.number("total_count"), List.of());
    }

    static WireFields paging(WireFields answer) {
        WireFields usual = answer.object("collection").object("paging");
        return usual.isEmpty() ? answer.object("paging") : usual;
    }

    private static boolean hasMore(WireFields paging, int page) {
        Long pages = paging.number("page_total");
        if (pages != null) {
            return page < pages;
        }
        Long total = paging.number("total_count");
        Long last = paging.number("range_max");
        if (total != null && last != null) {
            return last < total;
        }
        // Without a count there is a link only.
        return hasNext(paging.get("actions")) || hasNext(paging.get("links"));
    }

    private static boolean hasNext(@Nullable Object links) {
        if (!(links instanceof Map<?, ?> map)) {
            return false;
        }
        boolean direct = map.get("next") instanceof Map<?, ?> next && !next.isEmpty();
        return direct || hasNext(map.get("data"));
    }

    /** The objects under {@code results}, whether it is a list, one object, nothing, or missing. */
    static List<WireFields> results(WireFields answer) {
        return answer.list("results");
    }
}
