package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.internal.Redaction;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.StateException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of an item that failed. Pure, but for the jitter. */
final class FailureRules {
    private static final int MAX_REASON = 500;

    private final FeedOptions options;

    FailureRules(FeedOptions options) {
        this.options = options;
    }

    /**
     * What to do.
     *
     * @param park whether to put the item aside
     * @param failures the count to remember otherwise
     * @param delay how long to wait otherwise
     * @param reason what went wrong
     */
    record Verdict(boolean park, int failures, Duration delay, String reason) {}

    Verdict judge(InboxItem item, Throwable failure, Instant now) {
        return isWeather(failure) ? weather(item, failure, now) : counted(item, failure);
    }

    private Verdict weather(InboxItem item, Throwable failure, Instant now) {
        Instant first = item.firstFailedAt() == null ? now : item.firstFailedAt();
        Duration since = Duration.between(first, now);
        if (since.compareTo(options.giveUpAfter()) >= 0) {
            return new Verdict(true, item.failures(), Duration.ZERO, reason("given up after " + since + ": ", failure));
        }
        // How often it rained is not counted; how long is known, and doubles with each doubled wait.
        long ratio =
                Math.max(0, since.toMillis()) / Math.max(1, options.firstDelay().toMillis());
        int step = 1 + (Long.SIZE - Long.numberOfLeadingZeros(ratio));
        return new Verdict(
                false, item.failures(), options.backoff().delay(step, retryAfter(failure)), reason("", failure));
    }

    private Verdict counted(InboxItem item, Throwable failure) {
        int failures = item.failures() + 1;
        boolean park = failures >= options.attempts() || isNotOffered(failure);
        return new Verdict(
                park, failures, park ? Duration.ZERO : options.backoff().delay(failures, null), reason("", failure));
    }

    /** Whether the failure says something about a system rather than about the item. */
    static boolean isWeather(Throwable failure) {
        if (failure instanceof ConnectorException e) {
            return e.error().retryable()
                    || e.kind() == ErrorKind.UNAUTHENTICATED
                    // Somebody interrupted the call.
                    || e.kind() == ErrorKind.CANCELLED;
        }
        return failure instanceof InterruptedException || (failure instanceof StateException e && e.retryable());
    }

    /** What a system lacks today it lacks at the next attempt. */
    private static boolean isNotOffered(Throwable failure) {
        return failure instanceof ConnectorException e
                && e.kind() == ErrorKind.REJECTED
                && NotOffered.CODE.equals(e.error().trace().vendorCode());
    }

    static @Nullable Duration retryAfter(Throwable failure) {
        if (failure instanceof ConnectorException e) {
            if (e.error() instanceof ConnectorError.RateLimited limited) {
                return limited.retryAfter();
            }
            if (e.error() instanceof ConnectorError.Unavailable unavailable) {
                return unavailable.retryAfter();
            }
        }
        return null;
    }

    static String reason(String prefix, Throwable failure) {
        String message = failure.getMessage();
        String text = failure instanceof ConnectorException
                ? String.valueOf(message)
                : failure.getClass().getName() + (message == null ? "" : ": " + message);
        return Redaction.clean(prefix + text, MAX_REASON);
    }
}
