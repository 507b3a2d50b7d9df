package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.auth.AuthStep;
import dev.contentconnect.core.auth.TokenSource;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.vip.api.WordpressQuery;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What all groups of routes share: addresses, calls and lists. */
final class WordpressHttp implements AutoCloseable {
    /** How many items a list that is not in the order of ids goes back at most, where its last item is not found again. */
    private static final int MOST_BACK = 2_000;

    private final WordpressConfig config;
    private final HttpChannel channel;
    private final WordpressSite site;

    WordpressHttp(WordpressConfig config) {
        this.config = config;
        AuthStep auth = new AuthStep(
                TokenSource.basic(config.username(), config.applicationPassword()),
                List.of(config.options().endpoint()));
        this.channel = config.options()
                .channel(VipConnector.SYSTEM, new WordpressErrors(), auth, null)
                .build();
        this.site = new WordpressSite(config, channel);
    }

    WordpressConfig config() {
        return config;
    }

    WordpressSite site() {
        return site;
    }

    HttpChannel channel() {
        return channel;
    }

    RequestUri route(String... path) {
        return site.route(path);
    }

    HttpReply send(HttpCall.Builder call) {
        return channel.send(call.header("Accept", "application/json").build());
    }

    /** One item. What has no id is none, whatever else an answer with 200 may be. */
    <T> T item(HttpCall.Builder call, Class<T> type, ToLongFunction<T> id) {
        HttpCall json = call.header("Accept", "application/json").build();
        return channel.decode(json, channel.send(json), body -> {
            T item = Json.decode(body, type);
            if (id.applyAsLong(item) <= 0) {
                throw new JsonException("an item without an id");
            }
            return item;
        });
    }

    <T> T decode(HttpCall.Builder call, HttpReply reply, Class<T> type) {
        return channel.decode(call.build(), reply, body -> Json.decode(body, type));
    }

    /** What a route says about itself; see {@link Schemas#names}. */
    List<String> names(String operation, String route) {
        HttpCall call = HttpCall.of(operation, "OPTIONS", route(route).build(), Effect.SAFE)
                .header("Accept", "application/json")
                .build();
        return channel.decode(call, channel.send(call), body -> Schemas.names(Json.decodePlain(body)));
    }

    /** A list, a request a page, and more where items vanish meanwhile; see {@link PagePlace}. */
    <T> Paged<T> list(
            String operation, Supplier<RequestUri> base, WordpressQuery query, Class<T> type, ToLongFunction<T> id) {
        Function<byte[], List<Listed<T>>> decoder = body -> Listed.decode(body, type, id);
        return Paged.of(VipConnector.SYSTEM, operation, cursor -> page(operation, base, query, decoder, cursor));
    }

    private record Fetched<T>(List<Listed<T>> items, long total) {}

    private <T> Page<T> page(
            String operation,
            Supplier<RequestUri> base,
            WordpressQuery query,
            Function<byte[], List<Listed<T>>> decoder,
            @Nullable Cursor cursor) {
        PagePlace place = place(operation, cursor);
        // A page begins with the last item of the one before, which shows that nothing has moved.
        boolean linked = (query.isById() || query.isByTime()) && place.lastId() > 0 && place.position() > 0;
        long from = linked ? place.position() - 1 : place.position();
        int size = linked ? Math.min(query.size() + 1, WordpressQuery.MOST) : query.size();
        Fetched<T> fetched = fetch(operation, base.get(), query, decoder, from, size);
        List<Listed<T>> rows = new ArrayList<>(fetched.items());
        for (long start = from; linked && start > 0 && isBehind(query, place, rows, from - start); ) {
            // Items before this page are gone, and others have moved up past us.
            int back = (int) Math.min(size, start);
            start -= back;
            if (!query.isById() && from - start > MOST_BACK) {
                throw REFUSED.unavailable(
                        operation, "list_moved", "too much of the list has changed while it was read");
            }
            rows.addAll(
                    0, fetch(operation, base.get(), query, decoder, start, back).items());
        }
        if (!query.isById() && linked) {
            int before = rows.size() - fetched.items().size();
            rows.subList(0, 1 + indexOf(place, rows, before)).clear();
        }
        List<T> items = new ArrayList<>(rows.size());
        List<MappingIssue> issues = new ArrayList<>();
        long last = place.lastId();
        for (Listed<T> row : rows) {
            if (query.isById() && row.id() > 0 && row.id() <= last) {
                continue;
            }
            last = query.isById() ? Math.max(last, row.id()) : row.id();
            if (row.item() != null) {
                items.add(row.item());
            } else {
                issues.add(new MappingIssue(operation, String.valueOf(row.problem()), String.valueOf(row.id())));
            }
        }
        long next = from + size;
        boolean more =
                fetched.total() >= 0 ? next < fetched.total() : fetched.items().size() >= size;
        // A page that is not full was thinned out by what this user may not read: its end is no link.
        long link = fetched.items().size() >= size ? last : 0;
        // Past the end the server counts nothing.
        boolean counted = fetched.total() > 0 || (fetched.total() == 0 && from == 0);
        return new Page<>(
                items, more ? new PagePlace(next, link).cursor() : null, counted ? fetched.total() : null, issues);
    }

    private static boolean isBehind(
            WordpressQuery query, PagePlace place, List<? extends Listed<?>> rows, long before) {
        return query.isById() ? rows.isEmpty() || rows.get(0).id() > place.lastId() : indexOf(place, rows, before) < 0;
    }

    /** Where the last item is, at its place or before it: when it was changed itself, it shows up behind and proves nothing. */
    private static int indexOf(PagePlace place, List<? extends Listed<?>> rows, long before) {
        for (int i = 0; i < rows.size() && i <= before; i++) {
            if (rows.get(i).id() == place.lastId()) {
                return i;
            }
        }
        return -1;
    }

    private <T> Fetched<T> fetch(
            String operation,
            RequestUri base,
            WordpressQuery query,
            Function<byte[], List<Listed<T>>> decoder,
            long offset,
            int size) {
        query.parameters()
                .forEach((name, value) -> base.query(
                        name,
                        value instanceof Collection<?> many
                                ? many.stream().map(String::valueOf).collect(Collectors.joining(","))
                                : value));
        URI uri = base.query("per_page", size)
                .query("offset", offset == 0 ? null : offset)
                .build();
        HttpCall call = WordpressSite.json(operation, uri);
        HttpReply reply = channel.send(call);
        return new Fetched<>(channel.decode(call, reply, decoder), number(reply, "X-WP-Total"));
    }

    static long number(HttpReply reply, String header) {
        try {
            return reply.header(header).map(String::strip).map(Long::parseLong).orElse(-1L);
        } catch (NumberFormatException garbage) {
            return -1;
        }
    }

    private static PagePlace place(String operation, @Nullable Cursor cursor) {
        try {
            return PagePlace.of(cursor);
        } catch (IllegalArgumentException e) {
            throw REFUSED.rejected(operation, null, "not a cursor of this list");
        }
    }

    @Override
    public void close() {
        channel.close();
    }
}
