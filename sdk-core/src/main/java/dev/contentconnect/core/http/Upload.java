package dev.contentconnect.core.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Sends a body that is read while it is sent. The JDK's request timeout would count the sending, so that a large file on an
 * ordinary line could never arrive; here the time counts from the moment bytes last moved.
 */
final class Upload {
    private Upload() {}

    /** Whoever is answered waits no longer here: the body of the answer has limits of its own. */
    static <T> HttpResponse<T> send(
            HttpClient client,
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            BodyPublishing body,
            BooleanSupplier answered,
            Duration patience)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, handler);
        try {
            while (true) {
                long left = left(body, patience);
                try {
                    return answer.get(left > 0 ? left : patience.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (left(body, patience) <= 0 && !answered.getAsBoolean()) {
                        throw new HttpTimeoutException("no byte moved in time");
                    }
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static long left(BodyPublishing body, Duration patience) {
        return body.movedAt() + patience.toNanos() - System.nanoTime();
    }
}
