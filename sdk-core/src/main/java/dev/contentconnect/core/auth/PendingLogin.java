package dev.contentconnect.core.auth;

import dev.contentconnect.core.config.Secret;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login that was begun. Keep it where only the same person's browser leads back to it, as a rule in the web session, and
 * drop it once it was completed. It holds no connection and may be rebuilt from its parts.
 *
 * @param address where to send the person's browser
 * @param state the text that must come back with the person
 * @param verifier what proves to the system that the login is ours; null without PKCE
 * @param expiresAt until when it can be completed
 */
public record PendingLogin(
        URI address, Secret state, @Nullable Secret verifier, Instant expiresAt) {

    /** The end only: the address holds the state. */
    @Override
    public String toString() {
        return "PendingLogin[until " + expiresAt + "]";
    }
}
