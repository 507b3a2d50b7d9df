package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.core.auth.AuthStep;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RateGate;
import dev.contentconnect.core.http.RateGates;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.json.JsonPage;
import dev.contentconnect.core.spi.ConnectorOptions;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What all groups of calls share: addresses, headers, and the two ways out: with a token, and without. */
final class AprimoHttp implements AutoCloseable {
    private static final String ITEMS = "items";

    private final AprimoConfig config;
    private final HttpChannel logins;
    private final HttpChannel channel;
    private final HttpChannel signed;
    private final HttpChannel pm;
    private final Predicate<URI> ours;
    private final @Nullable String reference;

    AprimoHttp(AprimoConfig config) {
        this.config = config;
        ConnectorOptions options = config.options();
        AprimoLogin login = config.login();
        AprimoErrors errors = new AprimoErrors();
        // The quota is the tenant's, whoever asks and whatever for, so all connectors of this process share one gate.
        RateGate gate = RateGates.of(
                login.endpoint().getHost(), AprimoConnector.SYSTEM, login.requestsPerSecond(), options.time());
        this.logins =
                options.channel(AprimoConnector.SYSTEM, errors, null, gate).build();
        List<URI> own = List.of(options.endpoint(), login.endpoint(), login.uploadEndpoint());
        AuthStep auth = new AuthStep(AprimoAuth.source(login, logins, options.time()), own);
        this.channel =
                options.channel(AprimoConnector.SYSTEM, errors, auth, gate).build();
        this.pm = options.channel(AprimoConnector.SYSTEM, errors, EmptyAnswers.under(auth), gate)
                .build();
        // Storages refuse what carries a token, and do not count against the quota.
        this.signed =
                options.channel(AprimoConnector.SYSTEM, errors, null, null).build();
        this.ours = target -> own.stream().anyMatch(one -> RequestUri.sameOrigin(one, target));
        this.reference = null;
    }

    private AprimoHttp(AprimoHttp other, String reference) {
        this.config = other.config;
        this.logins = other.logins;
        this.channel = other.channel;
        this.signed = other.signed;
        this.pm = other.pm;
        this.ours = other.ours;
        this.reference = reference;
    }

    /** The same channels, for what is done while a call-out is handled. */
    AprimoHttp handling(String referenceId) {
        return new AprimoHttp(this, referenceId);
    }

    AprimoConfig config() {
        return config;
    }

    /** Without a token: signed addresses. */
    HttpChannel signed() {
        return signed;
    }

    /** To the other product: the same tokens and the same quota. */
    HttpChannel pm() {
        return pm;
    }

    /** {@code /api/core/…} of the DAM. */
    RequestUri core(String... path) {
        return RequestUri.of(config.options().endpoint()).path("api", "core").path(path);
    }

    HttpCall prepared(HttpCall.Builder call) {
        if (reference != null) {
            call.header("referenceId", reference);
        }
        // What another host says is not what the tenant says.
        return call.header("API-VERSION", "1")
                .header("Accept", config.jsonShape().mediaType())
                .redirectsTo(ours)
                .build();
    }

    HttpReply send(HttpCall.Builder call) {
        return channel.send(prepared(call));
    }

    <T> T read(HttpCall.Builder call, Class<T> type) {
        return channel.read(prepared(call), type);
    }

    <T> T get(String operation, URI uri, Select select, Class<T> type) {
        return read(selecting(HttpCall.get(operation, uri), select), type);
    }

    /** The items of a collection that comes whole, as it does below one object. */
    <T> List<T> items(String operation, URI uri, Select select, Class<T> type) {
        HttpCall call = prepared(selecting(HttpCall.get(operation, uri), select));
        return channel.decode(call, channel.send(call), body -> {
            JsonPage<T> whole = JsonPage.decode(body, ITEMS, type);
            whole.issues().stream().findFirst().ifPresent(issue -> {
                throw new JsonException(issue.path() + ": " + issue.problem());
            });
            return whole.items();
        });
    }

    /** A page of a long list, on which what cannot be read stands beside the rest. */
    <T> JsonPage<T> page(HttpCall.Builder call, Class<T> type) {
        HttpCall ready = prepared(call);
        return channel.decode(ready, channel.send(ready), body -> JsonPage.decode(body, ITEMS, type));
    }

    private record Id(@Nullable String id) {}

    /** Sends what makes an object, and gives its id. */
    String create(String operation, RequestUri uri, Object body) {
        String id = read(writing(HttpCall.post(operation, uri.build()), body), Id.class)
                .id();
        if (id == null || id.isBlank()) {
            throw REFUSED.undecodable(operation, "the answer names no id of what was made");
        }
        return id;
    }

    void put(String operation, RequestUri uri, Object body) {
        send(writing(HttpCall.put(operation, uri.build()), body));
    }

    /** As {@link #put}, but the next search sees it. */
    void putIndexed(String operation, RequestUri uri, Object body) {
        send(indexed(writing(HttpCall.put(operation, uri.build()), body), true));
    }

    void delete(String operation, RequestUri uri) {
        send(indexed(HttpCall.delete(operation, uri.build()), config.indexAtOnce()));
    }

    private HttpCall.Builder writing(HttpCall.Builder call, Object body) {
        return indexed(
                call.body(new HttpBody.Bytes("application/json", Json.encodeWithNulls(body))), config.indexAtOnce());
    }

    private static HttpCall.Builder indexed(HttpCall.Builder call, boolean atOnce) {
        return atOnce ? call.header("set-immediateSearchIndexUpdate", "true") : call;
    }

    static HttpCall.Builder selecting(HttpCall.Builder call, Select select) {
        select.headers().forEach(call::header);
        return call;
    }

    static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    @Override
    public void close() {
        channel.close();
        signed.close();
        pm.close();
        logins.close();
    }
}
