package dev.contentconnect.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_9999_END = 253_402_300_799L;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    @Property(tries = 5_000)
    void readsEverySpellingAsTheLibraryDoes(
            @ForAll @LongRange(min = YEAR_0, max = YEAR_9999_END) long second,
            @ForAll @IntRange(min = 0, max = 999_999_999) int nanos,
            @ForAll @IntRange(min = 0, max = 12) int digits,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes,
            @ForAll @IntRange(min = 0, max = 3) int spelling,
            @ForAll boolean blank) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((spelling == 2 ? offsetMinutes / 60 * 60 : offsetMinutes) * 60);
        String fraction = String.format(Locale.ROOT, "%09d", nanos) + "731";
        LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        String text = local.format(LOCAL);
        text = blank ? text.replace('T', ' ') : text;
        text += digits == 0 ? "" : "." + fraction.substring(0, digits);
        int shown = digits == 0
                ? 0
                : Integer.parseInt((fraction.substring(0, Math.min(9, digits)) + "000000000").substring(0, 9));
        Instant expected = local.plusNanos(shown).toInstant(spelling == 3 ? ZoneOffset.UTC : offset);
        assertThat(Timestamps.parse(text + written(offset, spelling))).isEqualTo(expected);
    }

    private static String written(ZoneOffset offset, int spelling) {
        int minutes = Math.abs(offset.getTotalSeconds() / 60);
        String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
        return switch (spelling) {
            case 0 -> String.format(Locale.ROOT, "%s%02d:%02d", sign, minutes / 60, minutes % 60);
            case 1 -> String.format(Locale.ROOT, "%s%02d%02d", sign, minutes / 60, minutes % 60);
            case 2 -> String.format(Locale.ROOT, "%s%02d", sign, minutes / 60);
            default -> "Z";
        };
    }

    @Property(tries = 2_000)
    void readsLocalTimesInAnyZoneAlsoWhereTheClocksChange(
            @ForAll @LongRange(min = 0, max = 4_102_444_800L) long second, @ForAll("zones") String zone) {
        ZoneId id = ZoneId.of(zone);
        LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        assertThat(Timestamps.parse(local.format(LOCAL), id))
                .isEqualTo(local.atZone(id).toInstant());
        LocalDate date = local.toLocalDate();
        assertThat(Timestamps.parse(date.toString(), id))
                .isEqualTo(date.atStartOfDay(id).toInstant());
    }

    @Property(tries = 2_000)
    void refusesGarbageInOneWayOnly(@ForAll("nearlyDates") String text) {
        try {
            assertThat(Timestamps.parse(text)).isNotNull();
        } catch (DateTimeException refused) {
            assertThat(refused).isNotNull();
        }
    }

    @Property(tries = 1_000)
    void readsWhatItWrites(@ForAll @LongRange(min = YEAR_0, max = YEAR_9999_END) long second) {
        Instant instant = Instant.ofEpochSecond(second, 123_000_000);
        assertThat(Timestamps.parse(Timestamps.format(instant))).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:15:30.123+0000, 2026-11-21T10:15:30.123Z",
        "2026-11-21T10:15:30.123456789012Z, 2026-11-21T10:15:30.123456789Z",
        "'2026-11-21T10:15:30,5Z', 2026-11-21T10:15:30.5Z",
        "2026-11-21T10:15, 2026-11-21T10:15:00Z",
        "2026-11-21T10:15+01, 2026-11-21T09:15:00Z",
        "' 2026-11-21T10:15:30Z ', 2026-11-21T10:15:30Z",
        "2024-02-29, 2024-02-29T00:00:00Z",
        "'Sat, 21 Nov 2026 10:15:30 GMT', 2026-11-21T10:15:30Z",
        "2026-11-21t10:15:30z, 2026-11-21T10:15:30Z"
    })
    void readsWhatVendorsWrite(String text, Instant expected) {
        assertThat(Timestamps.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2026-13-01",
                "2026-02-29",
                "1900-02-29",
                "2026-11-21T",
                "2026-11-21T25:00:00Z",
                "2026-11-21T10:60:00Z",
                "2026-11-21T10:15:30.",
                "2026-11-21T10:15:30+19:00",
                "2026-11-21T10:15:30+01:60",
                "2026-11-21T10:15:30+1",
                "2026-11-21T10:15:30Zz",
                "20261121",
                "٢٠٢٦-11-21"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Timestamps.parse(text));
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                "Europe/Berlin",
                "America/Sao_Paulo",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "UTC",
                "America/New_York");
    }

    @Provide
    Arbitrary<String> nearlyDates() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().withChars("0123456789-:TZ+. ,").ofMaxLength(40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "0000-00-00T00:00:00", "some day", "2026-13-01"})
    void readsNothingWhereASystemTellsNoDate(String text) {
        assertThat(Timestamps.read(text)).isNull();
        assertThat(Timestamps.read(null)).isNull();
        assertThat(Timestamps.read("2026-11-21")).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(Timestamps.read("2026-11-21T01:00:00", ZoneOffset.ofHours(1)))
                .isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
    }
}
