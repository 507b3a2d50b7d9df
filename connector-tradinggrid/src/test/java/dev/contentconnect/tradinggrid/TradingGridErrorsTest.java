package dev.contentconnect.tradinggrid;

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

class TradingGridErrorsTest {
    private static final Trace TRACE = Trace.local("tradinggrid", "xref.row", "");

    private static HttpReply reply(int status, Map<String, List<String>> headers, String body) {
        return HttpReply.of(
                URI.create("https://api.trading-grid.example/cartographer/v1"),
                status,
                HttpHeaders.of(headers, (name, value) -> true),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static ConnectorError decode(int status, String body) {
        return new TradingGridErrors().decode(TRACE, reply(status, Map.of(), body));
    }

    private static String fault(String code, String text) {
        return "{\"fault\":{\"faultstring\":\"" + text + "\",\"detail\":{\"errorcode\":\"" + code + "\"}}}";
    }

    @ParameterizedTest
    @CsvSource({
        "401, keymanagement.service.access_token_expired, UNAUTHENTICATED",
        "403, steps.oauth.v2.InsufficientScope, FORBIDDEN",
        "429, policies.ratelimit.QuotaViolation, RATE_LIMITED",
        "500, policies.ratelimit.SpikeArrestViolation, RATE_LIMITED",
        "500, messaging.adaptors.http.flow.UnexpectedEOFAtTarget, UNAVAILABLE",
        "503, messaging.adaptors.http.flow.ServiceUnavailable, UNAVAILABLE",
        "504, messaging.adaptors.http.flow.GatewayTimeout, UNAVAILABLE",
        "400, policies.ratelimit.FailedToResolveQuotaIntervalReference, REJECTED"
    })
    void readsTheFaultsOfTheGateway(int status, String code, ErrorKind kind) {
        ConnectorError error = decode(status, fault(code, "No."));
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.trace().vendorCode()).isEqualTo(code);
        assertThat(error.trace().message()).isEqualTo("No.");
    }

    @Test
    void keepsTheWaitThatTheGatewayAsksForWithItsQuotaOfOlderTimes() {
        HttpReply quota =
                reply(503, Map.of("Retry-After", List.of("9")), fault("policies.ratelimit.QuotaViolation", "Quota"));
        assertThat(new TradingGridErrors().decode(TRACE, quota))
                .isInstanceOfSatisfying(
                        ConnectorError.RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(9)));
    }

    @Test
    void readsAFaultWithoutDetail() {
        Trace trace = decode(400, "{\"fault\":{\"faultstring\":\"No.\"}}").trace();
        assertThat(trace.vendorCode()).isNull();
        assertThat(trace.message()).isEqualTo("No.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"409\",\"message\":\"No.\",\"error-code\":\"CART-7\"}",
                "{\"errorCode\":\"CART-7\",\"errorMessage\":\"No.\",\"httpStatus\":\"CONFLICT\",\"statusCode\":409}",
                "{\"ErrorCode\":\"CART-7\",\"Error\":\"No.\"}",
                "{\"error_code\":\"CART-7\",\"error_description\":\"No.\"}"
            })
    void readsAllShapesOfTheServices(String body) {
        ConnectorError error = decode(409, body);
        assertThat(error.kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(error.trace().vendorCode()).isEqualTo("CART-7");
        assertThat(error.trace().message()).isEqualTo("No.");
    }

    @Test
    void readsTheShapeWithoutACode() {
        Trace trace =
                decode(404, "{\"message\":\"No such table\",\"status\":404}").trace();
        assertThat(trace.vendorCode()).isNull();
        assertThat(trace.message()).isEqualTo("No such table");
    }

    @Test
    void readsPagesForPeople() {
        ConnectorError error = decode(502, "<html><style>p{}</style><p>Bad gateway</p></html>");
        assertThat(error.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(error.trace().message()).contains("Bad gateway").doesNotContain("<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{}",
                "{\"fault\":null}",
                "{\"fault\":[]}",
                "{\"fault\":{}}",
                "{\"",
                "\u0000"
            })
    void survivesAnyBody(String body) {
        assertThat(decode(400, body).kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(decode(404, body).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThatCode(() -> new TradingGridErrors().failureIn(TRACE, reply(200, Map.of(), body)))
                .doesNotThrowAnyException();
    }
}
