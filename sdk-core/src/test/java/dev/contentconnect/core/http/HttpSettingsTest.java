package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {
    private static HttpSettings settings(@Nullable HttpClient client, Duration requestTimeout, int cap) {
        Duration second = Duration.ofSeconds(1);
        return new HttpSettings(client, second, requestTimeout, second, second, cap, true, "agent");
    }

    @Test
    void cutTimesThatNanosecondsCannotCount() {
        assertThat(settings(null, Duration.ofDays(1_000_000), 1).requestTimeout())
                .isLessThan(Duration.ofNanos(Long.MAX_VALUE));
    }

    @Test
    void refuseTimesAndCapsThatAreNotAboveZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(null, Duration.ZERO, 1))
                .withMessageContaining("requestTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(null, Duration.ofSeconds(1), 0))
                .withMessageContaining("maxResponseBytes");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> HttpCall.get("x", URI.create("http://a.example/")).requestTimeout(Duration.ofSeconds(-1)))
                .withMessageContaining("requestTimeout");
    }

    @Test
    void refuseAClientThatWouldCarryCredentialsAlongWithARedirect() {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(following, Duration.ofSeconds(1), 1))
                .withMessageContaining("redirects");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets?sig=Hidden", "file:///etc/Hidden", "https:///Hidden", "http://under_score/Hidden"})
    void leaveNoCallToAnAddressThatNobodyCanReach(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpCall.get("x", URI.create(address)))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Hidden"));
    }
}
