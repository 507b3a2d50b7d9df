package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonPaging;
import dev.contentconnect.core.json.JsonPointer;
import dev.contentconnect.core.page.Cursor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the pages of a list of JSON in the way that a configuration says. A link to the next page is followed on the same
 * host only; a system that passes the place over and sends the same page for ever is noticed. Safe for several threads.
 */
public final class JsonPages {
    private static final String LINK = "link:";
    private static final String TEXT = "text:";

    private final HttpChannel channel;
    private final LocalErrors errors;
    private final URI endpoint;
    private final JsonPaging paging;
    private final JsonPointer items;
    private final @Nullable JsonPointer next;
    private final @Nullable JsonPointer total;

    /**
     * Makes a fetcher; nothing is asked yet.
     *
     * @param channel the way to the system
     * @param endpoint what paths are added to
     * @param paging how the list is handed out
     * @param items where the items stand in an answer
     */
    public JsonPages(HttpChannel channel, URI endpoint, JsonPaging paging, JsonPointer items) {
        this.channel = channel;
        this.errors = LocalErrors.of(channel.system());
        this.endpoint = endpoint;
        this.paging = paging;
        this.items = items;
        this.next = paging.next() == null ? null : JsonPointer.of(paging.next());
        this.total = paging.total() == null ? null : JsonPointer.of(paging.total());
    }

    /**
     * Items as they came.
     *
     * @param items as plain values, null among them
     * @param total how many there are in all, where the system says so
     * @param next where the next page begins; null at the end
     */
    public record Fetched(
            List<?> items, @Nullable Long total, @Nullable Cursor next) {}

    /**
     * Asks for one page.
     *
     * @param operation what is attempted, for messages
     * @param path begins with a slash, encoded, perhaps with a query
     * @param parameters further query parameters, as for {@link RequestUri#query}; a link to the next page has them already
     * @param cursor where the page begins, or null for the first
     * @param size how many items to ask for, where the system lets us say
     * @return the page
     * @throws ConnectorException every kind; Rejected when it is a cursor of another list; Undecodable when the answer has no
     *     list where it should be, or leads in a circle or to another host
     */
    public Fetched fetch(
            String operation,
            String path,
            Map<String, ? extends @Nullable Object> parameters,
            @Nullable Cursor cursor,
            int size) {
        CountedPlace place = isCounted() ? CountedPlace.of(errors, operation, cursor, paging.first()) : null;
        URI uri = paging.kind() == JsonPaging.Kind.NEXT_LINK && cursor != null
                ? resumed(operation, cursor)
                : address(operation, path, parameters, cursor, place, size);
        HttpCall call = HttpCall.get(operation, uri)
                .header("Accept", "application/json")
                .build();
        HttpReply reply = channel.send(call);
        Object answer = channel.decode(call, reply, Json::decodePlain);
        List<?> found = list(operation, items.in(answer));
        Long all = total == null ? null : total.count(answer);
        Cursor following = place == null ? told(operation, answer, reply.uri()) : counted(operation, place, found, all);
        return new Fetched(found, all, following);
    }

    private boolean isCounted() {
        return paging.kind() == JsonPaging.Kind.PAGE || paging.kind() == JsonPaging.Kind.OFFSET;
    }

    private URI address(
            String operation,
            String path,
            Map<String, ? extends @Nullable Object> parameters,
            @Nullable Cursor cursor,
            @Nullable CountedPlace place,
            int size) {
        RequestUri uri = RequestUri.of(endpoint).at(path);
        parameters.forEach(uri::query);
        if (place != null) {
            uri.query(String.valueOf(paging.parameter()), place.number());
        } else if (paging.kind() == JsonPaging.Kind.CURSOR && cursor != null) {
            uri.query(String.valueOf(paging.parameter()), content(operation, cursor, TEXT));
        } else if (cursor != null) {
            throw errors.rejected(operation, null, "not a cursor of this list");
        }
        if (paging.size() != null) {
            uri.query(paging.size(), size);
        }
        return uri.build();
    }

    private String content(String operation, Cursor cursor, String prefix) {
        if (!cursor.value().startsWith(prefix)) {
            throw errors.rejected(operation, null, "not a cursor of this list");
        }
        return cursor.value().substring(prefix.length());
    }

    private URI resumed(String operation, Cursor cursor) {
        String link = content(operation, cursor, LINK);
        try {
            return followed(operation, endpoint, link);
        } catch (ConnectorException elsewhere) {
            throw errors.rejected(operation, null, "not a cursor of this list");
        }
    }

    /** A page may be shorter than asked for, so that only an empty one, or the total, tells the end. */
    private @Nullable Cursor counted(String operation, CountedPlace place, List<?> found, @Nullable Long all) {
        boolean more = !found.isEmpty() && (all == null || place.seen() + found.size() < all);
        long step = paging.kind() == JsonPaging.Kind.PAGE ? 1 : found.size();
        return more ? place.after(errors, operation, found, place.number() + step) : null;
    }

    private @Nullable Cursor told(String operation, @Nullable Object answer, URI asked) {
        Object said = next == null ? null : next.in(answer);
        if (said == null || said == JsonPointer.MISSING || said.equals("") || said.equals(false)) {
            return null;
        }
        if (!(said instanceof String || said instanceof Number)) {
            throw errors.undecodable(operation, "what stands at " + next + " is neither a link nor a text");
        }
        if (paging.kind() == JsonPaging.Kind.CURSOR) {
            return Cursor.of(TEXT + said);
        }
        return Cursor.of(LINK + followed(operation, asked, said.toString()));
    }

    /** A link may lead anywhere, and our token must not go there. */
    private URI followed(String operation, URI from, String link) {
        URI to;
        try {
            to = RequestUri.lenient(from, link);
        } catch (IllegalArgumentException e) {
            throw errors.undecodable(operation, "the link to the next page is not an address");
        }
        if (!RequestUri.sameOrigin(endpoint, to)) {
            throw errors.undecodable(operation, "the link to the next page leads to another host");
        }
        return to;
    }

    private List<?> list(String operation, @Nullable Object found) {
        if (found == null) {
            return List.of();
        }
        if (found instanceof List<?> many) {
            return many;
        }
        throw errors.undecodable(operation, "there is no list at \"" + items + "\"");
    }
}
