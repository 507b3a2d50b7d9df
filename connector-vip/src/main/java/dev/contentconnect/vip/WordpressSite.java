package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.vip.wire.WireUser;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Finds out once how the site makes its addresses and for whom it takes us. WordPress goes on anonymously when a password is
 * wrong and answers with fewer items, so nothing else is asked before it has said who we are.
 */
final class WordpressSite {
    /** The operation that finds out how addresses are made. */
    static final String DISCOVER = "site.discover";

    private static final String PREFIX = "wp/v2";

    private final WordpressConfig config;
    private final HttpChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Known known;

    WordpressSite(WordpressConfig config, HttpChannel channel) {
        this.config = config;
        this.channel = channel;
    }

    /** What was found out. */
    record Known(boolean pretty, WireUser user) {}

    Known known() {
        Known there = known;
        if (there != null) {
            return there;
        }
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw REFUSED.interrupted(DISCOVER, e);
        }
        try {
            there = known;
            return there != null ? there : ask();
        } finally {
            lock.unlock();
        }
    }

    /** Asks anew who we are, for a check that is worth its name. */
    Known ask() {
        boolean pretty = switch (config.routes()) {
            case PRETTY -> true;
            case PLAIN -> false;
            case AUTO -> discover();
        };
        URI me = address(pretty, "users", "me")
                .query("context", "edit")
                .query("_fields", "id,name,username,roles")
                .build();
        WireUser user = channel.read(json("users.me", me), WireUser.class);
        Known found = new Known(pretty, user);
        known = found;
        return found;
    }

    RequestUri route(String... path) {
        return address(known().pretty(), path);
    }

    private RequestUri address(boolean pretty, String... path) {
        RequestUri site = RequestUri.of(config.options().endpoint());
        return pretty
                ? site.at("/wp-json/" + PREFIX).path(path)
                : site.slash().query("rest_route", "/" + PREFIX + "/" + String.join("/", path));
    }

    /** Whether permalinks are on. Where they are off, the address of the interface shows the page of the site. */
    private boolean discover() {
        URI site = config.options().endpoint();
        String fields = "name,namespaces,authentication";
        URI pretty =
                RequestUri.of(site).at("/wp-json/").query("_fields", fields).build();
        HttpReply first;
        try {
            first = channel.send(json(DISCOVER, pretty));
        } catch (ConnectorException e) {
            if (e.error().trace().status() != 404) {
                throw e;
            }
            first = null;
        }
        if (first != null && isIndex(first)) {
            return true;
        }
        URI plain = RequestUri.of(site)
                .slash()
                .query("rest_route", "/")
                .query("_fields", fields)
                .build();
        HttpReply second = channel.send(json(DISCOVER, plain));
        if (isIndex(second)) {
            return false;
        }
        throw REFUSED.undecodable(DISCOVER, "no REST interface of WordPress at this address");
    }

    private static boolean isIndex(HttpReply reply) {
        Object plain;
        try {
            plain = Json.decodePlain(reply.body());
        } catch (JsonException page) {
            return false;
        }
        if (!(plain instanceof Map<?, ?> index) || !(index.get("namespaces") instanceof Collection<?> namespaces)) {
            return false;
        }
        if (!namespaces.contains(PREFIX)) {
            return false;
        }
        // An empty PHP map is written as a list.
        boolean withPasswords =
                !(index.get("authentication") instanceof Map<?, ?> ways) || ways.containsKey("application-passwords");
        if (index.get("authentication") instanceof Collection<?> none && none.isEmpty()) {
            withPasswords = false;
        }
        if (!withPasswords) {
            throw REFUSED.of(
                    DISCOVER,
                    "application_passwords_off",
                    "the site does not take application passwords: it needs https, or WP_ENVIRONMENT_TYPE local",
                    ConnectorError.Unauthenticated::new);
        }
        return true;
    }

    static HttpCall json(String operation, URI uri) {
        return HttpCall.get(operation, uri).header("Accept", "application/json").build();
    }
}
