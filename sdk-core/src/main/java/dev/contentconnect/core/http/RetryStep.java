package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.observe.CallInfo;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns answers that are failures into errors, and repeats the call where that is safe and likely to help. */
final class RetryStep {
    private final String system;
    private final RetryPolicy policy;
    private final ErrorDecoder errors;
    private final TimeSource time;
    private final Observers observers;

    RetryStep(String system, RetryPolicy policy, ErrorDecoder errors, TimeSource time, Observers observers) {
        this.system = system;
        this.policy = policy;
        this.errors = errors;
        this.time = time;
        this.observers = observers;
    }

    /** An answer and how many attempts it took. */
    record Outcome(HttpReply reply, int attempts) {}

    Outcome run(HttpCall call, CallInfo info, HttpStep.Next attempts) {
        List<ConnectorException> earlier = new ArrayList<>(0);
        for (int attempt = 1; ; attempt++) {
            ConnectorException failure;
            observers.attempting(info, attempt);
            try {
                HttpReply reply = attempts.proceed(call);
                ConnectorError error = failureIn(call, reply);
                if (error == null) {
                    policy.quota().give();
                    return new Outcome(reply, attempt);
                }
                failure = new ConnectorException(error);
            } catch (ConnectorException e) {
                failure = e;
            }
            Duration wait = policy.delay(attempt, hint(failure.error()));
            if (!mayRepeat(call, failure) || attempt >= policy.maxAttempts() || !fits(call, wait)) {
                throw last(call, failure, attempt, earlier);
            }
            if (!policy.quota().take()) {
                throw last(call, failure, attempt, earlier);
            }
            earlier.add(failure);
            observers.retrying(info, attempt, failure.error(), wait);
            pause(call, wait, attempt, earlier);
        }
    }

    private @Nullable ConnectorError failureIn(HttpCall call, HttpReply reply) {
        @Nullable ConnectorError error = null;
        boolean read = false;
        try {
            Trace trace = Traces.of(system, call, reply);
            error = call.accepts(reply.status()) ? errors.failureIn(trace, reply) : errors.decode(trace, reply);
            read = true;
            return error;
        } finally {
            // Also when a decoder throws: nobody else would release the connection.
            if (error != null || !read) {
                reply.close();
            }
        }
    }

    private static boolean mayRepeat(HttpCall call, ConnectorException failure) {
        ConnectorError error = failure.error();
        boolean passing = error.retryable() || WireFailures.isCutOff(failure);
        HttpBody body = call.body();
        if (!isOf(call, error) || !passing || (body != null && !body.isRepeatable())) {
            return false;
        }
        return call.effect() != Effect.UNSAFE || isNotCarriedOut(error);
    }

    /** What another call failed with, as a rule the one for a token, that call has repeated as often as it should. */
    private static boolean isOf(HttpCall call, ConnectorError error) {
        return error.trace().operation().equals(call.operation());
    }

    /** A throttled request was turned away at the door: that is proof as well. */
    private static boolean isNotCarriedOut(ConnectorError error) {
        return error.kind() == ErrorKind.RATE_LIMITED || error.trace().delivery() == Delivery.NOT_SENT;
    }

    private boolean fits(HttpCall call, Duration wait) {
        return call.deadline() == Long.MAX_VALUE || time.nanoTime() + wait.toNanos() - call.deadline() < 0;
    }

    private void pause(HttpCall call, Duration wait, int attempt, List<ConnectorException> earlier) {
        try {
            time.sleep(wait);
        } catch (InterruptedException e) {
            throw last(call, LocalErrors.of(system).interrupted(call.operation(), e), attempt, earlier);
        }
    }

    private static @Nullable Duration hint(ConnectorError error) {
        if (error instanceof ConnectorError.RateLimited limited) {
            return limited.retryAfter();
        }
        return error instanceof ConnectorError.Unavailable unavailable ? unavailable.retryAfter() : null;
    }

    private static ConnectorException last(
            HttpCall call, ConnectorException failure, int attempts, List<ConnectorException> earlier) {
        ConnectorError error = failure.error();
        Trace trace = isOf(call, error) ? error.trace().withAttempts(attempts) : error.trace();
        boolean arrived = earlier.stream().anyMatch(one -> !isNotCarriedOut(one.error()));
        if (arrived && trace.delivery() == Delivery.NOT_SENT) {
            trace = trace.withDelivery(Delivery.UNKNOWN);
        }
        ConnectorException out = new ConnectorException(error.with(trace), failure.getCause());
        earlier.forEach(out::addSuppressed);
        for (Throwable attempt : failure.getSuppressed()) {
            out.addSuppressed(attempt);
        }
        return out;
    }
}
