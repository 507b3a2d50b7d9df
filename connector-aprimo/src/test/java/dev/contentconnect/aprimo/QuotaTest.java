package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three connectors and the quota of one tenant: 15 requests a second, 100 more delayed, the rest turned away. */
class QuotaTest {
    private static final int REQUESTS = 900;
    private static final double PER_SECOND = 15;

    private final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
    private final AprimoSandbox sandbox = new AprimoSandbox(clock);
    private final String record = sandbox.personUploads("Poster", Tenant.BYTES);

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** The clock as another process would have it: connectors that do not share it do not share a gate. */
    private record OwnClock(TimeSource clock) implements TimeSource {
        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public long nanoTime() {
            return clock.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            clock.sleep(duration);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** How many requests a second were made, with each connector asking in turn. */
    private double rate(int each, Function<FakeClock, TimeSource> time) {
        sandbox.rateLimit((int) PER_SECOND, 100);
        List<AprimoConnector> connectors = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            connectors.add(
                    AprimoConnector.create(Tenant.options(new Wiring(clock).apply(AprimoConfig.builder()), sandbox)
                            .time(time.apply(clock))
                            .requestsPerSecond(each)
                            .build()));
        }
        Instant from = clock.now();
        for (int i = 0; i < REQUESTS; i++) {
            connectors.get(i % 3).client().records().get(record, Select.NOTHING);
        }
        double seconds = Duration.between(from, clock.now()).toMillis() / 1e3;
        connectors.forEach(AprimoConnector::close);
        return sandbox.requests().size() / seconds;
    }

    @Test
    void connectorsOfOneProcessUseTheWholeQuotaAndNotMore() {
        assertThat(rate(15, same -> same)).isBetween(0.95 * PER_SECOND, 1.05 * PER_SECOND);
        assertThat(sandbox.throttled()).isZero();
    }

    @Test
    void processesThatTakeAThirdEachUseTheWholeQuotaAndNotMore() {
        assertThat(rate(5, OwnClock::new)).isBetween(0.95 * PER_SECOND, 1.05 * PER_SECOND);
        assertThat(sandbox.throttled()).isZero();
    }
}
