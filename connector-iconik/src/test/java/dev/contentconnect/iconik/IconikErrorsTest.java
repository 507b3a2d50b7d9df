package dev.contentconnect.iconik;

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

class IconikErrorsTest extends ErrorDecoderContract {
    private static final Trace TRACE = Trace.local("iconik", "assets.get", "");
    private static final Trace SEARCH = Trace.local("iconik", "search.assets", "");

    IconikErrorsTest() {
        super(new IconikErrors(), TRACE, "errors");
    }

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
}
