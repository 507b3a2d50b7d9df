package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.testkit.ErrorDecoderContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordpressErrorsTest extends ErrorDecoderContract {
    WordpressErrorsTest() {
        super(new WordpressErrors(), Trace.local("vip", "media.get", ""), "code", "message", "data");
    }

    @ParameterizedTest
    @CsvSource({
        "401, rest_forbidden, UNAUTHENTICATED",
        "401, rest_cannot_create, UNAUTHENTICATED",
        "403, rest_cannot_create, FORBIDDEN",
        "400, rest_cannot_create, FORBIDDEN",
        "500, empty_term_name, REJECTED",
        "403, rest_cannot_publish, FORBIDDEN",
        "404, rest_post_invalid_id, NOT_FOUND",
        "404, rest_no_route, NOT_FOUND",
        "400, rest_post_invalid_page_number, REJECTED",
        "400, rest_upload_no_content_disposition, REJECTED",
        "400, comment_flood, RATE_LIMITED",
        "409, comment_duplicate, CONFLICT",
        "410, rest_already_trashed, CONFLICT",
        "412, rest_upload_hash_mismatch, CONFLICT",
        "500, rest_upload_unknown_error, REJECTED",
        "500, rest_upload_sideload_error, REJECTED",
        "500, internal_server_error, UNAVAILABLE",
        "500, rest_db_error, UNAVAILABLE",
        "500, rest_meta_database_error, UNAVAILABLE",
        "500, rest_comment_failed_create, UNAVAILABLE",
        "400, db_insert_error, UNAVAILABLE",
        "500, db_update_error, UNAVAILABLE",
        "501, rest_trash_not_supported, REJECTED",
        "429, too_many_requests, RATE_LIMITED"
    })
    void goesByTheCode(int status, String code, ErrorKind kind) {
        ConnectorError error = decode(
                status, "{\"code\":\"" + code + "\",\"message\":\"Nein.\",\"data\":{\"status\":" + status + "}}");
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.trace().vendorCode()).isEqualTo(code);
        assertThat(error.trace().message()).isEqualTo("Nein.");
    }

    @Test
    void takesAMissingRouteOfTheServerProfileForAMissingProfile() {
        String body = "{\"code\":\"rest_no_route\",\"message\":\"No route.\",\"data\":{\"status\":404}}";
        for (String operation : List.of("packages.list", "distributions.create", "regions.list")) {
            ConnectorError error =
                    new WordpressErrors().decode(Trace.local("vip", operation, ""), reply(404, Map.of(), body));
            assertThat(error.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(error.trace().vendorCode()).isEqualTo("server_profile_missing");
        }
    }

    @Test
    void looksIntoWrongParameters() {
        String body = """
                {"code":"rest_invalid_param","message":"Invalid parameter(s): status","data":{"status":400,
                "params":{"status":"Status is forbidden."},
                "details":{"status":{"code":"rest_forbidden_status","message":"Status is forbidden.","data":{"status":%d}}}}}
                """;
        assertThat(decode(400, body.formatted(401)).kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(decode(400, body.formatted(403)).kind()).isEqualTo(ErrorKind.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({"413, REJECTED", "500, UNAVAILABLE", "502, UNAVAILABLE", "404, NOT_FOUND"})
    void readsPagesOfWordpress(int status, ErrorKind kind) {
        ConnectorError error =
                decode(status, "<html><style>p{}</style><p>Error establishing a database connection</p>");
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.trace().message()).contains("database connection").doesNotContain("<");
    }
}
