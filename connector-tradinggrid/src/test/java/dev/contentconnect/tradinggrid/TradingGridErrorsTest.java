package dev.contentconnect.tradinggrid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.testkit.ErrorDecoderContract;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingGridErrorsTest extends ErrorDecoderContract {
    private static final Trace TRACE = Trace.local("tradinggrid", "xref.row", "");

    TradingGridErrorsTest() {
        super(new TradingGridErrors(), TRACE, "fault", "error-code", "errorCode", "ErrorCode", "message", "Error");
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
        HttpReply quota = reply(503, Map.of("Retry-After", "9"), fault("policies.ratelimit.QuotaViolation", "Quota"));
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
}
