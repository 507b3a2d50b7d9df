package dev.contentconnect.core.webhook;

import dev.contentconnect.core.config.Secret;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 over the raw bytes of a pushed request: checks it, and makes it for tests and senders of our own. With a
 * time header, what is signed is the header's text, a full stop and the body, and requests that are too old or from the
 * future are refused, so that a recorded one cannot be played again later. Immutable and safe for several threads.
 */
public final class HmacSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAX_SECONDS_DIGITS = 12;

    private final List<Secret> secrets;
    private final String header;
    private final String prefix;
    private final Encoding encoding;
    private final @Nullable String timeHeader;
    private final Duration tolerance;

    private HmacSignature(
            List<Secret> secrets,
            String header,
            String prefix,
            Encoding encoding,
            @Nullable String timeHeader,
            Duration tolerance) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a signature needs at least one secret");
        }
        if (tolerance.isNegative()) {
            throw new IllegalArgumentException("tolerance must not be negative");
        }
        this.secrets = secrets;
        this.header = header;
        this.prefix = prefix;
        this.encoding = encoding;
        this.timeHeader = timeHeader;
        this.tolerance = tolerance;
    }

    /** How the signature is written. */
    public enum Encoding {
        /** Two hexadecimal digits a byte; either letter case is read, small letters are written. */
        HEX,
        /** Base64 with padding. */
        BASE64
    }

    /**
     * A signature in a header, without a time.
     *
     * @param secrets the one to sign with first; further ones are accepted too, while a secret is being replaced
     * @param header the header that carries it
     * @param encoding how it is written
     * @return the signature
     * @throws IllegalArgumentException when there is no secret
     */
    public static HmacSignature of(Collection<Secret> secrets, String header, Encoding encoding) {
        return new HmacSignature(List.copyOf(secrets), header, "", encoding, null, Duration.ZERO);
    }

    /**
     * The same signature with a fixed text before it.
     *
     * @param value for example {@code sha256=}
     * @return a copy
     */
    public HmacSignature prefixed(String value) {
        return new HmacSignature(secrets, header, value, encoding, timeHeader, tolerance);
    }

    /**
     * The same signature over a time and the body.
     *
     * @param name the header that carries the time, in seconds since 1970
     * @param allowed how far the time may be from the moment of receipt, in both directions
     * @return a copy
     */
    public HmacSignature timed(String name, Duration allowed) {
        return new HmacSignature(secrets, header, prefix, encoding, name, allowed);
    }

    /**
     * Signs a body with the first secret.
     *
     * @param body the bytes exactly as they will be sent
     * @param at when; used with a time header only
     * @return the headers to send
     */
    public Map<String, String> sign(byte[] body, Instant at) {
        Map<String, String> out = new LinkedHashMap<>();
        String stamp = timeHeader == null ? null : Long.toString(at.getEpochSecond());
        if (timeHeader != null && stamp != null) {
            out.put(timeHeader, stamp);
        }
        byte[] mac = mac(secrets.get(0), stamp, body);
        String text = encoding == Encoding.HEX
                ? HexFormat.of().formatHex(mac)
                : Base64.getEncoder().encodeToString(mac);
        out.put(header, prefix + text);
        return out;
    }

    /**
     * Checks a request, in a time that does not depend on how much of the signature is right.
     *
     * @param request the request
     * @return right with the request itself; left with Unverified, or with Stale when the signature is right and the time
     *     is not
     */
    public Either<WebhookRejection, WebhookRequest> verify(WebhookRequest request) {
        byte[] given = decoded(request.header(header).orElse(""));
        if (given == null) {
            return refused(WebhookRejection.Reason.UNVERIFIED, "no signature of the expected form");
        }
        String stamp = timeHeader == null ? null : request.header(timeHeader).orElse("");
        Instant signedAt = stamp == null ? null : seconds(stamp);
        if (stamp != null && signedAt == null) {
            return refused(WebhookRejection.Reason.UNVERIFIED, "no time of the expected form");
        }
        byte[] body = request.body();
        boolean right = false;
        for (Secret secret : secrets) {
            right |= MessageDigest.isEqual(mac(secret, stamp, body), given);
        }
        if (!right) {
            return refused(WebhookRejection.Reason.UNVERIFIED, "the signature does not fit");
        }
        boolean stale = signedAt != null
                && Duration.between(signedAt, request.receivedAt()).abs().compareTo(tolerance) > 0;
        return stale
                ? refused(WebhookRejection.Reason.STALE, "signed too long ago, or for a time to come")
                : Either.right(request);
    }

    /** Header names and the number of secrets; not which. */
    @Override
    public String toString() {
        return "HmacSignature[" + header + ", " + secrets.size() + " secret(s)]";
    }

    private byte @Nullable [] decoded(String text) {
        if (!text.startsWith(prefix)) {
            return null;
        }
        String bare = text.substring(prefix.length());
        try {
            byte[] bytes = encoding == Encoding.HEX
                    ? HexFormat.of().parseHex(bare)
                    : Base64.getDecoder().decode(bare);
            return bytes.length == 32 ? bytes : null;
        } catch (IllegalArgumentException garbage) {
            return null;
        }
    }

    private static @Nullable Instant seconds(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= MAX_SECONDS_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Instant.ofEpochSecond(Long.parseLong(text)) : null;
    }

    private static Either<WebhookRejection, WebhookRequest> refused(WebhookRejection.Reason reason, String detail) {
        return Either.left(new WebhookRejection(reason, detail));
    }

    private static byte[] mac(Secret secret, @Nullable String stamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            if (stamp != null) {
                mac.update((stamp + ".").getBytes(StandardCharsets.UTF_8));
            }
            return mac.doFinal(body);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
