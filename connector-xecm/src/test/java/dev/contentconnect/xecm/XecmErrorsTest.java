package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.testkit.ErrorDecoderContract;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words go before the status, which is 400 or 500 for everything. */
class XecmErrorsTest extends ErrorDecoderContract {
    XecmErrorsTest() {
        super(new XecmErrors(), Trace.local("xecm", "nodes.get", ""), "error", "errorDetail", "results");
    }

    @ParameterizedTest
    @CsvSource({
        "400, Sorry the item you requested could not be accessed., NOT_FOUND",
        "500, Could not get a node for 4711, NOT_FOUND",
        "400, Invalid datatype specified for argument 'id'., REJECTED",
        "400, You do not have permission to perform this action., FORBIDDEN",
        "500, Insufficient permissions to perform this action., FORBIDDEN",
        "500, An item with the name 'x' already exists., CONFLICT",
        "400, An item with the name 'x' already exists., CONFLICT",
        "500, The attribute group 'Asset' already exists., CONFLICT",
        "409, An EDIT CONFLICT has occurred., CONFLICT",
        "404, No node has the nickname., NOT_FOUND",
        "500, The roles cannot be parsed., REJECTED",
        "400, The REST API URL could not be found in the mappings registry., REJECTED",
        "400, Error Evaluating Query, REJECTED",
        "401, Authentication Required, UNAUTHENTICATED",
        "500, Etwas ist schiefgegangen, REJECTED",
        "503, busy, UNAVAILABLE"
    })
    void tellsKindsApartByWords(int status, String said, ErrorKind kind) {
        ConnectorError error = decode(status, "{\"error\":\"" + said + "\"}");
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.trace().message()).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "  {\"results\":{\"id\":1}",
                "{\"results\":[{},{}",
                "[1,2",
                "{\"a\":\"}",
                "{\"a\":\"b\\\"}",
                "{\"a\":\"b\\",
                "{\"a\":\"[{\",\"b\":1"
            })
    void takesTheBeginningOfAnAnswerForAnOutage(String body) {
        ConnectorError error = failureIn("nodes.get", body);
        assertThat(error.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(error.trace().vendorCode()).isEqualTo("json_cut_off");
        assertThat(failureIn(XecmErrors.CONTENT, body))
                .as("what a document holds")
                .isNull();
    }

    @Test
    void takesAPageForADocumentOnlyWhereTheDocumentMayBeOne() {
        HttpReply page = reply(200, Map.of("Content-Type", "text/html"), "<html>starting</html>");
        ConnectorError error = new XecmErrors().failureIn(Trace.local("xecm", XecmErrors.CONTENT, ""), page);
        assertThat(error).isNotNull();
        assertThat(error.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(error.trace().vendorCode()).isEqualTo(HttpErrors.PAGE_FOR_PEOPLE);
        assertThat(new XecmErrors().failureIn(Trace.local("xecm", XecmErrors.PAGE, ""), page))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                " {\"results\":[{\"id\":1}]} ",
                "{\"a\":\"{[\"}",
                "{\"a\":\"\\\"{\"}",
                "{\"a\":\"\\\\\"}",
                "pong {",
                "\"{\"",
                "}{"
            })
    void leavesAWholeAnswerAndWhatIsNoneToTheReader(String body) {
        assertThat(failureIn("nodes.get", body)).isNull();
    }

    @Test
    void takesA500WithoutWordsForAnOutage() {
        assertThat(decode(500, "<html>oops</html>").kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(decode(500, "").kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    }

    @Test
    void readsTheWordsOfRecordsManagement() {
        assertThat(decode(400, "{\"results\":{\"ok\":false,\"errMsg\":\"Insufficient permissions\",\"id\":0}}")
                        .kind())
                .isEqualTo(ErrorKind.FORBIDDEN);
    }
}
