package dev.contentconnect.core.testkit;

import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.spi.ConnectorConfigBuilder;
import java.time.Duration;

/**
 * The common options under which the contract measures a connector: a fake clock, three attempts, and pages and limits
 * small enough to be hit.
 * Every {@link ContractSubject#connect} puts them into the builder of its configuration.
 */
public final class Wiring {
    /** No answer in memory may be larger. */
    public static final int MAX_RESPONSE_BYTES = 256 << 10;

    /** Items a request where the caller does not say: few, so that a feed or a look-up must turn pages. */
    public static final int PAGE_SIZE = 5;

    /** How long an answer may take to begin where a test is about that. */
    public static final Duration SHORT_TIMEOUT = Duration.ofMillis(300);

    /** A body that takes longer is given up. */
    public static final Duration BODY_TIMEOUT = Duration.ofMillis(600);

    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final FakeClock clock;
    private final Duration requestTimeout;
    private boolean applied;

    /**
     * The options with time enough for a busy machine to begin its answers.
     *
     * @param clock waits without waiting
     */
    public Wiring(FakeClock clock) {
        this(clock, PATIENT);
    }

    /**
     * The options.
     *
     * @param clock waits without waiting
     * @param requestTimeout how long an answer may take to begin, in real time
     */
    public Wiring(FakeClock clock, Duration requestTimeout) {
        this.clock = clock;
        this.requestTimeout = requestTimeout;
    }

    /**
     * Puts the options into a connector's builder.
     *
     * @param builder the builder; the subclass adds address and credentials
     * @param <B> its type
     * @return the same builder
     */
    public <B extends ConnectorConfigBuilder<B>> B apply(B builder) {
        applied = true;
        return builder.time(clock)
                .retry(RetryPolicy.standard().jitter(() -> 0.5))
                .maxResponseBytes(MAX_RESPONSE_BYTES)
                .pageSize(PAGE_SIZE)
                .requestTimeout(requestTimeout)
                .bodyTimeout(BODY_TIMEOUT);
    }

    /** Whether anybody has put the options into a builder. */
    boolean isApplied() {
        return applied;
    }
}
