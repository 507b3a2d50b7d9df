package dev.contentconnect.core.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.internal.RetryAfter;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

    @Property(tries = 1_000)
    void drawsEachDelayFromZeroToTheDoubledBound(@ForAll @IntRange(min = 1, max = 200) int attempt) {
        Duration delay = RetryPolicy.standard().delay(attempt, null);
        long bound = Math.min(20_000, 500L << Math.min(attempt - 1, 20));
        assertThat(delay).isBetween(Duration.ZERO, Duration.ofMillis(bound));
    }

    @Test
    void usesTheWholeRangeOfTheJitter() {
        assertThat(RetryPolicy.standard().jitter(() -> 0).delay(3, null)).isZero();
        assertThat(RetryPolicy.standard().jitter(() -> 0.999).delay(2, null)).isEqualTo(Duration.ofMillis(999));
    }

    @Test
    void honoursAHintUpToTheCeiling() {
        RetryPolicy policy = RetryPolicy.standard().retryAfterCeiling(Duration.ofSeconds(30));
        assertThat(policy.delay(1, Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.delay(1, Duration.ofDays(1))).isEqualTo(Duration.ofSeconds(30));
        assertThat(policy.delay(1, Duration.ZERO)).isZero();
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        RetryPolicy policy = RetryPolicy.standard();
        assertThatIllegalArgumentException().isThrownBy(() -> policy.maxAttempts(0));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.delays(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.retryAfterCeiling(Duration.ofSeconds(-1)));
        assertThat(RetryPolicy.none().maxAttempts()).isEqualTo(1);
    }

    @Test
    void sharesItsQuotaWithItsCopies() {
        RetryPolicy policy = RetryPolicy.standard().quota(new RetryQuota(1));
        assertThat(policy.maxAttempts(5).quota().take()).isTrue();
        assertThat(policy.quota().take()).isFalse();
    }

    @Nested
    class Quota {
        @Test
        void isEarnedBackByFiveSuccessesAndNeverExceedsItsSize() {
            RetryQuota quota = new RetryQuota(2);
            assertThat(quota.take()).isTrue();
            assertThat(quota.take()).isTrue();
            assertThat(quota.take()).isFalse();
            for (int i = 0; i < 4; i++) {
                quota.give();
            }
            assertThat(quota.take()).isFalse();
            quota.give();
            assertThat(quota.take()).isTrue();
            for (int i = 0; i < 1_000; i++) {
                quota.give();
            }
            assertThat(quota.take()).isTrue();
            assertThat(quota.take()).isTrue();
            assertThat(quota.take()).isFalse();
        }
    }

    @Nested
    class Hints {
        private static @Nullable Duration hint(@Nullable String retryAfter, @Nullable String date) {
            Map<String, List<String>> headers = new HashMap<>();
            if (retryAfter != null) {
                headers.put("Retry-After", List.of(retryAfter));
            }
            if (date != null) {
                headers.put("Date", List.of(date));
            }
            return RetryAfter.of(HttpReply.of(
                    URI.create("https://app.example/"), 503, HttpHeaders.of(headers, (a, b) -> true), new byte[0]));
        }

        @ParameterizedTest
        @CsvSource({"0, 0", "7, 7000", "' 7 ', 7000", "1.5, 1500", "99999999999999999999, 86400000", "1e400, 86400000"})
        void areReadAsSecondsAndClamped(String text, long millis) {
            assertThat(hint(text, null)).isEqualTo(Duration.ofMillis(millis));
        }

        @Test
        void areReadAsADateAgainstTheServersOwnClock() {
            String now = "Sat, 21 Nov 1998 10:00:00 GMT";
            assertThat(hint("Sat, 21 Nov 1998 10:00:09 GMT", now)).isEqualTo(Duration.ofSeconds(9));
            assertThat(hint("Sat, 21 Nov 1998 09:00:00 GMT", now)).isZero();
            assertThat(hint("Tue, 21 Nov 2028 09:00:00 GMT", now)).isEqualTo(Duration.ofDays(1));
        }

        @Test
        void areReadAsADateAgainstOurClockWhenTheServerTellsNone() {
            assertThat(hint("Sat, 21 Nov 1998 10:00:09 GMT", null)).isZero();
            assertThat(hint("Sat, 21 Nov 1998 10:00:09 GMT", "garbage")).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"-5", "soon", "", "NaN", "Infinity", "12 minutes", "2026-11-21T10:00:00Z"})
        void areAsIfNotThereWhenTheyAreGarbage(String text) {
            assertThat(hint(text, null)).isNull();
        }
    }
}
