package dev.contentconnect.core.http;

import dev.contentconnect.core.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request, before any attempt. Immutable; steps pass on changed copies. An address must be absolute, http or https, and
 * name a host: all who take one throw {@code IllegalArgumentException} otherwise, without repeating it.
 */
public final class HttpCall {
    private final CallDraft parts;
    private final List<Map.Entry<String, String>> headers;

    /** Takes the draft over: nobody changes it any more. */
    private HttpCall(CallDraft parts) {
        this.parts = parts;
        this.headers = List.copyOf(parts.headers.all());
    }

    /**
     * Starts a call that reads.
     *
     * @param operation its name in messages and metrics, for example {@code assets.get}
     * @param uri where to
     * @return a builder
     */
    public static Builder get(String operation, URI uri) {
        return new Builder(new CallDraft(operation, "GET", uri, Effect.SAFE));
    }

    /**
     * Starts a call that makes something: not repeated unless proven harmless.
     *
     * @param operation its name in messages and metrics
     * @param uri where to
     * @return a builder
     */
    public static Builder post(String operation, URI uri) {
        return new Builder(new CallDraft(operation, "POST", uri, Effect.UNSAFE));
    }

    /**
     * Starts a call that sets something.
     *
     * @param operation its name in messages and metrics
     * @param uri where to
     * @return a builder
     */
    public static Builder put(String operation, URI uri) {
        return new Builder(new CallDraft(operation, "PUT", uri, Effect.IDEMPOTENT));
    }

    /**
     * Starts a call that deletes something.
     *
     * @param operation its name in messages and metrics
     * @param uri where to
     * @return a builder
     */
    public static Builder delete(String operation, URI uri) {
        return new Builder(new CallDraft(operation, "DELETE", uri, Effect.IDEMPOTENT));
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
        return new Builder(new CallDraft(operation, method, uri, effect));
    }

    /**
     * Its name in messages and metrics.
     *
     * @return for example {@code assets.get}
     */
    public String operation() {
        return parts.operation;
    }

    /**
     * The HTTP method.
     *
     * @return for example {@code GET}
     */
    public String method() {
        return parts.method;
    }

    /**
     * Where to.
     *
     * @return an absolute address
     */
    public URI uri() {
        return parts.uri;
    }

    /**
     * What it does to the system.
     *
     * @return safe, idempotent or unsafe
     */
    public Effect effect() {
        return parts.effect;
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
        return parts.body;
    }

    /**
     * Whether a status is an answer rather than a failure.
     *
     * @param status the HTTP status
     * @return true for 2xx and for what {@link Builder#accept} named
     */
    public boolean accepts(int status) {
        return (status >= 200 && status < 300) || parts.accepted.contains(status);
    }

    /**
     * How long this call's answer may take to begin, where it differs from the channel's setting.
     *
     * @return null for the channel's setting
     */
    public @Nullable Duration requestTimeout() {
        return parts.requestTimeout;
    }

    /**
     * Whether the answer's body is handed out as a stream.
     *
     * @return false for a body in memory
     */
    public boolean isStreamed() {
        return parts.streamed;
    }

    /** Whether a redirect to an address may be followed. */
    boolean mayRedirectTo(URI target) {
        return parts.redirectsTo.test(target);
    }

    /** Whether credentials go along to an address. */
    boolean mayShowCredentialsTo(URI target) {
        return RequestUri.sameOrigin(parts.uri, target) || parts.credentialsTo.test(target);
    }

    /**
     * When the call must have ended, on {@code TimeSource.nanoTime()}.
     *
     * @return {@link Long#MAX_VALUE} before it was begun
     */
    long deadline() {
        return parts.deadline;
    }

    /** Whether a header must not travel to another host nor be shown. */
    boolean isCredentialHeader(String name) {
        return proofs().isCredential(name);
    }

    /** Where its secrets are. */
    Presented.Proofs proofs() {
        return new Presented.Proofs(headers, parts.headers.credentials(), parts.secrets);
    }

    /** What went out with it and with all copies of it. */
    Presented presented() {
        return parts.presented;
    }

    HttpCall begun(long deadlineNanoTime) {
        CallDraft begun = parts.copy();
        begun.deadline = deadlineNanoTime;
        begun.presented = new Presented();
        return new HttpCall(begun);
    }

    /**
     * Starts from this call.
     *
     * @return a builder holding all of it
     */
    public Builder toBuilder() {
        return new Builder(parts.copy());
    }

    /** Method, host and path; nobody's name and password, no query, no headers, no body. */
    @Override
    public String toString() {
        return parts.operation + " " + parts.method + " " + RequestUri.host(parts.uri) + parts.uri.getRawPath();
    }

    /** Collects the parts of a call. Not safe for several threads. */
    public static final class Builder {
        private final CallDraft draft;

        private Builder(CallDraft draft) {
            this.draft = draft;
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
            draft.headers.put(name, value);
            return this;
        }

        /**
         * Adds a header that proves who we are: never shown, masked where the system repeats it, and dropped when a redirect
         * leads to another host, see {@link #credentialsTo}.
         *
         * @param name its name, any letter case
         * @param value its value
         * @return this builder
         */
        public Builder credential(String name, Secret value) {
            draft.headers.putCredential(name, value);
            return this;
        }

        /**
         * Says that body or address hold a secret, which is then masked where the system repeats it, as credentials are.
         *
         * @param value the secret; what is shorter than six characters stands in any message and is not looked for
         * @return this builder
         */
        public Builder secret(Secret value) {
            draft.secrets =
                    Stream.concat(draft.secrets.stream(), Stream.of(value)).toList();
            return this;
        }

        /**
         * Removes a header.
         *
         * @param name its name, any letter case
         * @return this builder
         */
        public Builder withoutHeader(String name) {
            draft.headers.remove(name);
            return this;
        }

        /**
         * Sets where to.
         *
         * @param target an absolute address
         * @return this builder
         */
        public Builder uri(URI target) {
            draft.uri = RequestUri.checked(target);
            return this;
        }

        /**
         * Sets what the request does to the system, where the method alone misleads.
         *
         * @param value for example {@link Effect#SAFE} for a search by POST
         * @return this builder
         */
        public Builder effect(Effect value) {
            draft.effect = value;
            return this;
        }

        /**
         * Sets what it carries.
         *
         * @param value the body, or null
         * @return this builder
         */
        public Builder body(@Nullable HttpBody value) {
            draft.body = value;
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
            draft.accept(statuses);
            return this;
        }

        Builder acceptNothingElse() {
            draft.accepted = Set.of();
            return this;
        }

        /**
         * Sets how long this call's answer may take to begin.
         *
         * @param value more than zero, or null for the channel's setting
         * @return this builder
         */
        public Builder requestTimeout(@Nullable Duration value) {
            draft.requestTimeout = value == null ? null : HttpSettings.timeout("requestTimeout", value);
            return this;
        }

        /**
         * Hands out the answer's body as a stream, of any size, instead of in memory.
         *
         * @return this builder
         */
        public Builder streamed() {
            draft.streamed = true;
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
            draft.redirectsTo = allowed;
            return this;
        }

        /**
         * Sets which other hosts may see the credentials when a redirect leads there.
         *
         * @param allowed is asked for each absolute address on another origin; until set, none may
         * @return this builder
         */
        public Builder credentialsTo(Predicate<URI> allowed) {
            draft.credentialsTo = allowed;
            return this;
        }

        /** A search by POST whose answer stands elsewhere is read there, without its body. */
        void readInstead() {
            draft.method = draft.method.equals("HEAD") ? draft.method : "GET";
            draft.body = null;
        }

        /**
         * The finished call.
         *
         * @return an immutable value
         */
        public HttpCall build() {
            return new HttpCall(draft.copy());
        }
    }
}
