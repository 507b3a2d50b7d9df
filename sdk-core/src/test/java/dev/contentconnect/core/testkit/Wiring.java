package dev.contentconnect.core.testkit;

import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.spi.ConnectorConfigBuilder;
import java.time.Duration;

/**
 * The common options under which the contract measures a connector: a fake clock, three attempts, and limits small enough
 * to be hit.
 *
 * @param clock waits without waiting
 * @param requestTimeout how long an answer may take to begin, in real time
 */
public record Wiring(FakeClock clock, Duration requestTimeout) {
    /** No answer in memory may be larger. */
    public static final int MAX_RESPONSE_BYTES = 256 << 10;

    /** How long an answer may take to begin where a test is about that. */
    public static final Duration SHORT_TIMEOUT = Duration.ofMillis(300);

    private static final Duration PATIENT = Duration.ofSeconds(30);

    /** A body that takes longer is given up. */
    public static final Duration BODY_TIMEOUT = Duration.ofMillis(600);

    /**
     * The options with time enough for a busy machine to begin its answers.
     *
     * @param clock waits without waiting
     */
    public Wiring(FakeClock clock) {
        this(clock, PATIENT);
    }

    /**
     * Puts the options into a connector's builder.
     *
     * @param builder the builder; the subclass adds address and credentials
     * @param <B> its type
     * @return the same builder
     */
    public <B extends ConnectorConfigBuilder<B>> B apply(B builder) {
        return builder.time(clock)
                .retry(RetryPolicy.standard().jitter(() -> 0.5))
                .maxResponseBytes(MAX_RESPONSE_BYTES)
                .requestTimeout(requestTimeout)
                .bodyTimeout(BODY_TIMEOUT);
    }
}
