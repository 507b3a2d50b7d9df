package dev.contentconnect.examples.observability;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.observe.CallInfo;
import dev.contentconnect.core.observe.CallListener;
import dev.contentconnect.core.observe.CallResult;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Makes observations of calls: {@value #CALL} for each call of a connector, and below it {@value #REQUEST} for each request
 * that it takes. With a meter handler they are timers, with a tracing handler spans. Give it to every connector; safe for
 * several threads.
 *
 * <p>The attributes of a request are those of the OpenTelemetry semantic conventions for HTTP clients, stable since version
 * 1.23, without {@code url.full}: addresses may be signed. One that is not known has the value {@code none}, because meters
 * of one name have to have the same tags.
 *
 * <p>The system is not told of the trace: no header is sent along.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/http/http-metrics/">HTTP metrics</a>
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/http/http-spans/">HTTP spans</a>
 */
public final class ObservedCalls implements CallListener {
    /** A call, all attempts and waits included. */
    public static final String CALL = "contentconnect.call";

    /** A request: one attempt. */
    public static final String REQUEST = "http.client.request.duration";

    private final ObservationRegistry registry;

    @SuppressWarnings("ThreadLocalUsage") // not static: what one listener has begun is no business of another
    private final ThreadLocal<Deque<OpenCall>> underway = new ThreadLocal<>();

    /**
     * A listener.
     *
     * @param registry where observations go
     */
    public ObservedCalls(ObservationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void started(CallInfo call) {
        Deque<OpenCall> calls = underway.get();
        if (calls == null) {
            calls = new ArrayDeque<>(2);
            underway.set(calls);
        }
        Observation observation = Observation.createNotStarted(CALL, registry)
                .contextualName(call.system() + " " + call.operation())
                .lowCardinalityKeyValue("contentconnect.system", call.system())
                .lowCardinalityKeyValue("contentconnect.operation", call.operation());
        calls.push(new OpenCall(call, new Timed(observation)));
    }

    @Override
    public void attempting(CallInfo call, int attempt) {
        OpenCall current = current(call);
        if (current != null) {
            current.attempt = new Timed(RequestContext.observation(registry, call, attempt));
        }
    }

    @Override
    public void retrying(CallInfo call, int attempt, ConnectorError error, Duration wait) {
        OpenCall current = current(call);
        if (current != null) {
            current.endAttempt(status(call, error), type(call, error), new ConnectorException(error));
            current.call.observation().event(Observation.Event.of("retry", "retry after " + word(error)));
        }
    }

    @Override
    public void succeeded(CallInfo call, CallResult result) {
        OpenCall done = end(call);
        if (done != null) {
            done.endAttempt(String.valueOf(result.status()), KeyValue.NONE_VALUE, null);
            done.call.end(KeyValue.NONE_VALUE, null);
        }
    }

    @Override
    public void failed(CallInfo call, ConnectorError error, Duration elapsed) {
        OpenCall done = end(call);
        if (done != null) {
            ConnectorException failure = new ConnectorException(error);
            done.endAttempt(status(call, error), type(call, error), failure);
            String requestId = error.trace().requestId();
            if (requestId != null) {
                done.call.observation().highCardinalityKeyValue("contentconnect.request_id", requestId);
            }
            done.call.end(word(error), failure);
        }
    }

    @Override
    public void broke(CallInfo call, Throwable mistake, Duration elapsed) {
        OpenCall done = end(call);
        if (done != null) {
            String type = mistake.getClass().getName();
            done.endAttempt(KeyValue.NONE_VALUE, type, mistake);
            done.call.end(type, mistake);
        }
    }

    /** The call a notice is about: calls are nested, so it is the innermost one. */
    @SuppressWarnings("ReferenceEquality") // two calls may look alike, one inside the other
    private @Nullable OpenCall current(CallInfo call) {
        Deque<OpenCall> calls = underway.get();
        OpenCall top = calls == null ? null : calls.peek();
        return top != null && top.info == call ? top : null;
    }

    private @Nullable OpenCall end(CallInfo call) {
        OpenCall current = current(call);
        Deque<OpenCall> calls = underway.get();
        if (current != null && calls != null) {
            calls.pop();
            if (calls.isEmpty()) {
                underway.remove();
            }
        }
        return current;
    }

    private static String word(ConnectorError error) {
        return error.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String type(CallInfo call, ConnectorError error) {
        String status = status(call, error);
        boolean refused = isOf(call, error) && error.trace().status() >= 400;
        return refused ? status : word(error);
    }

    private static String status(CallInfo call, ConnectorError error) {
        int status = error.trace().status();
        return isOf(call, error) && status > 0 ? String.valueOf(status) : KeyValue.NONE_VALUE;
    }

    /** What a nested call failed with, the one for a token, is no answer to this one. */
    private static boolean isOf(CallInfo call, ConnectorError error) {
        Trace trace = error.trace();
        return trace.operation().equals(call.operation());
    }

    /** An observation that is the current one of its thread until it ends. */
    private static final class Timed {
        private final Observation observation;
        private final Observation.Scope scope;

        Timed(Observation observation) {
            this.observation = observation.start();
            this.scope = observation.openScope();
        }

        Observation observation() {
            return observation;
        }

        void end(String errorType, @Nullable Throwable error) {
            observation.lowCardinalityKeyValue("error.type", errorType);
            if (error != null) {
                observation.error(error);
            }
            scope.close();
            observation.stop();
        }
    }

    private static final class OpenCall {
        private final CallInfo info;
        private final Timed call;
        private @Nullable Timed attempt;

        OpenCall(CallInfo info, Timed call) {
            this.info = info;
            this.call = call;
        }

        void endAttempt(String status, String errorType, @Nullable Throwable error) {
            Timed ending = attempt;
            attempt = null;
            if (ending != null) {
                ending.observation().lowCardinalityKeyValue("http.response.status_code", status);
                ending.end(errorType, error);
            }
        }
    }
}
