package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.testkit.CapturedLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we proved ourselves with comes back in the words of the system, and goes no further. */
@Timeout(30)
class EchoedSecretsTest {
    private static final String TOKEN = "Zq8pLm2vXc9wRt5kYh7s";

    private record Book(Map<String, Book> books) {}

    private static HttpChannel.Builder channel() {
        return HttpChannel.builder("vendor").retry(RetryPolicy.none());
    }

    private static HttpCall call(RawServer server) {
        return HttpCall.get("things.get", server.uri("/x"))
                .credential("Auth-Token", Secret.of(TOKEN))
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ConnectorException failure(HttpChannel channel, RawServer.Script script) throws IOException {
        try (RawServer server = RawServer.of(script);
                CapturedLog log = CapturedLog.open()) {
            ConnectorException e =
                    catchThrowableOfType(ConnectorException.class, () -> channel.read(call(server), Book.class));
            StringWriter all = new StringWriter();
            e.printStackTrace(new PrintWriter(all));
            assertThat(all + log.text() + e.error()).doesNotContain(TOKEN).contains("***");
            return e;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHENTICATED, '{\"errors\":[\"token Zq8pLm2vXc9wRt5kYh7s is bad\"]}'",
        "503, UNAVAILABLE, 'token Zq8pLm2vXc9wRt5kYh7s is bad'",
        "200, UNDECODABLE, '<html><body><p>token Zq8pLm2vXc9wRt5kYh7s is bad</p></body></html>'",
        "200, UNDECODABLE, '{\"books\":{\"Zq8pLm2vXc9wRt5kYh7s\":7}}'"
    })
    void areMaskedInABody(int status, ErrorKind kind, String body) throws IOException {
        ConnectorException e = failure(channel().build(), RawServer.answer(status, body));
        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e).hasMessageContaining("***");
    }

    @Test
    void areMaskedInARequestIdAndWhereACapCutsThem() throws IOException {
        HttpChannel channel = channel().build();
        assertThat(failure(channel, RawServer.answer(403, "no", "X-Request-Id: " + TOKEN)))
                .hasMessageContaining("request ***");
        ConnectorException cut = failure(channel, RawServer.answer(403, "x".repeat(190) + " " + TOKEN));
        assertThat(cut.error().trace().message()).doesNotContain(TOKEN.substring(0, 6));
    }

    @Test
    void areMaskedInWhatTheTransportSays() throws IOException {
        ConnectorException e =
                failure(channel().build(), exchange -> exchange.send("HTTP/1.1 abc " + TOKEN + "\r\n\r\n"));
        assertThat(e).hasMessageContaining("not HTTP").hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void areMaskedInTheWordsOfADecoderAndOfAStep() throws IOException {
        ErrorDecoder words = new ErrorDecoder() {
            @Override
            public ConnectorError decode(Trace trace, HttpReply reply) {
                return new ConnectorError.Conflict(trace.withVendor("c-" + TOKEN, "said: " + reply.text()));
            }

            @Override
            public @Nullable ConnectorError failureIn(Trace trace, HttpReply reply) {
                return new ConnectorError.NotFound(trace.withVendor(null, "said: " + reply.text()));
            }
        };
        ConnectorException e = failure(channel().errors(words).build(), RawServer.answer(400, TOKEN));
        assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(e.error().trace().vendorCode()).isEqualTo("c-***");
        assertThat(failure(channel().errors(words).build(), RawServer.answer(200, TOKEN))
                        .kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
        HttpStep step = (call, next) -> {
            HttpReply reply = next.proceed(call);
            throw new ConnectorException(
                    new ConnectorError.Forbidden(Trace.local("vendor", "things.get", reply.text())),
                    new IllegalStateException(reply.text()));
        };
        HttpChannel stepped = channel().perAttempt(List.of(step)).build();
        assertThat(failure(stepped, RawServer.answer(200, "token " + TOKEN + " is bad")))
                .hasMessageContaining("token *** is bad");
    }

    @Test
    void areMaskedInEveryPartOfBasicAndInWhatABodyHeld() throws IOException {
        try (RawServer server = RawServer.of(
                exchange -> exchange.reply(400, "no: " + exchange.request().body()))) {
            String basic = Base64.getEncoder().encodeToString(bytes("anna:pass-w0rd-1"));
            HttpCall call = HttpCall.post("things.create", server.uri("/x"))
                    .credential("Authorization", Secret.of("Basic " + basic))
                    .secret(Secret.of("c@llback-secret"))
                    .body(new HttpBody.Bytes(
                            "text/plain", bytes("anna, pass-w0rd-1, " + basic + ", c%40llback-secret")))
                    .build();
            ConnectorException e = catchThrowableOfType(
                    ConnectorException.class, () -> channel().build().send(call));
            assertThat(e.error().trace().message()).isEqualTo("no: anna, ***, ***, ***");
        }
    }

    @Test
    void areFoundWhereAConnectorAsksForWordsOfAnAnswerThatIsWell() throws IOException {
        try (RawServer server = RawServer.of(RawServer.answer(200, "refused: " + TOKEN))) {
            HttpReply reply = channel().build().send(call(server));
            assertThat(reply.masked(reply.text())).isEqualTo("refused: ***");
            assertThat(reply.text()).contains(TOKEN);
        }
    }
}
