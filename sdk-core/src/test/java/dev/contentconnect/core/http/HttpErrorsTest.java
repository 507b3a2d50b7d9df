package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpErrorsTest {
    private static final Trace TRACE = Trace.local("toy", "assets.get", "");

    private static HttpReply reply(String mediaType, String body) {
        HttpHeaders headers = mediaType.isEmpty()
                ? HttpHeaders.of(Map.of(), (name, value) -> true)
                : HttpHeaders.of(Map.of("Content-Type", List.of(mediaType)), (name, value) -> true);
        return HttpReply.of(
                URI.create("https://library.example/a"), 200, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "text/html; charset=utf-8, ' <p>Back soon</p>', true",
        "TEXT/HTML, <!-- a page -->, true",
        "application/xhtml+xml, <?xml version=\"1.0\"?><html/>, true",
        "'', <html><body>Sign in</body></html>, true",
        "application/json, '\n <!DOCTYPE html><title>Gateway</title>', true",
        "text/html, '{\"id\": \"1\"}', false",
        "text/html, '', false",
        "text/html, OK, false",
        "application/xml, <definitions/>, false",
        "'', <htmlish/>, false",
        "application/json, '{\"text\": \"<html>\"}', false"
    })
    void tellsAPageForPeopleFromData(String mediaType, String body, boolean page) {
        HttpReply reply = reply(mediaType, body);

        assertThat(HttpErrors.isPage(reply)).isEqualTo(page);
        assertThat(HttpErrors.pageForPeople(TRACE, reply) != null).isEqualTo(page);
    }

    @Test
    void takesNoStreamForAPageSinceContentMayBeOne() {
        HttpReply page = reply("text/html", "<html/>");
        HttpReply stream = HttpReply.streamed(
                page.uri(), 200, page.headers(), new ByteArrayInputStream(page.body()), new Presented());

        assertThat(HttpErrors.isPage(stream)).isTrue();
        assertThat(HttpErrors.pageForPeople(TRACE, stream)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/files/a.jpg, text/html; charset=UTF-8, true",
        "/files/a, application/xhtml+xml, true",
        "/files/a.jpg, image/jpeg, false",
        "/files/a.html, text/html, false",
        "/files/A.HTM, text/html, false",
    })
    void takesAPageInPlaceOfAFileForNone(String path, String type, boolean page) {
        HttpReply stream = HttpReply.streamed(
                URI.create("http://127.0.0.1" + path),
                200,
                reply(type, "").headers(),
                new ByteArrayInputStream(new byte[0]),
                new Presented());

        ConnectorError error = HttpErrors.pageForFile(TRACE, stream);

        assertThat(error != null).isEqualTo(page);
        if (error != null) {
            assertThat(error).isInstanceOf(ConnectorError.Undecodable.class);
            assertThat(error.trace().vendorCode()).isEqualTo(HttpErrors.PAGE_FOR_PEOPLE);
        }
    }

    @Test
    void saysThatAPageWithAGoodStatusIsNoDataWhereADecoderSaysNothingElse() {
        ErrorDecoder decoder = HttpErrors::byStatus;

        ConnectorError error = decoder.failureIn(TRACE, reply("text/html", "<h1>Maintenance</h1><p>until noon</p>"));

        assertThat(error).isInstanceOf(ConnectorError.Undecodable.class);
        Trace trace = Objects.requireNonNull(error).trace();
        assertThat(trace.vendorCode()).isEqualTo("page_for_people");
        assertThat(trace.message())
                .contains("Maintenance")
                .contains("until noon")
                .doesNotContain("<");
        assertThat(decoder.failureIn(TRACE, reply("application/json", "{}"))).isNull();
    }

    @Test
    void readsTheMembersOfAnObjectAndOfNothingElse() {
        assertThat(HttpErrors.object(reply("application/json", "{\"error\": \"gone\", \"more\": null}")))
                .containsEntry("error", "gone")
                .containsEntry("more", null);
        assertThat(HttpErrors.object(reply("application/json", "[1]"))).isEmpty();
        assertThat(HttpErrors.object(reply("text/html", "<html/>"))).isEmpty();
        assertThat(HttpErrors.object(reply("application/json", ""))).isEmpty();
    }

    @Test
    void takesTheFirstNameThatSaysSomething() {
        Map<String, Object> body = Map.of("code", 17, "error", " ", "message", "no such thing", "detail", Map.of());

        assertThat(HttpErrors.first(body, "error", "detail", "message", "code")).isEqualTo("no such thing");
        assertThat(HttpErrors.first(body, "code", "message")).isEqualTo("17");
        assertThat(HttpErrors.first(body, "error", "detail", "missing")).isNull();
    }
}
