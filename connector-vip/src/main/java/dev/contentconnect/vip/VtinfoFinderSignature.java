package dev.contentconnect.vip;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.model.Checksum;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Signs each attempt anew: what is signed is the query exactly as it goes out, and the clock, which must not be older than
 * ten minutes when the request arrives. It is a plain SHA-256 over texts put together, no HMAC.
 */
final class VtinfoFinderSignature implements HttpStep {
    /** The day has no leading zero and the seconds are always 00: both are part of what the service compares. */
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:'00 GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static final String IMPLEMENTATION = "UUID=";

    private final VtinfoFinderConfig config;

    VtinfoFinderSignature(VtinfoFinderConfig config) {
        this.config = config;
    }

    static String timestamp(Instant now) {
        return STAMP.format(now);
    }

    static String of(String timestamp, Secret secret, String query, String customer) {
        return Checksum.sha256Of(timestamp + secret.reveal() + query + customer).hex();
    }

    @Override
    public HttpReply take(HttpCall call, Next next) {
        if (!RequestUri.sameOrigin(config.options().endpoint(), call.uri())) {
            return next.proceed(call);
        }
        String query = Objects.requireNonNullElse(call.uri().getRawQuery(), "");
        String timestamp = timestamp(config.options().time().now());
        String signature = of(timestamp, secret(query), query, config.customer());
        return next.proceed(call.toBuilder()
                .header("vipCustID", config.customer())
                .header("vipTimestamp", timestamp)
                .credential("vipSignature", Secret.of(signature))
                .build());
    }

    /** With an implementation in the query its secret counts, not that of the customer. */
    private Secret secret(String query) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(IMPLEMENTATION)) {
                return required(config.implementations().get(pair.substring(IMPLEMENTATION.length())));
            }
        }
        return required(config.secret());
    }

    private static Secret required(@Nullable Secret secret) {
        if (secret == null) {
            throw new IllegalStateException("a request without a secret to sign it");
        }
        return secret;
    }
}
