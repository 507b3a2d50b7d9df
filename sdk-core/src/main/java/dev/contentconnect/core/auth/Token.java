package dev.contentconnect.core.auth;

import dev.contentconnect.core.config.Secret;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What proves our identity on a request.
 *
 * @param headers names and secret values to send
 * @param expiresAt when it ends by our clock; null when it does not say
 */
public record Token(Map<String, Secret> headers, @Nullable Instant expiresAt) {

    /**
     * Makes a token; the map is copied.
     *
     * @param headers names and secret values to send
     * @param expiresAt when it ends by our clock; null when it does not say
     */
    public Token {
        headers = Map.copyOf(headers);
    }

    /**
     * A bearer token.
     *
     * @param value the token alone, without the word {@code Bearer}
     * @param expiresAt when it ends by our clock, or null
     * @return the token
     * @throws IllegalArgumentException when it is blank or holds a control character; the message does not repeat it
     */
    public static Token bearer(String value, @Nullable Instant expiresAt) {
        return new Token(
                Map.of("Authorization", Secret.of("Bearer " + Secret.of(value).reveal())), expiresAt);
    }

    /** Names of headers and the end; no values. */
    @Override
    public String toString() {
        return "Token" + headers.keySet() + (expiresAt == null ? "" : " until " + expiresAt);
    }
}
