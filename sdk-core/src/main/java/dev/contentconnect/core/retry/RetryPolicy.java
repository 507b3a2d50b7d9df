package dev.contentconnect.core.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How failed calls are repeated: exponential back-off with full jitter, a hint of the server honoured within a ceiling,
 * and a quota that all calls share so that an outage is not multiplied. Immutable and safe for several threads.
 */
public final class RetryPolicy {
    private static final int MAX_SHIFT = 20;

    private final int maxAttempts;
    private final Duration baseDelay;
    private final Duration maxDelay;
    private final Duration retryAfterCeiling;
    private final RetryQuota quota;
    private final DoubleSupplier random;

    private RetryPolicy(
            int maxAttempts,
            Duration baseDelay,
            Duration maxDelay,
            Duration retryAfterCeiling,
            RetryQuota quota,
            DoubleSupplier random) {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be 1 or more: " + maxAttempts);
        }
        positive("baseDelay", baseDelay);
        positive("maxDelay", maxDelay);
        positive("retryAfterCeiling", retryAfterCeiling);
        this.maxAttempts = maxAttempts;
        this.baseDelay = baseDelay;
        this.maxDelay = maxDelay;
        this.retryAfterCeiling = retryAfterCeiling;
        this.quota = quota;
        this.random = random;
    }

    /**
     * What suits most systems.
     *
     * @return 3 attempts, delays drawn from 0 to 500 ms, 1 s, … up to 20 s, Retry-After honoured up to 60 s, and a quota
     *     of its own
     */
    public static RetryPolicy standard() {
        return new RetryPolicy(
                3,
                Duration.ofMillis(500),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                RetryQuota.standard(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Never repeats.
     *
     * @return one attempt
     */
    public static RetryPolicy none() {
        return standard().maxAttempts(1);
    }

    /**
     * The same policy with another number of attempts.
     *
     * @param count 1 or more, the first attempt included
     * @return a copy that shares the quota
     */
    public RetryPolicy maxAttempts(int count) {
        return new RetryPolicy(count, baseDelay, maxDelay, retryAfterCeiling, quota, random);
    }

    /**
     * The same policy with other delays.
     *
     * @param base upper bound of the first delay; doubles with each attempt
     * @param max upper bound of every delay
     * @return a copy that shares the quota
     */
    public RetryPolicy delays(Duration base, Duration max) {
        return new RetryPolicy(maxAttempts, base, max, retryAfterCeiling, quota, random);
    }

    /**
     * The same policy with another ceiling for what a server may ask.
     *
     * @param ceiling a longer Retry-After is cut to this
     * @return a copy that shares the quota
     */
    public RetryPolicy retryAfterCeiling(Duration ceiling) {
        return new RetryPolicy(maxAttempts, baseDelay, maxDelay, ceiling, quota, random);
    }

    /**
     * The same policy with another quota, for example one shared by several connectors.
     *
     * @param shared the quota
     * @return a copy
     */
    public RetryPolicy quota(RetryQuota shared) {
        return new RetryPolicy(maxAttempts, baseDelay, maxDelay, retryAfterCeiling, shared, random);
    }

    /**
     * The same policy with another source of jitter, for tests.
     *
     * @param source gives numbers from 0 up to, not including, 1
     * @return a copy that shares the quota
     */
    public RetryPolicy jitter(DoubleSupplier source) {
        return new RetryPolicy(maxAttempts, baseDelay, maxDelay, retryAfterCeiling, quota, source);
    }

    /**
     * How many attempts at most.
     *
     * @return 1 or more
     */
    public int maxAttempts() {
        return maxAttempts;
    }

    /**
     * The quota.
     *
     * @return shared by all calls under this policy and its copies
     */
    public RetryQuota quota() {
        return quota;
    }

    /**
     * How long to wait after a failed attempt.
     *
     * @param attempt the number of the attempt that failed, from 1
     * @param retryAfter the server's hint, or null
     * @return the hint within the ceiling, or a random part of the doubled delay
     */
    public Duration delay(int attempt, @Nullable Duration retryAfter) {
        if (retryAfter != null) {
            return retryAfter.compareTo(retryAfterCeiling) > 0 ? retryAfterCeiling : retryAfter;
        }
        Duration grown = baseDelay.multipliedBy(1L << Math.min(attempt - 1, MAX_SHIFT));
        Duration bound = grown.compareTo(maxDelay) > 0 ? maxDelay : grown;
        return Duration.ofNanos((long) (bound.toNanos() * random.getAsDouble()));
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be more than zero: " + value);
        }
    }
}
