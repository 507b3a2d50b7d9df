package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.HttpReply;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IconikErrorsTest {
    private static final Trace TRACE = Trace.local("iconik", "assets.get", "");

    private static HttpReply reply(int status, Map<String, List<String>> headers, String body) {
        return HttpReply.of(
                URI.create("https://app.iconik.io/API/assets/v1"),
                status,
                HttpHeaders.of(headers, (name, value) -> true),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static ConnectorError decode(int status, String body) {
        return new IconikErrors().decode(TRACE, reply(status, Map.of(), body));
    }

    private static final Trace SEARCH = Trace.local("iconik", "search.assets", "");

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED",
        "401, UNAUTHENTICATED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "409, CONFLICT",
        "429, RATE_LIMITED",
        "500, UNAVAILABLE",
        "503, UNAVAILABLE"
    })
    void goesByTheStatusAndKeepsTheWords(int status, ErrorKind kind) {
        ConnectorError error = decode(status, "{\"errors\":[\"No.\",\"Never.\"]}");
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.trace().vendorCode()).isNull();
        assertThat(error.trace().message()).isEqualTo("No., Never.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Missing data.\"", "[\"Missing data.\"]"})
    void namesTheFieldThatIsWrong(String said) {
        Trace trace = decode(400, "{\"errors\":{\"title\":" + said + "}}").trace();
        assertThat(trace.vendorCode()).isEqualTo("title");
        assertThat(trace.message()).isEqualTo("title: Missing data.");
    }

    @Test
    void namesTheFirstOfSeveralFieldsAndSaysWhatIsWrongWithAll() {
        Trace trace = decode(400, "{\"errors\":{\"title\":[\"a\",\"b\"],\"status\":\"c\"}}")
                .trace();
        assertThat(trace.vendorCode()).isEqualTo("title");
        assertThat(trace.message()).isEqualTo("title: a, b; status: c");
    }

    @Test
    void readsPagesForPeople() {
        ConnectorError error = decode(502, "<html><style>p{}</style><p>Bad gateway</p></html>");
        assertThat(error.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(error.trace().message()).contains("Bad gateway").doesNotContain("<");
    }

    @Test
    void waitsAsLongAsTheServiceAsksFor() {
        HttpReply quota = reply(429, Map.of("Retry-After", List.of("7")), "{\"errors\":[\"slow down\"]}");
        assertThat(new IconikErrors().decode(TRACE, quota))
                .isInstanceOfSatisfying(
                        ConnectorError.RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void takesASearchThatAnswersWithErrorsInPlaceOfHitsForAFailure() {
        HttpReply failed = reply(200, Map.of(), "{\"errors\":[\"query malformed\"],\"objects\":[]}");
        ConnectorError error = new IconikErrors().failureIn(SEARCH, failed);
        assertThat(error).isNotNull();
        assertThat(error.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(error.trace().message()).isEqualTo("query malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[\"one shard\"],\"objects\":[{\"id\":\"a\"}]}",
                "{\"errors\":[],\"objects\":[]}",
                "{\"errors\":{},\"objects\":[]}",
                "{\"objects\":[{\"title\":\"errors\"}]}"
            })
    void leavesASearchWithHitsOrWithoutErrorsAlone(String body) {
        assertThat(new IconikErrors().failureIn(SEARCH, reply(200, Map.of(), body)))
                .isNull();
    }

    @Test
    void leavesAnAnswerThatIsNoSearchAlone() {
        HttpReply job = reply(200, Map.of(), "{\"errors\":[\"of the job\"]}");
        assertThat(new IconikErrors().failureIn(TRACE, job)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{}",
                "{\"errors\":null}",
                "{\"errors\":[]}",
                "{\"errors\":{}}",
                "{\"",
                "\u0000"
            })
    void survivesAnyBody(String body) {
        assertThat(decode(400, body).kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(decode(404, body).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThatCode(() -> new IconikErrors().failureIn(TRACE, reply(200, Map.of(), body)))
                .doesNotThrowAnyException();
    }
}
