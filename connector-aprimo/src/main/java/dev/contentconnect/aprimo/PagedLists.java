package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.JsonPage;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists by page number. Totals are rough, so the end is a page that is not full and names no next one. */
record PagedLists(AprimoHttp http) {
    static final int MAX_SIZE = 1_000;

    /** One page as the service sent it: what could be read, and whether there is more. */
    record Batch<T>(List<T> items, List<MappingIssue> issues, boolean more) {}

    <T> Paged<T> numbered(
            String operation,
            Supplier<RequestUri> base,
            Function<RequestUri, HttpCall.Builder> call,
            int size,
            Class<T> type) {
        checkSize(size);
        return Paged.of(AprimoConnector.SYSTEM, operation, cursor -> {
            int page = cursor == null ? 1 : pageOf(operation, cursor);
            Batch<T> batch = page(operation, call.apply(numbered(base.get(), page, size)), page, size, type);
            return new Page<>(
                    batch.items(), batch.more() ? Cursor.of(Integer.toString(page + 1)) : null, null, batch.issues());
        });
    }

    static void checkSize(int size) {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("a page has from 1 to " + MAX_SIZE + " items: " + size);
        }
    }

    static RequestUri numbered(RequestUri base, int page, int size) {
        return base.query("page", page).query("pageSize", size);
    }

    <T> Batch<T> page(String operation, HttpCall.Builder call, int page, int size, Class<T> type) {
        JsonPage<T> read = http.page(call, type);
        if (read.members().get("page") instanceof Number answered && answered.intValue() != page) {
            throw REFUSED.undecodable(
                    operation, "the list goes in a circle: page " + page + " was asked for and " + answered + " came");
        }
        boolean more = read.count() > 0 && (read.count() >= size || namesNext(read.members()));
        return new Batch<>(read.items(), read.issues(), more);
    }

    private static boolean namesNext(Map<String, @Nullable Object> members) {
        return members.get("_links") instanceof Map<?, ?> links
                && links.get("next") instanceof Map<?, ?> next
                && next.get("href") instanceof String href
                && !href.isBlank();
    }

    private static int pageOf(String operation, Cursor cursor) {
        try {
            int page = Integer.parseInt(cursor.value());
            if (page > 1) {
                return page;
            }
        } catch (NumberFormatException e) {
            throw REFUSED.rejected(operation, null, "not a cursor of this list");
        }
        throw REFUSED.rejected(operation, null, "not a cursor of this list");
    }
}
