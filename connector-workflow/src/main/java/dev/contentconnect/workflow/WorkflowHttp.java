package dev.contentconnect.workflow;

import static dev.contentconnect.workflow.WorkflowConnector.REFUSED;

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
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.map.CaseMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all groups of operations share: addresses, calls and lists. */
final class WorkflowHttp implements AutoCloseable {
    private final WorkflowConfig config;
    private final HttpChannel tokens;
    private final HttpChannel channel;

    WorkflowHttp(WorkflowConfig config) {
        this.config = config;
        WorkflowErrors errors = new WorkflowErrors();
        this.tokens =
                config.options().channel(CaseMapper.SYSTEM, errors, null, null).build();
        this.channel = config.options()
                .channel(CaseMapper.SYSTEM, errors, WorkflowAuth.of(config, tokens), null)
                .build();
    }

    WorkflowConfig config() {
        return config;
    }

    RequestUri action(String... path) {
        return RequestUri.of(config.options().endpoint())
                .at(config.actionPath())
                .path(path);
    }

    RequestUri history(String... path) {
        return RequestUri.of(config.historyEndpoint()).at(config.historyPath()).path(path);
    }

    HttpReply send(HttpCall.Builder call) {
        return channel.send(call.header("Accept", "application/json").build());
    }

    byte[] bytes(HttpCall.Builder call) {
        return channel.send(call.header("Accept", "*/*").build()).body();
    }

    <T> T read(HttpCall.Builder call, Class<T> type) {
        return channel.read(call.header("Accept", "application/json").build(), type);
    }

    /** What an answer holds that may be empty. */
    <T> Optional<T> readIfAny(HttpCall.Builder call, Class<T> type) {
        HttpCall sent = call.header("Accept", "application/json").build();
        HttpReply reply = channel.send(sent);
        return reply.body().length == 0
                ? Optional.empty()
                : Optional.of(channel.decode(sent, reply, body -> Json.decode(body, type)));
    }

    /** A list of tasks or instances, which the service narrows and sorts. */
    <T> Paged<T> sorted(
            String operation, Supplier<RequestUri> base, String key, WorkflowQuery query, String sort, Class<T> type) {
        WorkflowQuery full = query.parameters().containsKey("sort") ? query : query.sorted(sort, "asc");
        if (config.filterByCurrentSubscription()) {
            full = full.with("filterByCurrentSubscription", true);
        }
        return list(operation, base, key, full, type);
    }

    <T> Paged<T> list(String operation, Supplier<RequestUri> base, String key, WorkflowQuery query, Class<T> type) {
        return Paged.of(CaseMapper.SYSTEM, operation, cursor -> page(operation, base.get(), key, query, type, cursor));
    }

    private <T> Page<T> page(
            String operation,
            RequestUri base,
            String key,
            WorkflowQuery query,
            Class<T> type,
            @Nullable Cursor cursor) {
        PagePlace place = place(operation, cursor);
        int count = query.count();
        URI uri = uri(operation, base, query, place, count);
        HttpCall call = HttpCall.get(operation, uri)
                .header("Accept", "application/json")
                .build();
        HttpReply reply = channel.send(call);
        Envelope envelope = channel.decode(call, reply, body -> Envelope.decode(body, key));
        String first = envelope.items().isEmpty() ? null : id(envelope.items().get(0));
        if (first != null && first.equals(place.previousFirst())) {
            // A service without paging sends the same page for ever.
            return Page.of(List.of(), null);
        }
        List<T> items = new ArrayList<>(envelope.items().size());
        List<MappingIssue> issues = new ArrayList<>();
        for (Object plain : envelope.items()) {
            try {
                items.add(Json.convert(plain, type));
            } catch (JsonException e) {
                issues.add(
                        new MappingIssue(key, Objects.requireNonNullElse(e.getMessage(), "not readable"), id(plain)));
            }
        }
        PagePlace next = next(uri, place, envelope, count, first);
        return new Page<>(items, next == null ? null : next.cursor(), envelope.total(), issues);
    }

    private URI uri(String operation, RequestUri base, WorkflowQuery query, PagePlace place, int count) {
        if (place.link() == null) {
            query.parameters().forEach(base::query);
            return base.query("offset", place.offset()).query("count", count).build();
        }
        URI root = base.build();
        URI linked = RequestUri.lenient(root, place.link());
        if (!RequestUri.sameOrigin(root, linked)) {
            throw REFUSED.rejected(operation, null, "the cursor leads to another host");
        }
        return linked;
    }

    /** The next page: where the link leads, else by counting. A short page alone is no end: includes cut pages short. */
    private static @Nullable PagePlace next(
            URI uri, PagePlace place, Envelope envelope, int count, @Nullable String first) {
        int size = envelope.items().size();
        int offset = place.offset() + size;
        String link = envelope.next() == null ? null : ownLink(uri, envelope.next());
        if (link != null) {
            return new PagePlace(offset, link, first);
        }
        if (size == 0) {
            return null;
        }
        boolean more =
                envelope.next() != null || (envelope.total() == null ? size >= count : offset < envelope.total());
        return more ? new PagePlace(offset, null, first) : null;
    }

    /** Path and query of a link to our own host; a link to any other, as a proxy may write it, is not followed. */
    private static @Nullable String ownLink(URI uri, String href) {
        try {
            URI target = RequestUri.lenient(uri, href);
            if (!RequestUri.sameOrigin(uri, target)) {
                return null;
            }
            return target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static PagePlace place(String operation, @Nullable Cursor cursor) {
        try {
            return PagePlace.of(cursor);
        } catch (IllegalArgumentException e) {
            throw REFUSED.rejected(operation, null, "not a cursor of this list");
        }
    }

    private static @Nullable String id(Object item) {
        return item instanceof Map<?, ?> map && map.get("id") instanceof String id ? id : null;
    }

    @Override
    public void close() {
        channel.close();
        tokens.close();
    }
}
