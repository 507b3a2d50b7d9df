package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VtinfoFinderSignatureTest {
    @Test
    void isTheOneOfTheCheckValue() {
        String stamp = VtinfoFinderSignature.timestamp(Instant.parse("2024-03-01T08:05:41.9Z"));
        assertThat(stamp).isEqualTo("Fri, 1 Mar 2024 08:05:00 GMT");
        assertThat(VtinfoFinderSignature.of(stamp, Secret.of("s3cr3t"), "custID=ABC&action=brands&format=JSON", "ABC"))
                .isEqualTo("cb3ccd59b45934d6391b32a7439e0bec12bd12a95ded2c62c00cc167183c2af6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-02-29T23:59:59Z | Thu, 29 Feb 2024 23:59:00 GMT",
                "2026-01-09T00:00:00Z | Fri, 9 Jan 2026 00:00:00 GMT",
                "2026-12-10T12:34:56Z | Thu, 10 Dec 2026 12:34:00 GMT"
            })
    void writesTheDayWithoutAZeroAndTheSecondsAsZeros(String at, String expected) {
        assertThat(VtinfoFinderSignature.timestamp(Instant.parse(at))).isEqualTo(expected);
    }

    @Property
    void writesTheMinuteOfAnyMoment(@ForAll @LongRange(min = 946_684_800L, max = 4_102_444_799L) long second) {
        Instant at = Instant.ofEpochSecond(second);
        String stamp = VtinfoFinderSignature.timestamp(at);
        ZonedDateTime read = ZonedDateTime.parse(stamp, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.US));
        assertThat(read.toInstant()).isEqualTo(at.truncatedTo(ChronoUnit.MINUTES));
        assertThat(read.getOffset()).isEqualTo(ZoneOffset.UTC);
        assertThat(stamp).doesNotContain(", 0").endsWith(":00 GMT");
    }

    @Property
    void changesWithEachOfItsParts(@ForAll @StringLength(min = 1, max = 60) String query) {
        String stamp = "Fri, 1 Mar 2024 08:05:00 GMT";
        Secret secret = Secret.of("s3cr3t");
        String signature = VtinfoFinderSignature.of(stamp, secret, query, "ABC");
        assertThat(signature)
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(VtinfoFinderSignature.of(stamp, secret, query + "&", "ABC"))
                .isNotEqualTo(VtinfoFinderSignature.of(stamp, Secret.of("s3cr3T"), query, "ABC"))
                .isNotEqualTo(VtinfoFinderSignature.of(stamp, secret, query, "ABD"))
                .isNotEqualTo(VtinfoFinderSignature.of("Fri, 1 Mar 2024 08:06:00 GMT", secret, query, "ABC"));
    }
}
