package dev.contentconnect.smintio;

import dev.contentconnect.core.auth.AuthStep;
import dev.contentconnect.core.auth.Token;
import dev.contentconnect.core.auth.TokenSource;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Shows the token to the configured hosts and to those below {@code .smint.io}, and to nobody else. Besides 401 the services
 * answer 403 to a token that was overtaken, so a 403 gets one more try with another token, unless the token is a fresh one: then
 * it is about permission.
 */
record AccessStep(TokenSource source, Logins.Freshness freshness, List<URI> hosts, TimeSource time)
        implements HttpStep {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String DOMAIN = ".smint.io";

    @Override
    public HttpReply take(HttpCall call, Next next) {
        if (!isTrusted(call.uri())) {
            return next.proceed(call);
        }
        AuthStep auth = new AuthStep(source, List.of(call.uri()));
        Token before = source.token();
        Instant since = freshness.since();
        HttpReply reply = auth.take(call, next);
        HttpBody body = call.body();
        boolean old = since.plus(FRESH).isBefore(time.now());
        if (reply.status() != 403 || !old || (body != null && !body.isRepeatable())) {
            return reply;
        }
        if (source.replace(before).equals(before)) {
            return reply;
        }
        reply.close();
        return auth.take(call, next);
    }

    private boolean isTrusted(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        // With the dot: a host that only ends in the same letters is somebody else's.
        if ("https".equalsIgnoreCase(uri.getScheme()) && host.endsWith(DOMAIN)) {
            return true;
        }
        return hosts.stream().anyMatch(one -> RequestUri.sameOrigin(one, uri));
    }
}
