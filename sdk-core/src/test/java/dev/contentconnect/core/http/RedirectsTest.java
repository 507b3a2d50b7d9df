package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RedirectsTest {
    private final HttpChannel channel = Channels.once();

    private static RawServer.Script to(int status, Object location) {
        return RawServer.answer(status, "", "Location: " + location);
    }

    private static HttpCall.Builder withCredentials(HttpCall.Builder call) {
        return call.header("X-Plain", "plain")
                .header("X-Api-Key", "hidden")
                .header("Cookie", "hidden")
                .credential("Authorization", Secret.of("hidden"))
                .credential("X-House-Pass", Secret.of("hidden"));
    }

    private HttpReply get(URI uri) {
        return channel.send(withCredentials(HttpCall.get("files.get", uri)).build());
    }

    private ErrorKind failure(HttpCall call) {
        return catchThrowableOfType(ConnectorException.class, () -> channel.send(call))
                .kind();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void areFollowedOnTheSameHostWithEverything(int status) throws IOException {
        try (RawServer server = RawServer.of(to(status, "/b?x=%2F"), RawServer.answer(200, "there"))) {
            HttpReply reply = get(server.uri("/a"));
            assertThat(reply.text()).isEqualTo("there");
            assertThat(reply.uri()).isEqualTo(server.uri("/b?x=%2F"));
            assertThat(server.requests().get(1).target()).isEqualTo("/b?x=%2F");
            assertThat(server.requests().get(1).headers())
                    .containsEntry("Authorization", "hidden")
                    .containsEntry("X-House-Pass", "hidden");
        }
    }

    @Test
    void sayWhereTheyLeadWhenTheyAreNotFollowedAndNoMoreOfIt() throws IOException {
        try (RawServer server = RawServer.of(to(301, "https://there.example:8443/api?sig=hidden"))) {
            HttpCall call = HttpCall.post("things.create", server.uri("/a"))
                    .json(Map.of())
                    .build();
            ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> channel.send(call));
            assertThat(e.kind()).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(e)
                    .hasMessageContaining("redirected to https://there.example:8443, which was not followed")
                    .hasMessageContaining("set `endpoint` to it")
                    .hasMessageNotContaining("hidden");
        }
    }

    @Test
    void loseEveryCredentialOnTheWayToAnotherHost() throws IOException {
        try (RawServer other = RawServer.of(RawServer.answer(200, "there"));
                RawServer server = RawServer.of(to(302, other.uri("/f")))) {
            assertThat(get(server.uri("/a")).text()).isEqualTo("there");
            assertThat(other.requests().get(0).headers())
                    .containsEntry("X-Plain", "plain")
                    .doesNotContainKeys("Authorization", "X-House-Pass", "X-Api-Key", "Cookie")
                    .doesNotContainValue("hidden");
        }
    }

    @Test
    void areNotFollowedToWhereTheCallMustNotGo() throws IOException {
        try (RawServer other = RawServer.of(RawServer.answer(200, "there"));
                RawServer server =
                        RawServer.of(to(302, "/b"), to(302, other.uri("/f")), RawServer.answer(200, "home"))) {
            HttpCall call = HttpCall.get("files.get", server.uri("/a"))
                    .redirectsTo(target -> target.getPort() == server.uri("/").getPort())
                    .build();
            ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> channel.send(call));
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(failure.error().trace().status()).isEqualTo(302);
            assertThat(server.requests()).hasSize(2);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void doNotGetTheirCredentialsBackOnTheWayHome() throws IOException {
        RawServer[] home = new RawServer[1];
        try (RawServer other =
                        RawServer.of(exchange -> to(302, home[0].uri("/b")).serve(exchange));
                RawServer server = RawServer.of(to(302, other.uri("/f")), RawServer.answer(200, "home"))) {
            home[0] = server;
            assertThat(get(server.uri("/a")).text()).isEqualTo("home");
            assertThat(server.requests().get(1).headers()).doesNotContainValue("hidden");
        }
    }

    @Test
    void neverLeadFromHttpsToHttp() {
        HttpCall call =
                HttpCall.get("files.get", URI.create("https://app.example/a")).build();
        HttpReply reply = HttpReply.of(
                call.uri(),
                302,
                HttpHeaders.of(Map.of("Location", List.of("http://app.example/a")), (name, value) -> true),
                new byte[0]);
        assertThat(Redirects.follow(call, reply)).isEmpty();
    }

    @Test
    void doNotGoRoundForEver() throws IOException {
        try (RawServer server = RawServer.of(to(302, "/a"))) {
            HttpCall call = HttpCall.get("files.get", server.uri("/a")).build();
            assertThat(failure(call)).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(server.requests()).hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "https://", "javascript:alert(1)"})
    void areNotFollowedToWhereNobodyCanGo(String location) throws IOException {
        try (RawServer server = RawServer.of(to(302, location), RawServer.answer(200, "x"))) {
            HttpCall call = HttpCall.get("files.get", server.uri("/a")).build();
            assertThat(failure(call)).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void doNotReplayAWrite(int status) throws IOException {
        try (RawServer server = RawServer.of(to(status, "/b"), RawServer.answer(200, "x"))) {
            HttpCall call = HttpCall.post("things.create", server.uri("/a"))
                    .json(Map.of("a", 1))
                    .build();
            assertThat(failure(call)).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void repeatAWriteWhereTheStatusSaysSo() throws IOException {
        try (RawServer server = RawServer.of(to(307, "/b"), RawServer.answer(200, "x"))) {
            channel.send(HttpCall.post("things.create", server.uri("/a"))
                    .json(Map.of("a", 1))
                    .build());
            assertThat(server.requests()).extracting(RawServer.Request::body).containsExactly("{\"a\":1}", "{\"a\":1}");
            assertThat(server.requests()).extracting(RawServer.Request::method).containsExactly("POST", "POST");
        }
    }

    @Test
    void askForWhatASearchByPostPointsAtWithoutItsBody() throws IOException {
        try (RawServer server = RawServer.of(to(303, "/b"), RawServer.answer(200, "x"))) {
            channel.send(HttpCall.post("things.search", server.uri("/a"))
                    .effect(Effect.SAFE)
                    .json(Map.of("a", 1))
                    .build());
            assertThat(server.requests()).extracting(RawServer.Request::method).containsExactly("POST", "GET");
            assertThat(server.requests().get(1).body()).isEmpty();
        }
    }

    @Test
    void neverSendABodyTwiceThatCanBeReadOnce() throws IOException {
        try (RawServer server = RawServer.of(to(307, "/b"), RawServer.answer(200, "x"))) {
            HttpCall call = HttpCall.post("things.search", server.uri("/a"))
                    .effect(Effect.SAFE)
                    .body(new HttpBody.Stream("text/plain", 1, false, () -> new ByteArrayInputStream(new byte[1])))
                    .build();
            assertThat(failure(call)).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void neverCarryABodyToAnotherHostBecauseItMayHoldCredentials() throws IOException {
        try (RawServer other = RawServer.of(RawServer.answer(200, "x"));
                RawServer server = RawServer.of(to(307, other.uri("/token")))) {
            HttpCall call = HttpCall.post("token", server.uri("/token"))
                    .body(HttpBody.form(Map.of("client_secret", "hidden")))
                    .build();
            assertThat(failure(call)).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(other.requests()).isEmpty();
        }
    }
}
