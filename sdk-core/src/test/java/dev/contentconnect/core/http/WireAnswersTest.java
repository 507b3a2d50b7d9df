package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WireAnswersTest {
    private record Thing(String id) {}

    @Test
    void readsCompressedAnswers() throws IOException {
        byte[] body = Gzip.of("{\"id\":\"42\",\"later\":[]}".getBytes(StandardCharsets.UTF_8));
        try (RawServer server = RawServer.of(exchange -> exchange.reply(200, body, "Content-Encoding: gzip"))) {
            HttpCall call = HttpCall.get("things.get", server.uri("/x")).build();
            assertThat(Channels.once().read(call, Thing.class).id()).isEqualTo("42");
            assertThat(server.requests().get(0).headers())
                    .containsEntry("Accept-Encoding", "gzip")
                    .containsEntry("User-Agent", "test-agent")
                    .doesNotContainKey("Upgrade");
        }
    }

    @Test
    void asksHowLargeAFileIsHoweverLargeItIs() throws IOException {
        try (RawServer server = RawServer.of(exchange ->
                exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\nContent-Encoding: gzip\r\n\r\n"))) {
            HttpReply reply = Channels.once()
                    .send(HttpCall.of("files.size", "HEAD", server.uri("/f"), Effect.SAFE)
                            .build());
            assertThat(reply.header("Content-Length")).contains("9000000000");
            assertThat(reply.body()).isEmpty();
        }
    }

    @Test
    void survivesAKeptConnectionThatTheServerClosed() throws IOException {
        try (RawServer server = RawServer.of(exchange -> {
            exchange.reply(200, "{\"id\":\"1\"}");
            exchange.close();
        })) {
            HttpChannel channel = Channels.once();
            for (int i = 0; i < 5; i++) {
                HttpCall call = HttpCall.get("things.get", server.uri("/x")).build();
                assertThat(channel.read(call, Thing.class).id()).isEqualTo("1");
            }
        }
    }

    @Test
    void refusesToCallAfterClose() throws IOException {
        try (RawServer server = RawServer.of(RawServer.answer(200, "{}"))) {
            HttpChannel channel = Channels.once();
            channel.close();
            HttpCall call = HttpCall.get("things.get", server.uri("/x")).build();
            IllegalStateException e = catchThrowableOfType(IllegalStateException.class, () -> channel.send(call));
            assertThat(e).hasMessageContaining("vendor");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void refusesAHeaderThatCannotBeSentWithoutEchoingIt() {
        for (String bad : List.of("Hidden\r\nX: y", "Hidden\u20ac", "Hidden\u0000")) {
            HttpCall.Builder call = HttpCall.get("things.get", URI.create("http://127.0.0.1:1/"));
            IllegalArgumentException e = catchThrowableOfType(
                    IllegalArgumentException.class,
                    () -> Channels.once().send(call.header("X-Custom", bad).build()));
            assertThat(e).isNotNull();
            assertThat(e.getMessage()).contains("X-Custom").doesNotContain("Hidden");
        }
    }
}
