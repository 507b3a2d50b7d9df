package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.vip.map.OutletMapper;
import dev.contentconnect.vip.map.Pointer;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fetches the pages of a list in the way that is configured. */
final class VtinfoRestPages {
    private static final String LINK = "link:";
    private static final String TEXT = "text:";

    private final VtinfoRestConfig config;
    private final HttpChannel channel;
    private final VtinfoRestPaging paging;
    private final Pointer items;
    private final @Nullable Pointer next;
    private final @Nullable Pointer total;

    VtinfoRestPages(VtinfoRestConfig config, HttpChannel channel) {
        this.config = config;
        this.channel = channel;
        this.paging = config.paging();
        this.items = Pointer.of(config.items());
        this.next = paging.next() == null ? null : Pointer.of(paging.next());
        this.total = paging.total() == null ? null : Pointer.of(paging.total());
    }

    /** Items as they came, how many there are in all, and where the next page begins. */
    record Fetched(
            List<?> items, @Nullable Long total, @Nullable Cursor next) {}

    Fetched fetch(String operation, String path, @Nullable Cursor cursor) {
        CountedPlace place = isCounted() ? CountedPlace.of(operation, cursor, paging.first()) : null;
        URI uri = address(operation, path, cursor, place);
        HttpCall call = HttpCall.get(operation, uri)
                .header("Accept", "application/json")
                .build();
        HttpReply reply = channel.send(call);
        Object answer = channel.decode(call, reply, Json::decodePlain);
        List<?> found = list(operation, items.in(answer));
        Long all = total == null ? null : OutletMapper.count(scalar(total.in(answer)));
        Cursor following = place == null ? told(operation, answer, reply.uri()) : counted(operation, place, found, all);
        return new Fetched(found, all, following);
    }

    private boolean isCounted() {
        return paging.kind() == VtinfoRestPaging.Kind.PAGE || paging.kind() == VtinfoRestPaging.Kind.OFFSET;
    }

    private URI address(String operation, String path, @Nullable Cursor cursor, @Nullable CountedPlace place) {
        URI endpoint = config.options().endpoint();
        if (paging.kind() == VtinfoRestPaging.Kind.NEXT_LINK && cursor != null) {
            return followed(operation, endpoint, content(operation, cursor, LINK));
        }
        RequestUri uri = RequestUri.of(endpoint).at(path);
        if (place != null) {
            uri.query(String.valueOf(paging.parameter()), place.number());
        } else if (paging.kind() == VtinfoRestPaging.Kind.CURSOR && cursor != null) {
            uri.query(String.valueOf(paging.parameter()), content(operation, cursor, TEXT));
        } else if (cursor != null) {
            throw REFUSED.rejected(operation, null, "not a cursor of this list");
        }
        if (paging.size() != null) {
            uri.query(paging.size(), config.options().pageSize());
        }
        return uri.build();
    }

    private static String content(String operation, Cursor cursor, String prefix) {
        if (!cursor.value().startsWith(prefix)) {
            throw REFUSED.rejected(operation, null, "not a cursor of this list");
        }
        return cursor.value().substring(prefix.length());
    }

    /** A page may be shorter than asked for, so that only an empty one, or the total, tells the end. */
    private @Nullable Cursor counted(String operation, CountedPlace place, List<?> found, @Nullable Long all) {
        boolean more = !found.isEmpty() && (all == null || place.seen() + found.size() < all);
        long step = paging.kind() == VtinfoRestPaging.Kind.PAGE ? 1 : found.size();
        return more ? place.after(operation, found, place.number() + step) : null;
    }

    private @Nullable Cursor told(String operation, @Nullable Object answer, URI asked) {
        Object said = next == null ? null : next.in(answer);
        if (said == null || said == Pointer.MISSING || said.equals("") || said.equals(false)) {
            return null;
        }
        if (!(said instanceof String || said instanceof Number)) {
            throw undecodable(operation, "what stands at " + next + " is neither a link nor a text");
        }
        if (paging.kind() == VtinfoRestPaging.Kind.CURSOR) {
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
            throw undecodable(operation, "the link to the next page is not an address");
        }
        if (!RequestUri.sameOrigin(config.options().endpoint(), to)) {
            throw undecodable(operation, "the link to the next page leads to another host");
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
        throw undecodable(operation, "there is no list at \"" + items + "\"");
    }

    private static @Nullable Object scalar(@Nullable Object value) {
        return value == Pointer.MISSING ? null : value;
    }

    private static ConnectorException undecodable(String operation, String why) {
        return REFUSED.undecodable(operation, why);
    }
}
