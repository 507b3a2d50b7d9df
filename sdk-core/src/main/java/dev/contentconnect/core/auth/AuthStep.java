package dev.contentconnect.core.auth;

import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the token on each attempt. When the system turns it away with 401, gets another once and sends the request again:
 * a request that was turned away was not carried out, so that this is safe for writes as well. Tokens go to the
 * configured hosts only; a call to any other host goes out without.
 */
public final class AuthStep implements HttpStep {
    private final TokenSource source;
    private final Set<String> origins;

    /**
     * A step.
     *
     * @param source gives the token
     * @param trusted addresses whose scheme, host and port may see it
     */
    public AuthStep(TokenSource source, Collection<URI> trusted) {
        this.source = source;
        this.origins = trusted.stream().map(AuthStep::origin).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public HttpReply take(HttpCall call, Next next) {
        if (!origins.contains(origin(call.uri()))) {
            return next.proceed(call);
        }
        Token token = source.token();
        HttpReply reply = next.proceed(with(call, token));
        HttpBody body = call.body();
        if (reply.status() == 401 && (body == null || body.isRepeatable())) {
            Token other = source.replace(token);
            if (!other.equals(token)) {
                reply.close();
                token = other;
                reply = next.proceed(with(call, token));
            }
        }
        source.seen(token, reply);
        return reply;
    }

    private static HttpCall with(HttpCall call, Token token) {
        HttpCall.Builder out = call.toBuilder();
        token.headers().forEach(out::credential);
        return out.build();
    }

    private static String origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
