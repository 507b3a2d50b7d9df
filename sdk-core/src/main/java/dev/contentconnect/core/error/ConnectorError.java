package dev.contentconnect.core.error;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a call failed: a closed set, because a flow does something different for each. A vendor's own codes are data in
 * {@link #trace()}.
 */
public sealed interface ConnectorError extends Serializable {

    /**
     * What to tell support.
     *
     * @return system, operation, status, vendor code, request id and attempts
     */
    Trace trace();

    /**
     * The kind, for a {@code switch}.
     *
     * @return one constant for each record below
     */
    ErrorKind kind();

    /**
     * Whether the same call may succeed later without a change on our side.
     *
     * @return true for throttled, unavailable, timed out, and an answer that was cut off; for a write, look before repeating
     *     unless {@link Trace#delivery()} proves that nothing arrived
     */
    default boolean retryable() {
        return false;
    }

    /**
     * The same kind with another trace.
     *
     * @param trace what to tell support
     * @return a copy
     */
    ConnectorError with(Trace trace);

    /**
     * The credential is missing, wrong or no longer valid, also after one refresh.
     *
     * @param trace what to tell support
     */
    record Unauthenticated(Trace trace) implements ConnectorError {
        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public ConnectorError with(Trace other) {
            return new Unauthenticated(other);
        }
    }

    /**
     * The credential is good and may not do this.
     *
     * @param trace what to tell support
     */
    record Forbidden(Trace trace) implements ConnectorError {
        @Override
        public ErrorKind kind() {
            return ErrorKind.FORBIDDEN;
        }

        @Override
        public ConnectorError with(Trace other) {
            return new Forbidden(other);
        }
    }

    /**
     * There is no such object, or this credential may not know of it.
     *
     * @param trace what to tell support
     */
    record NotFound(Trace trace) implements ConnectorError {
        @Override
        public ErrorKind kind() {
            return ErrorKind.NOT_FOUND;
        }

        @Override
        public ConnectorError with(Trace other) {
            return new NotFound(other);
        }
    }

    /**
     * The object is not in the state that the call needs, or somebody else was faster. Read it again, then decide.
     *
     * @param trace what to tell support
     */
    record Conflict(Trace trace) implements ConnectorError {
        @Override
        public ErrorKind kind() {
            return ErrorKind.CONFLICT;
        }

        @Override
        public ConnectorError with(Trace other) {
            return new Conflict(other);
        }
    }

    /**
     * The system understood the request and says that it is wrong, or this SDK knows that it would be. Repeating it does not help.
     *
     * @param trace what to tell support
     */
    record Rejected(Trace trace) implements ConnectorError {
        @Override
        public ErrorKind kind() {
            return ErrorKind.REJECTED;
        }

        @Override
        public ConnectorError with(Trace other) {
            return new Rejected(other);
        }
    }

    /**
     * The system asked us to slow down.
     *
     * @param trace what to tell support
     * @param retryAfter how long it asked us to wait; null when it did not say
     */
    record RateLimited(Trace trace, @Nullable Duration retryAfter) implements ConnectorError {
        @Override
        public ErrorKind kind() {
            return ErrorKind.RATE_LIMITED;
        }

        @Override
        public boolean retryable() {
            return true;
        }

        @Override
        public ConnectorError with(Trace other) {
            return new RateLimited(other, retryAfter);
        }
    }

    /**
     * The system could not be reached, broke the connection, or says that it is out of order.
     *
     * @param trace what to tell support
     * @param retryAfter how long it asked us to wait; null when it did not say
     */
    record Unavailable(Trace trace, @Nullable Duration retryAfter) implements ConnectorError {
        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAVAILABLE;
        }

        @Override
        public boolean retryable() {
            return true;
        }

        @Override
        public ConnectorError with(Trace other) {
            return new Unavailable(other, retryAfter);
        }
    }

    /**
     * No complete answer within the time the caller allows.
     *
     * @param trace what to tell support
     */
    record TimedOut(Trace trace) implements ConnectorError {
        @Override
        public ErrorKind kind() {
            return ErrorKind.TIMED_OUT;
        }

        @Override
        public boolean retryable() {
            return true;
        }

        @Override
        public ConnectorError with(Trace other) {
            return new TimedOut(other);
        }
    }

    /**
     * The answer is not what the system's documentation describes: not JSON, cut off, nested too deep, or too large.
     *
     * @param trace what to tell support
     * @param cutOff whether the connection ended before the answer did, which may go better the next time
     */
    record Undecodable(Trace trace, boolean cutOff) implements ConnectorError {
        /**
         * An answer that was complete.
         *
         * @param trace what to tell support
         */
        public Undecodable(Trace trace) {
            this(trace, false);
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNDECODABLE;
        }

        @Override
        public boolean retryable() {
            return cutOff;
        }

        @Override
        public ConnectorError with(Trace other) {
            return new Undecodable(other, cutOff);
        }
    }

    /**
     * The caller was interrupted, or gave up. The interrupt flag is still set.
     *
     * @param trace what to tell support
     */
    record Cancelled(Trace trace) implements ConnectorError {
        @Override
        public ErrorKind kind() {
            return ErrorKind.CANCELLED;
        }

        @Override
        public ConnectorError with(Trace other) {
            return new Cancelled(other);
        }
    }
}
