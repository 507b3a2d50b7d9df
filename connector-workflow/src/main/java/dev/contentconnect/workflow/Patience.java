package dev.contentconnect.workflow;

import static dev.contentconnect.workflow.WorkflowConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits a little for a history that is written some seconds late. */
final class Patience {
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final TimeSource time;
    private final Duration limit;

    Patience(TimeSource time, Duration limit) {
        this.time = time;
        this.limit = limit;
    }

    /** Asks until there is an answer or patience ends. */
    <T> Optional<T> until(String operation, Supplier<Optional<T>> question) {
        long end = time.nanoTime() + limit.toNanos();
        Duration wait = FIRST_WAIT;
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent() || time.nanoTime() + wait.toNanos() - end > 0) {
                return answer;
            }
            pause(operation, wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        }
    }

    void pause(String operation, Duration wait) {
        try {
            time.sleep(wait);
        } catch (InterruptedException e) {
            throw REFUSED.interrupted(operation, e);
        }
    }

    /** The answer, or nothing when the system says that there is no such thing. */
    static <T> Optional<T> found(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether a write that failed may have taken effect all the same. */
    static boolean isAmbiguous(ConnectorException e) {
        boolean unclear = e.kind() == ErrorKind.UNAVAILABLE
                || e.kind() == ErrorKind.TIMED_OUT
                || e.kind() == ErrorKind.UNDECODABLE;
        return unclear && e.error().trace().delivery() != Delivery.NOT_SENT;
    }
}
