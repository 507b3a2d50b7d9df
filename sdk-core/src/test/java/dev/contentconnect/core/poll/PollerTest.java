package dev.contentconnect.core.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PollerTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final AtomicInteger looks = new AtomicInteger();

    private String await(Poller poller, int endsAtLook) {
        return poller.await(
                "vendor",
                "exports.await",
                "job-7",
                () -> looks.incrementAndGet() >= endsAtLook ? "DONE" : "RUNNING",
                "DONE"::equals);
    }

    @Test
    void doesNotWaitForAJobThatHasEnded() {
        assertThat(await(Poller.standard(clock), 1)).isEqualTo("DONE");
        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void waitsLongerEachTimeUpToTheLongestWait() {
        Poller poller = Poller.standard(clock).waits(Duration.ofSeconds(1), Duration.ofSeconds(5), 2);
        await(poller, 6);
        assertThat(clock.sleeps())
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5));
    }

    @Test
    void looksALastTimeWhenTheLimitIsReachedThenNamesTheJob() {
        Poller poller = Poller.standard(clock)
                .waits(Duration.ofSeconds(4), Duration.ofSeconds(4), 1)
                .maxWait(Duration.ofSeconds(10));
        ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> await(poller, 100));
        assertThat(e.kind()).isEqualTo(ErrorKind.TIMED_OUT);
        assertThat(e).hasMessageContaining("job-7").hasMessageContaining("exports.await");
        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(4), Duration.ofSeconds(2));
        assertThat(looks).hasValue(4);
        assertThat(e.error().trace().attempts()).isEqualTo(4);
    }

    @Test
    void takesAJobThatEndsExactlyAtTheLimit() {
        Poller poller = Poller.standard(clock)
                .waits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1)
                .maxWait(Duration.ofSeconds(10));
        assertThat(await(poller, 3)).isEqualTo("DONE");
    }

    @Test
    void endsAtOnceWhenInterruptedAndKeepsTheFlag() {
        Thread.currentThread().interrupt();
        ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> await(Poller.standard(clock), 100));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(e).hasMessageContaining("job-7");
        assertThat(looks).hasValue(1);
    }

    @Test
    void letsAFailureOfTheLookThroughAtOnce() {
        ConnectorException failure =
                new ConnectorException(new ConnectorError.NotFound(Trace.local("vendor", "exports.get", "gone")));
        ConnectorException e = catchThrowableOfType(
                ConnectorException.class,
                () -> Poller.standard(clock)
                        .await(
                                "vendor",
                                "exports.await",
                                "job-7",
                                () -> {
                                    throw failure;
                                },
                                state -> false));
        assertThat(e).isSameAs(failure);
        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void refusesWaitsThatMakeNoSense() {
        Poller poller = Poller.standard(clock);
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException().isThrownBy(() -> poller.waits(Duration.ZERO, second, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> poller.waits(second, Duration.ofMillis(1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> poller.waits(second, second, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> poller.waits(second, second, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> poller.maxWait(Duration.ZERO));
    }
}
