package dev.contentconnect.core.http;

import dev.contentconnect.core.internal.Threads;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The process's own clients, one pair for each connect timeout in use: on JDK 17 a client cannot be closed, so there must
 * never be one a connector.
 *
 * <p>The light one runs its tasks on the thread that watches the sockets: nothing of ours blocks there (bodies are only
 * collected; decoding happens on the caller's thread), and a small answer then costs about half the CPU, most of which
 * went into hand-offs between threads. The heavy one has threads, for bodies that are read from disk while they are sent.
 */
final class HttpClients {
    private static final ConcurrentHashMap<Duration, HttpClient> LIGHT = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Duration, HttpClient> HEAVY = new ConcurrentHashMap<>();

    private HttpClients() {}

    static HttpClient light(Duration connectTimeout) {
        return LIGHT.computeIfAbsent(connectTimeout, timeout -> make(timeout, Runnable::run));
    }

    static HttpClient heavy(Duration connectTimeout) {
        return HEAVY.computeIfAbsent(connectTimeout, timeout -> make(timeout, Threads.shared()));
    }

    private static HttpClient make(Duration connectTimeout, Executor executor) {
        return HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(executor)
                .build();
    }
}
