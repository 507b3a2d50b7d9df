package dev.contentconnect.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SystemTimeTest {
    @Test
    void noticesAnInterruptionAlsoWhenThereIsNothingToWaitFor() {
        for (Duration wait : new Duration[] {Duration.ofSeconds(-1), Duration.ZERO, Duration.ofDays(1)}) {
            Thread.currentThread().interrupt();
            assertThat(catchThrowableOfType(
                            InterruptedException.class,
                            () -> TimeSource.system().sleep(wait)))
                    .isNotNull();
            assertThat(Thread.interrupted()).isFalse();
        }
    }
}
