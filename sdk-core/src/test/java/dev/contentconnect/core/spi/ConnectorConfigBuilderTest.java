package dev.contentconnect.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.retry.RetryPolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorConfigBuilderTest {
    private static final URI ADDRESS = URI.create("https://library.example/base");

    private static final class Builder extends ConnectorConfigBuilder<Builder> {
        @Override
        protected Builder self() {
            return this;
        }
    }

    @Test
    void needsAnAddressAndNothingElse() {
        assertThat(new Builder().startCheck().problems())
                .extracting(ConfigProblem::option)
                .containsExactly("endpoint");
        assertThat(new Builder().endpoint(ADDRESS).startCheck().problems()).isEmpty();
    }

    @Test
    void namesEveryMistakeAtOnce() {
        Builder builder = new Builder()
                .httpClient(HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.ALWAYS)
                        .build())
                .connectTimeout(Duration.ZERO)
                .requestTimeout(Duration.ofSeconds(-1))
                .bodyTimeout(Duration.ZERO)
                .callTimeout(Duration.ofDays(367))
                .maxResponseBytes(1_023)
                .pageSize(1_001)
                .userAgent("two\nlines");
        assertThat(builder.startCheck().problems())
                .extracting(ConfigProblem::option)
                .containsExactly(
                        "endpoint",
                        "httpClient",
                        "connectTimeout",
                        "requestTimeout",
                        "bodyTimeout",
                        "callTimeout",
                        "maxResponseBytes",
                        "pageSize",
                        "userAgent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://library.example",
                "library.example",
                "/only/a/path",
                "https://user:hush@library.example",
                "https://library.example?a=hush",
                "https://library.example#hush",
                "https://library.example:99999",
                "https://library.example:0",
                "http://my_proxy:8080"
            })
    void refusesAnAddressWithoutRepeatingIt(String address) {
        assertThat(new Builder().endpoint(URI.create(address)).startCheck().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.option()).isEqualTo("endpoint"))
                .asString()
                .doesNotContain("hush");
    }

    @Test
    void namesWhatIsNullInsteadOfFailingSomewhereElse() {
        Builder builder = new Builder()
                .endpoint(ADDRESS)
                .retry(nothing())
                .connectTimeout(nothing())
                .requestTimeout(nothing())
                .bodyTimeout(nothing())
                .callTimeout(nothing())
                .userAgent(nothing())
                .stepPerCall(nothing())
                .listener(nothing())
                .time(nothing());
        assertThat(builder.startCheck().problems())
                .allSatisfy(problem -> assertThat(problem.problem()).isEqualTo("is required"))
                .extracting(ConfigProblem::option)
                .containsExactlyInAnyOrder(
                        "retry",
                        "connectTimeout",
                        "requestTimeout",
                        "bodyTimeout",
                        "callTimeout",
                        "userAgent",
                        "stepPerCall",
                        "listener",
                        "time");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what a caller without null checks passes
    private static <T> T nothing() {
        return null;
    }

    @Test
    void refusesAUserAgentThatNoHeaderCanCarry() {
        for (String agent : List.of("アプリ/1.0", "a\u0007", " ")) {
            assertThat(new Builder()
                            .endpoint(ADDRESS)
                            .userAgent(agent)
                            .startCheck()
                            .problems())
                    .extracting(ConfigProblem::option)
                    .containsExactly("userAgent");
        }
        assertThat(new Builder()
                        .endpoint(ADDRESS)
                        .userAgent("Bücher/1.0")
                        .startCheck()
                        .problems())
                .isEmpty();
    }

    @Test
    void readsTheOptionsOfAMapAndKeepsTheRest() {
        OptionReader options = new OptionReader(Map.of(
                "endpoint",
                ADDRESS.toString(),
                "connectTimeout",
                "PT3S",
                "pageSize",
                "7",
                "gzip",
                "false",
                "maxAttempts",
                "5"));
        ConnectorOptions read = new Builder()
                .retry(RetryPolicy.none())
                .bodyTimeout(Duration.ofSeconds(9))
                .common(options)
                .commonOptions(ADDRESS);

        assertThat(options.finish(() -> true).isValid()).isTrue();
        assertThat(read.endpoint()).isEqualTo(ADDRESS);
        assertThat(read.http().connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(read.http().bodyTimeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(read.http().gzip()).isFalse();
        assertThat(read.pageSize()).isEqualTo(7);
        assertThat(read.retry().maxAttempts()).isEqualTo(5);
    }
}
