package dev.contentconnect.smintio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.testkit.ErrorDecoderContract;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmintioErrorsTest extends ErrorDecoderContract {
    private static final Trace TRACE = Trace.local("smintio", "licensing.purchases", "");

    SmintioErrorsTest() {
        super(
                new SmintioErrors(),
                TRACE,
                "error_code",
                "error_message",
                "error_details",
                "errorCode",
                "errorMessage",
                "error");
    }

    private static String body(String code) {
        return "{\"error_code\":\"" + code + "\",\"error_message\":\"No.\"}";
    }

    @ParameterizedTest
    @CsvSource({
        "400, argument_invalid, REJECTED",
        "400, continuation_uuid_invalid, REJECTED",
        "401, access_token_expired, UNAUTHENTICATED",
        "401, account_disabled, UNAUTHENTICATED",
        "403, permission_denied, FORBIDDEN",
        "404, tenant_not_found, NOT_FOUND",
        "409, optimistic_lock_violated, CONFLICT",
        "400, user_group_optimistic_lock_violated, CONFLICT",
        "424, cloud_storage_file_not_found, NOT_FOUND",
        "424, cloud_storage_file_access_denied, FORBIDDEN",
        "424, something_else, NOT_FOUND",
        "428, precondition_required, CONFLICT",
        "429, too_many_requests, RATE_LIMITED",
        "500, internal_server_error, UNAVAILABLE",
        "501, not_implemented, REJECTED",
        "503, authorization_authority_not_available, UNAVAILABLE",
        "400, backend_service_not_available, UNAVAILABLE"
    })
    void goesByCodeAndStatus(int status, String code, ErrorKind kind) {
        ConnectorError error = decode(status, body(code));
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.trace().vendorCode()).isEqualTo(code);
        assertThat(error.trace().message()).isEqualTo("No.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"uuid\":\"tx-1\"}", "{\"name\":\"tx-1\",\"uuid\":\"u\"}", "\"tx-1\""})
    void takesDetailsAsAnObjectAndAsATextOfOlderTimes(String details) {
        String body = "{\"error_code\":\"not_found\",\"error_message\":\"No.\",\"error_details\":" + details + "}";
        assertThat(decode(404, body).trace().message()).isEqualTo("No. (tx-1)");
    }

    @Test
    void readsTheErrorsOfTheLoginAndOfThePortal() {
        Trace login = decode(400, "{\"error\":\"invalid_grant\",\"error_description\":\"spent\"}")
                .trace();
        assertThat(login.vendorCode()).isEqualTo("invalid_grant");
        assertThat(login.message()).isEqualTo("spent");
        Trace portal = decode(400, "{\"errorCode\":\"argument_invalid\",\"errorMessage\":\"page\"}")
                .trace();
        assertThat(portal.vendorCode()).isEqualTo("argument_invalid");
        assertThat(portal.message()).isEqualTo("page");
    }

    @ParameterizedTest
    @CsvSource({
        "307, /Error?errorCode=maintenance_mode, UNAVAILABLE, maintenance_mode",
        "302, https://northpeak.smint.io/Error, UNAVAILABLE, maintenance_mode",
        "302, https://www.smint.io/choose, NOT_FOUND, redirected",
        "301, '', NOT_FOUND, redirected"
    })
    void tellsMaintenanceFromATenantThatIsNotThere(int status, String where, ErrorKind kind, String code) {
        ConnectorError error =
                new SmintioErrors().decode(TRACE, reply(status, Map.of("Location", where), "<p>Moved</p>"));
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.trace().vendorCode()).isEqualTo(code);
    }

    @Test
    void takesAPageInPlaceOfDataForAnOutageUnlessItIsTheFileThatWasAskedFor() {
        HttpReply page = reply(200, Map.of(), " \n<html><p>Back soon</p></html>");
        ConnectorError error = new SmintioErrors().failureIn(TRACE, page);
        assertThat(error).isNotNull();
        assertThat(error.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(error.trace().message()).contains("Back soon").doesNotContain("<");
        assertThat(new SmintioErrors().failureIn(Trace.local("smintio", "portal.content", ""), page))
                .isNull();
    }
}
