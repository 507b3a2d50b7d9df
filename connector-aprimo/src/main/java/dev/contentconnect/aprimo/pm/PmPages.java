package dev.contentconnect.aprimo.pm;

import static dev.contentconnect.aprimo.pm.PmHttp.REFUSED;

import dev.contentconnect.aprimo.pm.api.PmQuery;
import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists by count. The total is rough, so the end is a page that is not full and names no next one. */
record PmPages(PmHttp http) {
    static final int MAX_SIZE = 1_000;

    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,9}):(-?[0-9]{1,10})");

    /**
     * One page as the service sent it.
     *
     * @param items its objects
     * @param more whether it names a next one
     */
    record Batch(List<PmObject> items, boolean more) {
        /** The list stands under a key that differs from collection to collection, or alone; none is an empty one. */
        static Batch of(@Nullable Object plain) {
            if (plain instanceof List<?> bare) {
                return new Batch(objects(bare), false);
            }
            if (!(plain instanceof Map<?, ?> envelope)) {
                throw new JsonException("neither a list nor an envelope");
            }
            if (!envelope.containsKey("_embedded")
                    && !envelope.containsKey("_total")
                    && !envelope.containsKey("_links")) {
                throw new JsonException("not the envelope of a list");
            }
            boolean more = PmObject.of(envelope).object("_links").object("next").text("href") != null;
            List<List<?>> lists = new ArrayList<>();
            if (envelope.get("_embedded") instanceof Map<?, ?> embedded) {
                embedded.values().forEach(one -> {
                    if (one instanceof List<?> list) {
                        lists.add(list);
                    }
                });
            } else if (envelope.get("_embedded") == null) {
                envelope.forEach((name, value) -> {
                    if (value instanceof List<?> list && !String.valueOf(name).startsWith("_")) {
                        lists.add(list);
                    }
                });
            }
            if (lists.size() > 1) {
                throw new JsonException("several lists in one envelope");
            }
            return new Batch(lists.isEmpty() ? List.of() : objects(lists.get(0)), more);
        }

        private static List<PmObject> objects(List<?> list) {
            List<PmObject> out = new ArrayList<>();
            for (Object one : list) {
                if (one instanceof Map<?, ?> map && !map.isEmpty()) {
                    out.add(PmObject.of(map));
                } else if (one != null) {
                    throw new JsonException("a list with something that is no object");
                }
            }
            return out;
        }
    }

    <T> Paged<T> list(
            String operation,
            Supplier<RequestUri> base,
            @Nullable PmQuery query,
            int size,
            Function<PmObject, T> type) {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("a page has from 1 to " + MAX_SIZE + " objects: " + size);
        }
        return Paged.of(PmHttp.SYSTEM, operation, cursor -> page(operation, base, query, size, type, cursor));
    }

    private <T> Page<T> page(
            String operation,
            Supplier<RequestUri> base,
            @Nullable PmQuery query,
            int size,
            Function<PmObject, T> type,
            @Nullable Cursor cursor) {
        int offset = 0;
        int before = 0;
        if (cursor != null) {
            Matcher matcher = CURSOR.matcher(cursor.value());
            if (!matcher.matches()) {
                throw REFUSED.rejected(operation, null, "not a cursor of this list");
            }
            offset = Integer.parseInt(matcher.group(1));
            before = (int) Long.parseLong(matcher.group(2));
        }
        Batch batch = http.page(operation, base.get().query("limit", size).query("offset", offset), query);
        List<PmObject> items = batch.items();
        // The answer does not say where it begins, so a service that does not heed the offset shows by what it sends
        // again.
        int print = items.isEmpty() ? 0 : items.hashCode();
        if (cursor != null && !items.isEmpty() && print == before) {
            throw REFUSED.undecodable(operation, "the list goes in a circle: the same page came again");
        }
        boolean more = !items.isEmpty() && (items.size() >= size || batch.more());
        Cursor next = more ? Cursor.of(offset + items.size() + ":" + print) : null;
        return new Page<>(items.stream().map(type).toList(), next, null, List.of());
    }
}
