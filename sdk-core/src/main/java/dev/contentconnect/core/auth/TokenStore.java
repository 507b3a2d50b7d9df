package dev.contentconnect.core.auth;

import dev.contentconnect.core.config.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
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
     * Forgets a refresh token that the system turned away, unless another has taken its place meanwhile. Compares and clears
     * in two steps; a store that several processes share should do it in one, or lock in {@link #exclusively}.
     *
     * @param refused the token that was turned away
     */
    default void clear(Secret refused) {
        if (load().filter(refused::equals).isPresent()) {
            clear();
        }
    }

    /**
     * Does something while nobody else who shares this store does. Loading, refreshing and saving run in it, so that no two
     * of them use one refresh token: many systems take its second use for theft and end the login. Runs at once unless an
     * implementation locks; one that several processes share should, with a lock that ends with its holder.
     *
     * @param work makes one or two requests
     * @param <T> its result
     * @return what the work gave
     * @throws InterruptedException when the thread is interrupted while it waits for its turn
     */
    default <T> T exclusively(Supplier<T> work) throws InterruptedException {
        return work.get();
    }

    /**
     * A store in a file that only its owner may read, where the file system knows owners. The token stands there as plain
     * text: keep it where you would keep a private key. A new token takes the place of the old one in one step, on disk
     * before {@link #save} returns. Any number of processes of one machine may share the file: they wait for each other, each
     * for a minute at most, in case another has stopped in the middle.
     *
     * @param file the file; its folder is made, for its owner alone, where it does not exist. A file for locks appears beside
     *     the file
     * @return the store; throws {@code UncheckedIOException} where the file cannot be read or written
     */
    static TokenStore file(Path file) {
        return new FileTokenStore(file);
    }

    /**
     * A store in memory, gone with the process.
     *
     * @param first the refresh token to begin with, or null
     * @return the store
     */
    static TokenStore inMemory(@Nullable Secret first) {
        AtomicReference<@Nullable Secret> held = new AtomicReference<>(first);
        ReentrantLock turn = new ReentrantLock();
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
            public <T> T exclusively(Supplier<T> work) throws InterruptedException {
                turn.lockInterruptibly();
                try {
                    return work.get();
                } finally {
                    turn.unlock();
                }
            }

            @Override
            public String toString() {
                return "TokenStore in memory";
            }
        };
    }
}
