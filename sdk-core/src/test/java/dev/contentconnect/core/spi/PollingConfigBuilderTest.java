package dev.contentconnect.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.config.OptionReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PollingConfigBuilderTest {
    private static final Instant MOMENT = Instant.parse("2026-01-31T00:00:00Z");

    private static final class Builder extends PollingConfigBuilder<Builder> {
        Builder() {
            super(Duration.ofMinutes(2));
        }

        @Override
        protected Builder self() {
            return this;
        }
    }

    @Test
    void beginsAtThePresentAndReadsBackAsFarAsTheConnectorSays() {
        assertThat(new Builder().overlap()).isEqualTo(Duration.ofMinutes(2));
        assertThat(new Builder().feedFrom()).isNull();
    }

    @Test
    void readsBothFromAMapAndKeepsWhatIsNotThere() {
        Builder read = new Builder()
                .common(new OptionReader(
                        Map.of("overlap", "PT1M", "feedFrom", "2026-01-31T00:00:00Z", "pageSize", "50")));
        assertThat(read.overlap()).isEqualTo(Duration.ofMinutes(1));
        assertThat(read.feedFrom()).isEqualTo(MOMENT);

        Builder kept = new Builder().overlap(Duration.ZERO).feedFrom(MOMENT).common(new OptionReader(Map.of()));
        assertThat(kept.overlap()).isEqualTo(Duration.ZERO);
        assertThat(kept.feedFrom()).isEqualTo(MOMENT);
    }

    @Test
    void refusesToReadBackIntoTheFuture() {
        Builder builder =
                new Builder().endpoint(URI.create("https://library.example")).overlap(Duration.ofSeconds(-1));
        assertThat(builder.startCheck().problems())
                .extracting(ConfigProblem::option)
                .containsExactly("overlap");
    }
}
