package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When to poll next. Safe for several threads. */
final class PollPace {
    private static final Duration FIRST_LOOK = Duration.ofMillis(10);

    private final FeedOptions options;
    private final TimeSource time;
    private long due;
    private int failures;
    private int full;
    private @Nullable String failure;
    private boolean hinted;

    PollPace(FeedOptions options) {
        this.options = options;
        this.time = options.time();
        this.due = time.nanoTime();
    }

    synchronized Duration wait(Duration most) {
        Duration left = Duration.ofNanos(due - time.nanoTime());
        return left.compareTo(most) > 0 ? most : left;
    }

    synchronized boolean isDue() {
        return due - time.nanoTime() <= 0;
    }

    /** Why the last poll failed; null when it went well. */
    synchronized @Nullable String failure() {
        return failure;
    }

    /** Notes that the system is asked now: what it says of the next moment is not in its answer. */
    synchronized void asks() {
        hinted = false;
    }

    synchronized void polled(Intake.Polled polled) {
        failures = 0;
        failure = null;
        full = polled == Intake.Polled.FULL ? full + 1 : 0;
        in(
                switch (polled) {
                    case MORE -> Duration.ZERO;
                    case QUIET -> hinted ? Duration.ZERO : options.interval();
                    case FULL -> untilNextLook();
                    case ELSEWHERE ->
                        options.interval().compareTo(options.hold()) < 0 ? options.interval() : options.hold();
                });
    }

    /** Notes a failure and says how long to wait. */
    synchronized Duration failed(RuntimeException cause) {
        failures++;
        failure = FailureRules.reason("", cause);
        full = 0;
        Duration wait = patience(cause);
        in(wait);
        return wait;
    }

    /** Polls now, or again when a poll is under way, unless the system or the store is in trouble. */
    synchronized void hint() {
        hinted = true;
        if (failures == 0) {
            in(Duration.ZERO);
        }
    }

    /** Whether it pauses until less is waiting. */
    synchronized boolean isFull() {
        return full > 0;
    }

    /** Ends that pause. */
    synchronized void roomAgain() {
        full = 0;
        in(Duration.ZERO);
    }

    /** Other hosts may take what waits here, unnoticed: soon at first, and less and less often where nothing moves. */
    private Duration untilNextLook() {
        Duration soon = FIRST_LOOK.multipliedBy(1L << Math.min(full - 1, 10));
        return soon.compareTo(options.lookEvery()) < 0 ? soon : options.lookEvery();
    }

    private Duration patience(RuntimeException cause) {
        if (FailureRules.isWeather(cause)) {
            return options.backoff().delay(failures, FailureRules.retryAfter(cause));
        }
        // A cursor that is no cursor, or a mistake in the feed: nothing that soon goes away by itself.
        return options.maxDelay();
    }

    private void in(Duration wait) {
        due = time.nanoTime() + wait.toNanos();
    }

    /** Whether another host was faster, which is no failure. */
    static boolean isLost(RuntimeException e) {
        return e instanceof StateException state
                && (state.reason() == StateException.Reason.FENCED || state.reason() == StateException.Reason.CONFLICT);
    }

    static boolean isCancelled(RuntimeException e) {
        return e instanceof ConnectorException cancelled && cancelled.kind() == ErrorKind.CANCELLED;
    }
}
