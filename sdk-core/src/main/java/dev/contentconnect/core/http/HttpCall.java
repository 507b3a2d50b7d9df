package dev.contentconnect.core.http;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.internal.Redaction;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request, before any attempt. Immutable; steps pass on changed copies. An address must be absolute, http or https, and
 * name a host: all who take one throw {@code IllegalArgumentException} otherwise, without repeating it.
 */
public final class HttpCall {
    private final String operation;
    private final String method;
    private final URI uri;
    private final Effect effect;
    private final List<Map.Entry<String, String>> headers;
    private final Set<String> credentialHeaders;
    private final List<Secret> secrets;
    private final @Nullable HttpBody body;
    private final Set<Integer> accepted;
    private final @Nullable Duration requestTimeout;
    private final boolean streamed;
    private final Predicate<URI> redirectsTo;
    private final Predicate<URI> credentialsTo;
    private final long deadline;
    private final Presented presented;

    private HttpCall(Builder b, long deadline, Presented presented) {
        this.operation = b.operation;
        this.method = b.method;
        this.uri = b.uri;
        this.effect = b.effect;
        this.headers = List.copyOf(b.headers.all());
        this.credentialHeaders = b.headers.credentials();
        this.secrets = b.secrets;
        this.body = b.body;
        this.accepted = b.accepted;
        this.requestTimeout = b.requestTimeout;
        this.streamed = b.streamed;
        this.redirectsTo = b.redirectsTo;
        this.credentialsTo = b.credentialsTo;
        this.deadline = deadline;
        this.presented = presented;
    }

    /**
     * Starts a call that reads.
     *
     * @param operation its name in messages and metrics, for example {@code assets.get}
     * @param uri where to
     * @return a builder
     */
    public static Builder get(String operation, URI uri) {
        return new Builder(operation, "GET", uri, Effect.SAFE);
    }

    /**
     * Starts a call that makes something: not repeated unless proven harmless.
     *
     * @param operation its name in messages and metrics
     * @param uri where to
     * @return a builder
     */
    public static Builder post(String operation, URI uri) {
        return new Builder(operation, "POST", uri, Effect.UNSAFE);
    }

    /**
     * Starts a call that sets something.
     *
     * @param operation its name in messages and metrics
     * @param uri where to
     * @return a builder
     */
    public static Builder put(String operation, URI uri) {
        return new Builder(operation, "PUT", uri, Effect.IDEMPOTENT);
    }

    /**
     * Starts a call that deletes something.
     *
     * @param operation its name in messages and metrics
     * @param uri where to
     * @return a builder
     */
    public static Builder delete(String operation, URI uri) {
        return new Builder(operation, "DELETE", uri, Effect.IDEMPOTENT);
    }

    /**
     * Starts a call of any method.
     *
     * @param operation its name in messages and metrics
     * @param method for example {@code PATCH}
     * @param uri where to
     * @param effect what it does
     * @return a builder
     */
    public static Builder of(String operation, String method, URI uri, Effect effect) {
        return new Builder(operation, method, uri, effect);
    }

    /**
     * Its name in messages and metrics.
     *
     * @return for example {@code assets.get}
     */
    public String operation() {
        return operation;
    }

    /**
     * The HTTP method.
     *
     * @return for example {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * Where to.
     *
     * @return an absolute address
     */
    public URI uri() {
        return uri;
    }

    /**
     * What it does to the system.
     *
     * @return safe, idempotent or unsafe
     */
    public Effect effect() {
        return effect;
    }

    /**
     * The headers to send.
     *
     * @return in order; each name once
     */
    public List<Map.Entry<String, String>> headers() {
        return headers;
    }

    /**
     * What it carries.
     *
     * @return null for nothing
     */
    public @Nullable HttpBody body() {
        return body;
    }

    /**
     * Whether a status is an answer rather than a failure.
     *
     * @param status the HTTP status
     * @return true for 2xx and for what {@link Builder#accept} named
     */
    public boolean accepts(int status) {
        return (status >= 200 && status < 300) || accepted.contains(status);
    }

    /**
     * How long this call's answer may take to begin, where it differs from the channel's setting.
     *
     * @return null for the channel's setting
     */
    public @Nullable Duration requestTimeout() {
        return requestTimeout;
    }

    /**
     * Whether the answer's body is handed out as a stream.
     *
     * @return false for a body in memory
     */
    public boolean isStreamed() {
        return streamed;
    }

    /** Whether a redirect to an address may be followed. */
    boolean mayRedirectTo(URI target) {
        return redirectsTo.test(target);
    }

    /** Whether credentials go along to an address. */
    boolean mayShowCredentialsTo(URI target) {
        return RequestUri.sameOrigin(uri, target) || credentialsTo.test(target);
    }

    /**
     * When the call must have ended, on {@code TimeSource.nanoTime()}.
     *
     * @return {@link Long#MAX_VALUE} before it was begun
     */
    long deadline() {
        return deadline;
    }

    /** Whether a header must not travel to another host nor be shown. */
    boolean isCredentialHeader(String name) {
        return proofs().isCredential(name);
    }

    /** Where the secrets of a call are. */
    record Proofs(List<Map.Entry<String, String>> headers, Set<String> credentialHeaders, List<Secret> secrets) {
        boolean isCredential(String header) {
            return credentialHeaders.stream().anyMatch(header::equalsIgnoreCase) || Redaction.isSecretName(header);
        }
    }

    Proofs proofs() {
        return new Proofs(headers, credentialHeaders, secrets);
    }

    /** What went out with it and with all copies of it. */
    Presented presented() {
        return presented;
    }

    HttpCall begun(long deadlineNanoTime) {
        return new HttpCall(toBuilder(), deadlineNanoTime, new Presented());
    }

    /**
     * Starts from this call.
     *
     * @return a builder holding all of it
     */
    public Builder toBuilder() {
        Builder copy = new Builder(operation, method, uri, effect);
        copy.headers.take(headers, credentialHeaders);
        copy.secrets = secrets;
        copy.presented = presented;
        copy.body = body;
        copy.accepted = accepted;
        copy.requestTimeout = requestTimeout;
        copy.streamed = streamed;
        copy.redirectsTo = redirectsTo;
        copy.credentialsTo = credentialsTo;
        copy.deadline = deadline;
        return copy;
    }

    /** Method, host and path; nobody's name and password, no query, no headers, no body. */
    @Override
    public String toString() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return operation + " " + method + " " + uri.getHost() + port + uri.getRawPath();
    }

    /** Collects the parts of a call. Not safe for several threads. */
    public static final class Builder {
        private final String operation;
        private String method;
        private URI uri;
        private Effect effect;
        private final CallHeaders headers = new CallHeaders();
        private List<Secret> secrets = List.of();
        private Presented presented = new Presented();
        private @Nullable HttpBody body;
        private Set<Integer> accepted = Set.of();
        private @Nullable Duration requestTimeout;
        private boolean streamed;
        private Predicate<URI> redirectsTo = anywhere -> true;
        private Predicate<URI> credentialsTo = nowhere -> false;
        private long deadline = Long.MAX_VALUE;

        private Builder(String operation, String method, URI uri, Effect effect) {
            this.operation = operation;
            this.method = method;
            this.uri = RequestUri.checked(uri);
            this.effect = effect;
        }

        /**
         * Adds a header, or replaces it.
         *
         * @param name its name, any letter case
         * @param value its value
         * @return this builder
         * @throws IllegalArgumentException when the value holds a control character, or one beyond Latin-1; the message
         *     does not repeat it
         */
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /**
         * Adds a header that proves who we are: never shown, masked where the system repeats it in an answer that fails, and
         * dropped when a redirect leads to another host, see {@link #credentialsTo}.
         *
         * @param name its name, any letter case
         * @param value its value
         * @return this builder
         */
        public Builder credential(String name, Secret value) {
            headers.putCredential(name, value);
            return this;
        }

        /**
         * Says that the body or the address holds a secret, so that it is masked where the system repeats it in an answer
         * that fails. Headers that were set by {@link #credential} need not be said.
         *
         * @param value the secret; what is shorter than six characters is not looked for, since it stands in any message
         * @return this builder
         */
        public Builder secret(Secret value) {
            this.secrets = Stream.concat(secrets.stream(), Stream.of(value)).toList();
            return this;
        }

        /**
         * Removes a header.
         *
         * @param name its name, any letter case
         * @return this builder
         */
        public Builder withoutHeader(String name) {
            headers.remove(name);
            return this;
        }

        /**
         * Sets where to.
         *
         * @param target an absolute address
         * @return this builder
         */
        public Builder uri(URI target) {
            this.uri = RequestUri.checked(target);
            return this;
        }

        /**
         * Sets what the request does to the system, where the method alone misleads.
         *
         * @param value for example {@link Effect#SAFE} for a search by POST
         * @return this builder
         */
        public Builder effect(Effect value) {
            this.effect = value;
            return this;
        }

        /**
         * Sets what it carries.
         *
         * @param value the body, or null
         * @return this builder
         */
        public Builder body(@Nullable HttpBody value) {
            this.body = value;
            return this;
        }

        /**
         * Sets a JSON body.
         *
         * @param value a record, map, list or plain value
         * @return this builder
         */
        public Builder json(Object value) {
            return body(HttpBody.json(value));
        }

        /**
         * Takes further statuses as answers, besides 2xx and those named before.
         *
         * @param statuses for example 404 where it means "empty"
         * @return this builder
         */
        public Builder accept(Integer... statuses) {
            this.accepted =
                    Stream.concat(accepted.stream(), Stream.of(statuses)).collect(Collectors.toUnmodifiableSet());
            return this;
        }

        /** Takes 2xx alone again. */
        Builder acceptNothingElse() {
            this.accepted = Set.of();
            return this;
        }

        /**
         * Sets how long this call's answer may take to begin.
         *
         * @param value more than zero, or null for the channel's setting
         * @return this builder
         */
        public Builder requestTimeout(@Nullable Duration value) {
            this.requestTimeout = value == null ? null : HttpSettings.timeout("requestTimeout", value);
            return this;
        }

        /**
         * Hands out the answer's body as a stream, of any size, instead of in memory.
         *
         * @return this builder
         */
        public Builder streamed() {
            this.streamed = true;
            return this;
        }

        /**
         * Sets where redirects may lead. One that leads elsewhere is not followed: nothing is asked there, and the redirect
         * itself is the answer, which goes to the error decoder.
         *
         * @param allowed is asked for each absolute address before it is followed; until set, redirects lead anywhere, without
         *     credentials
         * @return this builder
         */
        public Builder redirectsTo(Predicate<URI> allowed) {
            this.redirectsTo = allowed;
            return this;
        }

        /**
         * Sets which other hosts may see the credentials when a redirect leads there.
         *
         * @param allowed is asked for each absolute address on another origin; until set, none may
         * @return this builder
         */
        public Builder credentialsTo(Predicate<URI> allowed) {
            this.credentialsTo = allowed;
            return this;
        }

        /** A search by POST whose answer stands elsewhere is read there, without its body. */
        void readInstead() {
            method = method.equals("HEAD") ? method : "GET";
            body = null;
        }

        /**
         * The finished call.
         *
         * @return an immutable value
         */
        public HttpCall build() {
            return new HttpCall(this, deadline, presented);
        }
    }
}
