package dev.contentconnect.core.http;

import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;

/** Channels for tests. */
final class Channels {
    private Channels() {}

    static HttpSettings settings(long requestMillis, long bodyMillis, long callMillis) {
        return new HttpSettings(
                null,
                Duration.ofSeconds(10),
                Duration.ofMillis(requestMillis),
                Duration.ofMillis(bodyMillis),
                Duration.ofMillis(callMillis),
                64 << 10,
                true,
                "test-agent");
    }

    static FakeClock clock() {
        return new FakeClock(Instant.parse("2026-11-21T10:00:00Z"));
    }

    /** One attempt, limits that a busy machine keeps (the first TLS of a JVM took 5 s once), 64 KiB of body at most. */
    static HttpChannel once() {
        return HttpChannel.builder("vendor")
                .settings(settings(20_000, 20_000, 40_000))
                .retry(RetryPolicy.none())
                .time(clock())
                .build();
    }

    static HttpChannel.Builder retrying(FakeClock clock) {
        return HttpChannel.builder("vendor")
                .settings(settings(20_000, 20_000, 120_000))
                .retry(RetryPolicy.standard().jitter(() -> 0.5))
                .time(clock);
    }
}
