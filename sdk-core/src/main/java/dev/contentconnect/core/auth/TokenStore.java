package dev.contentconnect.core.auth;

import dev.contentconnect.core.config.Secret;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a refresh token between runs. The host supplies it, because only the host knows where a secret is safe.
 * Implementations are safe for several threads.
 */
public interface TokenStore {

    /**
     * The refresh token to use next.
     *
     * @return the token, or nothing when somebody must log in first
     */
    Optional<Secret> load();

    /**
     * Replaces the refresh token, before the access token that came with it is used.
     *
     * @param refreshToken the new one
     */
    void save(Secret refreshToken);

    /** Forgets the refresh token: the system says that it is dead, and somebody must log in again. */
    void clear();

    /**
     * A store in memory, gone with the process.
     *
     * @param first the refresh token to begin with, or null
     * @return the store
     */
    static TokenStore inMemory(@Nullable Secret first) {
        AtomicReference<@Nullable Secret> held = new AtomicReference<>(first);
        return new TokenStore() {
            @Override
            public Optional<Secret> load() {
                return Optional.ofNullable(held.get());
            }

            @Override
            public void save(Secret refreshToken) {
                held.set(refreshToken);
            }

            @Override
            public void clear() {
                held.set(null);
            }

            @Override
            public String toString() {
                return "TokenStore in memory";
            }
        };
    }
}
