package dev.contentconnect.core.http;

import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a channel.
 *
 * @param httpClient the host's own client, or null for the SDK's; it must not follow redirects, the SDK does
 * @param connectTimeout for a connection to be made; of no effect on a client of the host
 * @param requestTimeout from sending until the answer begins, for each attempt; a streamed body has it anew with each piece
 *     of it that is taken, so that a large one may take as long as it moves
 * @param bodyTimeout for an answer in memory to be complete once it began; for a stream, for the next bytes to come
 * @param callTimeout for the whole call with all attempts and waits; no attempt begins later. The moving of a
 *     streamed body, either way, is not cut short by it, and fetching a token is a call of its own with its own time
 * @param maxResponseBytes largest answer in memory, after decompression
 * @param gzip whether to ask for compressed answers
 * @param userAgent how we present ourselves
 */
public record HttpSettings(
        @Nullable HttpClient httpClient,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration bodyTimeout,
        Duration callTimeout,
        int maxResponseBytes,
        boolean gzip,
        String userAgent) {

    /** The longest time-out: waits are counted in nanoseconds, which end after 292 years. */
    private static final Duration FOREVER = Duration.ofDays(36_500);

    /**
     * Makes limits; time-outs beyond a hundred years are cut to that.
     *
     * @param httpClient the host's own client, or null for the SDK's; it must not follow redirects, the SDK does
     * @param connectTimeout for a connection to be made; of no effect on a client of the host
     * @param requestTimeout from sending until the answer begins, for each attempt; a streamed body has it anew with each
     *     piece of it that is taken, so that a large one may take as long as it moves
     * @param bodyTimeout for an answer in memory to be complete once it began; for a stream, for the next bytes to
     *     come
     * @param callTimeout for the whole call with all attempts and waits; no attempt begins later. The moving of a
     *     streamed body, either way, is not cut short by it
     * @param maxResponseBytes largest answer in memory, after decompression
     * @param gzip whether to ask for compressed answers
     * @param userAgent how we present ourselves
     * @throws IllegalArgumentException when a time-out or the cap is not above zero, the client follows redirects, or a header
     *     cannot carry {@code userAgent}
     */
    public HttpSettings {
        connectTimeout = timeout("connectTimeout", connectTimeout);
        requestTimeout = timeout("requestTimeout", requestTimeout);
        bodyTimeout = timeout("bodyTimeout", bodyTimeout);
        callTimeout = timeout("callTimeout", callTimeout);
        if (maxResponseBytes < 1) {
            throw new IllegalArgumentException("maxResponseBytes must be 1 or more: " + maxResponseBytes);
        }
        if (httpClient != null && !followsNoRedirects(httpClient)) {
            throw new IllegalArgumentException("httpClient must not follow redirects");
        }
        if (!isUserAgent(userAgent)) {
            throw new IllegalArgumentException("userAgent must be one line of text that a header can carry");
        }
    }

    /**
     * Whether a text can be sent as the User-Agent header.
     *
     * @param text the text
     * @return true for one line that is not blank and holds no character beyond Latin-1
     */
    public static boolean isUserAgent(String text) {
        return !text.isBlank() && CallHeaders.isSendable(text);
    }

    /**
     * Whether a client leaves redirects to the SDK. One that follows them itself carries our credentials to wherever they
     * lead.
     *
     * @param client a host's client
     * @return true for {@code Redirect.NEVER}, the JDK's default
     */
    public static boolean followsNoRedirects(HttpClient client) {
        return client.followRedirects() == HttpClient.Redirect.NEVER;
    }

    static Duration timeout(String name, Duration given) {
        if (given.isZero() || given.isNegative()) {
            throw new IllegalArgumentException(name + " must be more than zero: " + given);
        }
        return given.compareTo(FOREVER) > 0 ? FOREVER : given;
    }

    /**
     * What suits most systems.
     *
     * @return connect 10 s, request 30 s, body 60 s, call 2 min, 32 MiB, compressed
     */
    public static HttpSettings standard() {
        return new HttpSettings(
                null,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofMinutes(2),
                32 << 20,
                true,
                "contentconnect-sdk");
    }
}
