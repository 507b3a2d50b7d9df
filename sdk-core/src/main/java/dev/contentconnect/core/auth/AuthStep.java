package dev.contentconnect.core.auth;

import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.http.RequestUri;
import java.net.URI;
import java.util.Collection;
import java.util.List;

/**
 * Puts the token on each attempt. When the system turns it away with 401, gets another once and sends the request again:
 * a request that was turned away was not carried out, so that this is safe for writes as well; a body that can be sent
 * only once is not sent again, but the next call has the new token. Tokens go to the configured hosts only; a call to any
 * other host goes out without, and what another host answers after a redirect says nothing about the token. A redirect from
 * one configured host to another takes it along.
 */
public final class AuthStep implements HttpStep {
    private final TokenSource source;
    private final List<URI> trusted;

    /**
     * A step.
     *
     * @param source gives the token
     * @param trusted absolute addresses whose scheme, host and port may see it
     */
    public AuthStep(TokenSource source, Collection<URI> trusted) {
        this.source = source;
        this.trusted = List.copyOf(trusted);
    }

    @Override
    public HttpReply take(HttpCall call, Next next) {
        if (!isTrusted(call.uri())) {
            return next.proceed(call);
        }
        Token token = source.token();
        HttpReply reply = next.proceed(with(call, token));
        if (reply.status() == 401 && isTrusted(reply.uri())) {
            Token other = source.replace(token);
            HttpBody body = call.body();
            if (!other.equals(token) && (body == null || body.isRepeatable())) {
                reply.close();
                token = other;
                reply = next.proceed(with(call, token));
            }
        }
        if (isTrusted(reply.uri())) {
            source.seen(token, reply);
        }
        return reply;
    }

    private boolean isTrusted(URI uri) {
        for (URI one : trusted) {
            if (RequestUri.sameOrigin(one, uri)) {
                return true;
            }
        }
        return false;
    }

    private HttpCall with(HttpCall call, Token token) {
        HttpCall.Builder out = call.toBuilder().credentialsTo(this::isTrusted);
        token.headers().forEach(out::credential);
        return out.build();
    }
}
