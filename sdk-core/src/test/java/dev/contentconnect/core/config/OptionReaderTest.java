package dev.contentconnect.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionReaderTest {

    private static List<String> problems(OptionReader reader) {
        Validation<Seq<ConfigProblem>, String> result = reader.finish(() -> {
            throw new AssertionError("made in spite of mistakes");
        });
        return result.getError().map(ConfigProblem::toString).asJava();
    }

    @Test
    void reportsAllMistakesTogether() {
        Map<String, String> options = new HashMap<>();
        options.put("endpoint", "ftp://x");
        options.put("secret", "line\nbreak-Hidden");
        options.put("timeout", "-5");
        options.put("size", "9999");
        options.put("gzip", "perhaps");
        options.put("zone", "Mars/Olympus");
        options.put("name", "  ");
        options.put("enpoint", "https://typo.example");
        OptionReader reader = new OptionReader(options);
        assertThat(reader.uri("endpoint")).isNull();
        assertThat(reader.secret("secret")).isNull();
        assertThat(reader.duration("timeout")).isNull();
        assertThat(reader.integer("size", 1, 500)).isNull();
        assertThat(reader.flag("gzip", true)).isTrue();
        assertThat(reader.<ZoneId>optional("zone", ZoneId::of, "a time zone")).isNull();
        assertThat(reader.<String>required("name", text -> text, "a name")).isNull();
        reader.problem("size", "does not fit the endpoint");
        assertThat(problems(reader))
                .hasSize(9)
                .anyMatch(p -> p.startsWith("endpoint must be an absolute http"))
                .anyMatch(p -> p.startsWith("secret must be"))
                .anyMatch(p -> p.startsWith("timeout must be"))
                .contains("size must be a number from 1 to 500", "gzip must be true or false")
                .contains("zone must be a time zone", "name is required", "size does not fit the endpoint")
                .noneMatch(p -> p.contains("Hidden"));
    }

    @Test
    void namesAnUnknownOptionAndThoseThereAre() {
        OptionReader reader = new OptionReader(Map.of("enpoint", "https://app.example"));
        assertThat(reader.uri("endpoint")).isNull();
        assertThat(problems(reader)).containsExactly("enpoint is not an option; there are [endpoint]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authToken", "authtoken", "auth-token", "AUTH_TOKEN", "AuthToken"})
    void takesANameAsFrameworksSpellIt(String spelling) {
        OptionReader reader = new OptionReader(Map.of(spelling, "a-token"));
        assertThat(reader.text("authToken")).isEqualTo("a-token");
        assertThat(reader.finish(() -> "made").get()).isEqualTo("made");
    }

    @Test
    void doesNotChooseBetweenTwoSpellings() {
        OptionReader reader = new OptionReader(Map.of("authToken", "one-Hidden", "auth-token", "two-Hidden"));
        assertThat(reader.secret("authToken")).isNotNull();
        assertThat(problems(reader))
                .singleElement()
                .satisfies(problem -> assertThat(problem).matches("(authToken|auth-token) is given in two spellings"));
    }

    @Test
    void makesTheConfigurationWhenThereIsNoMistake() {
        OptionReader reader = new OptionReader(Map.of("endpoint", " https://app.example ", "a", "PT5S", "b", "7"));
        assertThat(reader.uri("endpoint")).isEqualTo(URI.create("https://app.example"));
        assertThat(reader.duration("a")).isEqualTo(Duration.ofSeconds(5));
        assertThat(reader.duration("b")).isEqualTo(Duration.ofSeconds(7));
        assertThat(reader.integer("none", 1, 2)).isNull();
        assertThat(reader.finish(() -> "made").get()).isEqualTo("made");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:pw@app.example",
                "app.example",
                "https://",
                "https://a b",
                "mailto:x@y",
                "file:///x"
            })
    void refusesWhatIsNoAddress(String text) {
        OptionReader reader = new OptionReader(Map.of("endpoint", text));
        assertThat(reader.uri("endpoint")).isNull();
        assertThat(problems(reader)).hasSize(1).noneMatch(p -> p.contains("pw"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "PT0S",
                "-PT1S",
                "five",
                "99999999999999999999",
                "PT99999999999999999999S",
                "P367D",
                "9223372036854775807"
            })
    void refusesWhatIsNoTime(String text) {
        OptionReader reader = new OptionReader(Map.of("timeout", text));
        assertThat(reader.duration("timeout")).isNull();
        assertThat(problems(reader)).hasSize(1);
    }

    @Test
    void readsPairsInTheirOrder() {
        OptionReader reader = new OptionReader(Map.of("fields", " id = /id ,title=/a=b, empty="));
        assertThat(reader.pairs("fields"))
                .containsExactly(entry("id", "/id"), entry("title", "/a=b"), entry("empty", ""));
        assertThat(reader.pairs("none")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "=x", "a=1,a=2", "a=1,b"})
    void refusesWhatIsNoPair(String text) {
        OptionReader reader = new OptionReader(Map.of("fields", text));
        assertThat(reader.pairs("fields")).isNull();
        assertThat(problems(reader))
                .containsExactly("fields must be pairs such as name=value with commas between them");
    }

    @Test
    void findsItsOptionsInTheEnvironment() {
        assertThat(OptionReader.fromEnvironment(
                        Map.of(
                                "VENDOR_REQUEST_TIMEOUT", "5",
                                "VENDOR_ENDPOINT", "x",
                                "VENDOR_", "none",
                                "VENDORS_ENDPOINT", "other",
                                "PATH", "/bin"),
                        "VENDOR"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("requestTimeout", "5", "endpoint", "x"));
    }

    @Test
    void passesOverWhatKubernetesSaysOfAServiceOfThatName() {
        assertThat(OptionReader.fromEnvironment(
                        Map.of(
                                "VIP_SERVICE_HOST", "10.0.0.11",
                                "VIP_SERVICE_PORT", "80",
                                "VIP_SERVICE_PORT_HTTPS", "443",
                                "VIP_PORT", "tcp://10.0.0.11:80",
                                "VIP_PORT_80_TCP", "tcp://10.0.0.11:80",
                                "VIP_PORT_80_TCP_ADDR", "10.0.0.11",
                                "VIP_PORTAL_URL", "y",
                                "VIP_ENDPOINT", "x"),
                        "VIP"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("portalUrl", "y", "endpoint", "x"));
    }

    @Test
    void listsEveryMistakeInTheException() {
        ConfigException e = new ConfigException(
                "vendor", List.of(new ConfigProblem("a", "is required"), new ConfigProblem("b", "must be c")));
        assertThat(e).hasMessage("vendor is not configured: a is required; b must be c");
        assertThat(e.problems()).hasSize(2);
    }

    @Test
    void aSecretNeverShowsItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of(System.getenv("CONTENTCONNECT_NOBODY_SETS_THIS")))
                .withMessage("a secret is missing: is its variable set?");
        Secret secret = Secret.of("Hidden-1");
        assertThat(secret).hasToString("***").isEqualTo(Secret.of("Hidden-1")).isNotEqualTo(Secret.of("Hidden-2"));
        assertThat(secret.hashCode()).isEqualTo(Secret.of("Hidden-1").hashCode());
        assertThat(Map.of("k", secret).toString()).doesNotContain("Hidden");
        for (String bad : List.of("", " ", "Hidden\n", "Hidden\u0000")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Secret.of(bad))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Hidden"));
        }
    }

    @Test
    void findsOneOptionBeforeThereIsAReader() {
        Map<String, String> options = new HashMap<>();
        options.put("CLIENT_SECRET", " s ");
        options.put("rest-endpoint", " ");
        options.put("finder", null);
        assertThat(OptionReader.valueIn(options, "clientSecret")).isEqualTo("s");
        assertThat(OptionReader.valueIn(options, "restEndpoint")).isNull();
        assertThat(OptionReader.valueIn(options, "finder")).isNull();
        assertThat(OptionReader.valueIn(options, "client")).isNull();
        assertThat(OptionReader.mentions(options, "client")).isTrue();
        assertThat(OptionReader.mentions(options, "rest")).isFalse();
        assertThat(OptionReader.mentions(options, "finder")).isFalse();
    }
}
