package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import java.net.URI;
import java.util.Optional;

/** Follows redirects the way that is safe: reads only, or what the status says is to be repeated as it is. */
final class Redirects {
    private Redirects() {}

    /** The call to make instead, or nothing when the answer stands as it is. */
    static Optional<HttpCall> follow(HttpCall call, HttpReply reply) {
        int status = reply.status();
        boolean repeatsAsIs = status == 307 || status == 308;
        boolean reads = call.effect() == Effect.SAFE;
        boolean redirect = repeatsAsIs || status == 301 || status == 302 || status == 303;
        // What is not a read goes on only where the status tells to repeat it, and a body only if it can be sent again.
        HttpBody body = status == 303 ? null : call.body();
        if (!redirect || !(reads || repeatsAsIs) || (body != null && !body.isRepeatable())) {
            return Optional.empty();
        }
        Optional<String> location = reply.header("Location");
        if (location.isEmpty()) {
            return Optional.empty();
        }
        URI target;
        try {
            target = RequestUri.lenient(call.uri(), location.get());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
        boolean downgrade =
                "https".equalsIgnoreCase(call.uri().getScheme()) && !"https".equalsIgnoreCase(target.getScheme());
        if (downgrade || !call.mayRedirectTo(target)) {
            return Optional.empty();
        }
        HttpCall.Builder next = call.toBuilder().uri(target);
        if (status == 303) {
            next.readInstead();
        }
        if (!RequestUri.sameOrigin(call.uri(), target)) {
            if (body != null) {
                // A form may hold a client's secret, and nobody has allowed the other host to see it.
                return Optional.empty();
            }
            if (!call.mayShowCredentialsTo(target)) {
                call.headers().stream()
                        .map(header -> header.getKey())
                        .filter(call::isCredentialHeader)
                        .forEach(next::withoutHeader);
            }
        }
        return Optional.of(next.build());
    }

    /** Says that another host turned us away because the credential stayed behind, which its own words cannot know. */
    static ConnectorError explained(HttpCall call, HttpReply reply, ConnectorError error) {
        boolean turnedAway = error.kind() == ErrorKind.UNAUTHENTICATED || error.kind() == ErrorKind.FORBIDDEN;
        if (!turnedAway || call.mayShowCredentialsTo(reply.uri())) {
            return error;
        }
        Trace trace = error.trace();
        String why = "redirected to " + RequestUri.origin(reply.uri())
                + ", where the credential did not go along; if the system is there, set `endpoint` to it";
        String words = trace.message().isEmpty() ? why : why + ": " + trace.message();
        return error.with(trace.withVendor(trace.vendorCode(), words));
    }

    /** What a redirect says that was not followed; no more of the address than its origin, since links hold secrets. */
    static String words(HttpReply reply) {
        try {
            return reply.header("Location")
                    .map(text -> "redirected to " + RequestUri.origin(RequestUri.lenient(reply.uri(), text))
                            + ", which was not followed; if the system is there, set `endpoint` to it")
                    .orElse("");
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }
}
