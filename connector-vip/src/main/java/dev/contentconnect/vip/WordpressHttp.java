package dev.contentconnect.vip;

import dev.contentconnect.core.auth.AuthStep;
import dev.contentconnect.core.auth.TokenSource;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.MappingIssue;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all groups of routes share: addresses, calls and lists. */
final class WordpressHttp implements AutoCloseable {
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

    <T> T read(HttpCall.Builder call, Class<T> type) {
        return channel.read(call.header("Accept", "application/json").build(), type);
    }

    <T> T decode(HttpCall.Builder call, HttpReply reply, Class<T> type) {
        return channel.decode(call.build(), reply, body -> Json.decode(body, type));
    }

    /** A list, a request a page; see {@link PagePlace} for what happens when items vanish meanwhile. */
    <T> Paged<T> list(String operation, Supplier<RequestUri> base, WordpressQuery query, Class<T> type) {
        return Paged.of(VipConnector.SYSTEM, operation, cursor -> page(operation, base, query, type, cursor));
    }

    private record Fetched(List<?> items, long total, long pages) {}

    private <T> Page<T> page(
            String operation, Supplier<RequestUri> base, WordpressQuery query, Class<T> type, @Nullable Cursor cursor) {
        PagePlace place = place(operation, cursor);
        Fetched fetched = fetch(operation, base.get(), query, place.page());
        int vanished = place.vanished(fetched.total());
        if (vanished > 0 && query.isById()) {
            // Items before this page are gone, so that others have moved up past us: go back as many pages.
            place = place.back((vanished + query.size() - 1) / query.size());
            fetched = fetch(operation, base.get(), query, place.page());
        }
        List<T> items = new ArrayList<>(fetched.items().size());
        List<MappingIssue> issues = new ArrayList<>();
        long last = place.lastId();
        for (Object plain : fetched.items()) {
            long id = id(plain);
            if (query.isById() && id > 0 && id <= place.lastId()) {
                continue;
            }
            last = Math.max(last, id);
            try {
                items.add(Json.convert(plain, type));
            } catch (JsonException e) {
                issues.add(new MappingIssue(
                        operation, Objects.requireNonNullElse(e.getMessage(), "not readable"), String.valueOf(id)));
            }
        }
        boolean more = fetched.pages() >= 0
                ? place.page() < fetched.pages()
                : fetched.items().size() >= query.size();
        Cursor next = more ? new PagePlace(place.page() + 1, last, fetched.total()).cursor() : null;
        return new Page<>(items, next, fetched.total() < 0 ? null : fetched.total(), issues);
    }

    private Fetched fetch(String operation, RequestUri base, WordpressQuery query, int page) {
        query.parameters().forEach(base::query);
        URI uri = base.query("per_page", query.size()).query("page", page).build();
        HttpCall call = WordpressSite.json(operation, uri);
        HttpReply reply;
        try {
            reply = channel.send(call);
        } catch (ConnectorException e) {
            if (page > 1
                    && WordpressErrors.PAGE_PAST_THE_END.equals(
                            e.error().trace().vendorCode())) {
                return new Fetched(List.of(), -1, 0);
            }
            throw e;
        }
        List<?> items = channel.decode(call, reply, WordpressHttp::array);
        return new Fetched(items, number(reply, "X-WP-Total"), number(reply, "X-WP-TotalPages"));
    }

    private static List<?> array(byte[] body) {
        if (Json.decodePlain(body) instanceof List<?> list) {
            return list.stream().filter(Objects::nonNull).toList();
        }
        throw new JsonException("not a list");
    }

    private static long number(HttpReply reply, String header) {
        try {
            return reply.header(header).map(String::strip).map(Long::parseLong).orElse(-1L);
        } catch (NumberFormatException garbage) {
            return -1;
        }
    }

    private static long id(Object item) {
        return item instanceof Map<?, ?> map && map.get("id") instanceof Number number ? number.longValue() : 0;
    }

    private static PagePlace place(String operation, @Nullable Cursor cursor) {
        try {
            return PagePlace.of(cursor);
        } catch (IllegalArgumentException e) {
            throw Refused.rejected(operation, null, "not a cursor of this list");
        }
    }

    @Override
    public void close() {
        channel.close();
    }
}
