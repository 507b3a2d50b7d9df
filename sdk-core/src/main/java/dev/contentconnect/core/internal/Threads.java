package dev.contentconnect.core.internal;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The SDK's few threads of its own: daemons, made when first needed, gone after a minute without work. */
public final class Threads {
    private Threads() {}

    /**
     * Threads for work that may block.
     *
     * @return an executor that never refuses; what runs on it is bounded by those who submit
     */
    public static Executor shared() {
        return Shared.POOL;
    }

    /**
     * Waits for a value that is being made elsewhere.
     *
     * @param future the value
     * @param system for the message when the wait is interrupted
     * @param operation for the message when the wait is interrupted
     * @param <T> its type
     * @return the value
     * @throws ConnectorException Cancelled when interrupted, with the flag kept; else what the maker threw
     */
    public static <T> T await(CompletableFuture<T> future, String system, String operation) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw LocalErrors.of(system).interrupted(operation, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * Makes a thread the SDK's own: a daemon that does not keep the application alive, or in memory, which happened to be the
     * first to need it.
     *
     * @param thread not started yet
     * @return the same thread
     */
    public static Thread owned(Thread thread) {
        thread.setDaemon(true);
        thread.setContextClassLoader(Threads.class.getClassLoader());
        return thread;
    }

    private static final class Shared {
        private static final AtomicInteger COUNT = new AtomicInteger();
        private static final ExecutorService POOL = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "contentconnect-" + COUNT.incrementAndGet());
            return owned(thread);
        });
    }
}
