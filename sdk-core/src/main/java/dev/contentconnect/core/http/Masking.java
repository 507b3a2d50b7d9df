package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.internal.KnownSecrets;
import dev.contentconnect.core.json.JsonException;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes what we presented out of what a system says: out of an answer before it is read for its words, so that no cap can
 * cut a secret and leave a part of it, and out of the words that were read, where the answer had written it in another form.
 */
record Masking(KnownSecrets known) {
    private static final int MAX_CAUSES = 10;

    /** The same answer, without the secrets where it repeats them. */
    HttpReply of(HttpReply reply) {
        String text = reply.text();
        String masked = known.mask(text);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        reply.headers()
                .map()
                .forEach((name, values) ->
                        headers.put(name, values.stream().map(known::mask).toList()));
        if (masked.equals(text) && headers.equals(reply.headers().map())) {
            return reply;
        }
        byte[] body = masked.equals(text) ? reply.body() : masked.getBytes(StandardCharsets.UTF_8);
        return HttpReply.of(reply.uri(), reply.status(), HttpHeaders.of(headers, (name, value) -> true), body);
    }

    /**
     * A failure without them. What a decoder found in the answer it reads once more, out of the clean one; it is pure.
     *
     * @param error what was found in the answer as it came
     * @param read finds it
     */
    ConnectorError of(ConnectorError error, HttpReply reply, Function<HttpReply, @Nullable ConnectorError> read) {
        HttpReply clean = of(reply);
        ConnectorError again = clean == reply ? error : read.apply(clean);
        return error.with(of((again == null ? error : again).trace()));
    }

    Trace of(Trace trace) {
        Trace clean = new Trace(
                trace.system(),
                trace.operation(),
                trace.host(),
                trace.status(),
                trace.vendorCode() == null ? null : known.mask(trace.vendorCode()),
                known.mask(trace.message()),
                trace.requestId() == null ? null : known.mask(trace.requestId()),
                trace.attempts(),
                trace.delivery());
        return clean.equals(trace) ? trace : clean;
    }

    /** The same failure; another where its words, or those of a cause, hold a secret. */
    ConnectorException of(ConnectorException failure) {
        return (ConnectorException) of(failure, 0);
    }

    /** What the JDK throws may quote the answer, for example its first line. */
    private Throwable of(Throwable thrown, int depth) {
        Throwable cause = depth < MAX_CAUSES ? thrown.getCause() : null;
        Throwable cleanCause = cause == null ? null : of(cause, depth + 1);
        String message = String.valueOf(thrown.getMessage());
        String clean = known.mask(message);
        if (clean.equals(message) && cleanCause == cause) {
            return thrown;
        }
        Throwable out = like(thrown, clean, cleanCause);
        out.setStackTrace(thrown.getStackTrace());
        for (Throwable suppressed : thrown.getSuppressed()) {
            out.addSuppressed(depth < MAX_CAUSES ? of(suppressed, depth + 1) : suppressed);
        }
        return out;
    }

    private Throwable like(Throwable thrown, String message, @Nullable Throwable cause) {
        if (thrown instanceof ConnectorException failure) {
            ConnectorError error = failure.error();
            return new ConnectorException(error.with(of(error.trace())), cause);
        }
        if (thrown instanceof BodyCutOff) {
            return new BodyCutOff(cause == null ? new IOException(message) : cause);
        }
        if (thrown instanceof JsonException) {
            return new JsonException(message);
        }
        return new IOException(thrown.getClass().getSimpleName() + ": " + message, cause);
    }
}
