package dev.contentconnect.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorErrorTest {

    private static Trace trace(String message) {
        return new Trace("vendor", "things.get", "app.example", 404, "missing", message, "8f2c", 1, Delivery.ANSWERED);
    }

    private static HttpReply reply(int status, String body) {
        return HttpReply.of(
                URI.create("https://app.example/"),
                status,
                HttpHeaders.of(Map.of(), (a, b) -> true),
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysAllThatSupportNeedsInOneLine() {
        assertThat(new ConnectorException(new ConnectorError.NotFound(trace("No such\nthing"))))
                .hasMessage("NOT_FOUND vendor things.get at app.example: 404 missing \"No such thing\""
                        + " (request 8f2c, 1 attempt)");
    }

    @Test
    void saysHowLongTheSystemAskedToWait() {
        assertThat(new ConnectorException(new ConnectorError.RateLimited(trace("slow"), Duration.ofHours(3))))
                .hasMessageEndingWith("(request 8f2c, 1 attempt), asked to wait PT3H");
        assertThat(new ConnectorException(new ConnectorError.Unavailable(trace("down"), Duration.ofSeconds(9))))
                .hasMessageEndingWith(", asked to wait PT9S");
        assertThat(new ConnectorException(new ConnectorError.RateLimited(trace("slow"), null)))
                .hasMessageEndingWith("1 attempt)");
    }

    @Test
    void mayBeWorthAnotherTryWhereAnAnswerWasCutOff() {
        assertThat(new ConnectorError.Undecodable(trace(""), true).retryable()).isTrue();
        assertThat(new ConnectorError.Undecodable(trace(""), true)
                        .with(trace("x"))
                        .retryable())
                .isTrue();
        assertThat(new ConnectorError.Undecodable(trace("")).retryable()).isFalse();
    }

    @Test
    void survivesTheSerializationOfJava() throws Exception {
        ConnectorException failure =
                new ConnectorException(new ConnectorError.RateLimited(trace("slow"), Duration.ofHours(3)));
        ConfigException wrong = new ConfigException("vendor", List.of(new ConfigProblem("endpoint", "is required")));
        assertThat(((ConnectorException) copy(failure)).error()).isEqualTo(failure.error());
        assertThat(((ConfigException) copy(wrong)).problems()).isEqualTo(wrong.problems());
    }

    private static Object copy(Object one) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(one);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @Test
    void neverCarriesASecretOrALongText() {
        Trace trace = trace("refused password=Hidden-1 " + "x".repeat(10_000));
        assertThat(trace.message()).doesNotContain("Hidden").hasSizeLessThanOrEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED, false", "401, UNAUTHENTICATED, false", "403, FORBIDDEN, false", "404, NOT_FOUND, false",
        "408, TIMED_OUT, true", "409, CONFLICT, false", "410, NOT_FOUND, false", "412, CONFLICT, false",
        "422, REJECTED, false", "423, CONFLICT, false", "429, RATE_LIMITED, true", "500, UNAVAILABLE, true",
        "501, REJECTED, false", "503, UNAVAILABLE, true", "599, UNAVAILABLE, true", "304, UNDECODABLE, false"
    })
    void hasAKindForEveryStatus(int status, ErrorKind kind, boolean retryable) {
        ConnectorError error = HttpErrors.byStatus(trace(""), reply(status, "body text"));
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.retryable()).isEqualTo(retryable);
        assertThat(error.trace().message()).isEqualTo("body text");
        ConnectorError copy = error.with(error.trace().withAttempts(3));
        assertThat(copy.kind()).isEqualTo(kind);
        assertThat(copy.trace().attempts()).isEqualTo(3);
    }

    @Test
    void quotesMarkupWithoutItsTagsAndSecrets() {
        String html = "<html><style>p{}</style><script>x()</script><h1>Down</h1><token>Hidden-1</token></html>";
        assertThat(HttpErrors.excerpt(reply(500, html))).contains("Down").doesNotContain("<", "p{}", "x()", "Hidden");
        assertThat(HttpErrors.excerpt(reply(500, "y".repeat(5_000)))).hasSize(200);
    }
}
