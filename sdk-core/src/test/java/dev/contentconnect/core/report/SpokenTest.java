package dev.contentconnect.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpokenTest {
    @Test
    void timesAreSaidAsPeopleSayThem() {
        assertThat(Spoken.time(Duration.ZERO)).isEqualTo("under a minute");
        assertThat(Spoken.time(Duration.ofMinutes(1))).isEqualTo("1 minute");
        assertThat(Spoken.time(Duration.ofMinutes(40))).isEqualTo("40 minutes");
        assertThat(Spoken.time(Duration.ofHours(1))).isEqualTo("1 hour");
        assertThat(Spoken.time(Duration.ofMinutes(330))).isEqualTo("5.5 hours");
        assertThat(Spoken.time(Duration.ofHours(26))).isEqualTo("26 hours");
        assertThat(Spoken.time(Duration.ofHours(77))).isEqualTo("3.2 days");
        assertThat(Spoken.time(Duration.ofDays(4000))).isEqualTo("4,000 days");
    }

    @Test
    void sharesNeverSayAllOrNothingUnlessTheyAre() {
        assertThat(Spoken.share(0)).isEqualTo("0%");
        assertThat(Spoken.share(0.0001)).isEqualTo("under 1%");
        assertThat(Spoken.share(0.456)).isEqualTo("46%");
        assertThat(Spoken.share(0.99999)).isEqualTo("99.9%");
        assertThat(Spoken.share(1)).isEqualTo("100%");
        assertThat(Spoken.share(1, 0)).isEqualTo("–");
    }

    @Test
    void nounsFollowTheirNumber() {
        assertThat(Spoken.some(1, "delivery")).isEqualTo("1 delivery");
        assertThat(Spoken.some(1200, "delivery")).isEqualTo("1,200 deliveries");
        assertThat(Spoken.some(0, "day")).isEqualTo("0 days");
    }
}
