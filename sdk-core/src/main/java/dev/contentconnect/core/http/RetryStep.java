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
    private final @Nullable RateGate gate;

    RetryStep(
            String system,
            RetryPolicy policy,
            ErrorDecoder errors,
            TimeSource time,
            Observers observers,
            @Nullable RateGate gate) {
        this.system = system;
        this.policy = policy;
        this.errors = errors;
        this.time = time;
        this.observers = observers;
        this.gate = gate;
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
                tellGate(error);
                if (error == null) {
                    policy.quota().give();
                    return new Outcome(reply.to(call), attempt);
                }
                failure = new ConnectorException(error);
            } catch (ConnectorException e) {
                failure = call.presented().masking().of(e);
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
            ConnectorError found = found(call, reply);
            error = found == null ? null : call.presented().masking().of(found, reply, clean -> found(call, clean));
            read = true;
            return error;
        } finally {
            // Also when a decoder throws: nobody else would release the connection.
            if (error != null || !read) {
                reply.close();
            }
        }
    }

    private @Nullable ConnectorError found(HttpCall call, HttpReply reply) {
        Trace trace = Traces.of(system, call, reply);
        if (call.accepts(reply.status())) {
            return errors.failureIn(trace, reply);
        }
        return reply.status() == HttpErrors.PROXY
                ? HttpErrors.byProxy(trace)
                : Redirects.explained(call, reply, errors.decode(trace, reply));
    }

    /** Not every system throttles with 429: what it means is known once it was read. */
    private void tellGate(@Nullable ConnectorError error) {
        if (gate == null) {
            return;
        }
        if (error instanceof ConnectorError.RateLimited limited) {
            gate.throttled(limited.retryAfter());
        } else {
            gate.succeeded();
        }
    }

    private boolean mayRepeat(HttpCall call, ConnectorException failure) {
        ConnectorError error = failure.error();
        HttpBody body = call.body();
        if (!isOf(call, error) || !error.retryable() || (body != null && !body.isRepeatable())) {
            return false;
        }
        return call.effect() != Effect.UNSAFE || isNotCarriedOut(error);
    }

    /**
     * What another call failed with, the one for a token or for content that comes from elsewhere, that call has repeated as
     * often as it should.
     */
    private boolean isOf(HttpCall call, ConnectorError error) {
        Trace trace = error.trace();
        return trace.system().equals(system) && trace.operation().equals(call.operation());
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

    private ConnectorException last(
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
