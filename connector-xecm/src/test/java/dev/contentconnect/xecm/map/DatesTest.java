package dev.contentconnect.xecm.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every spelling of a date that answers have, on a server in Vienna. */
class DatesTest {
    private static final Dates VIENNA = new Dates(ZoneId.of("Europe/Vienna"));

    @ParameterizedTest
    @CsvSource({
        "2031-02-03T04:05:06Z, 2031-02-03T04:05:06Z",
        "2031-02-03T04:05:06.789Z, 2031-02-03T04:05:06.789Z",
        "2031-02-03T04:05:06, 2031-02-03T03:05:06Z",
        "2031-07-03T04:05:06, 2031-07-03T02:05:06Z",
        "2031-02-03T04:05:06.789, 2031-02-03T03:05:06.789Z",
        "2031-02-03 04:05:06, 2031-02-03T03:05:06Z",
        "2031-02-03 04:05:06.000, 2031-02-03T03:05:06Z",
        "2031-02-03 04:05:06Z, 2031-02-03T04:05:06Z",
        "2031-02-03T04:05:06+0200, 2031-02-03T02:05:06Z",
        "2031-02-03T00:00:00, 2031-02-02T23:00:00Z",
        "2031-02-03, 2031-02-02T23:00:00Z",
        "20310203, 2031-02-02T23:00:00Z",
        "' 2031-02-03T04:05:06Z ', 2031-02-03T04:05:06Z"
    })
    void readsAMoment(String text, Instant moment) {
        assertThat(VIENNA.instant(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "some day", "20311303", "2031-02-30T04:05:06", "2031-02-03Tnoon", "1234567", "0"})
    void readsNoMomentFromWhatIsNone(String text) {
        assertThat(VIENNA.instant(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2031-02-03T00:00:00, 2031-02-03",
        "2031-02-03T23:30:00Z, 2031-02-03",
        "2031-02-03T04:05:06.789Z, 2031-02-03",
        "2031-02-03 00:00:00.000, 2031-02-03",
        "2031-02-03, 2031-02-03",
        "20310203, 2031-02-03",
        "' 20310203 ', 2031-02-03"
    })
    void readsADayAsItStandsThere(String text, LocalDate day) {
        assertThat(VIENNA.day(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "some day", "some other day", "20311303", "2031-02-30", "2031-02-30T00:00:00"})
    void readsNoDayFromWhatIsNone(String text) {
        assertThat(VIENNA.day(text)).isNull();
    }

    @Test
    void writesInTheServersTimeWithoutAZone() {
        Instant late = Instant.parse("2031-02-03T23:05:06.789Z");
        assertThat(VIENNA.attribute(late)).isEqualTo("2031-02-04T00:05:06");
        assertThat(VIENNA.due(late)).isEqualTo("2031-02-04 00:05:06.000");
        assertThat(VIENNA.dayOf(late)).isEqualTo(LocalDate.of(2031, 2, 4));
        assertThat(VIENNA.instant(VIENNA.attribute(late))).isEqualTo("2031-02-03T23:05:06Z");
        assertThat(VIENNA.instant(VIENNA.due(late))).isEqualTo("2031-02-03T23:05:06Z");
    }
}
