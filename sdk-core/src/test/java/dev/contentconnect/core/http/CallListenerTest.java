package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.observe.CallInfo;
import dev.contentconnect.core.observe.CallListener;
import dev.contentconnect.core.observe.CallResult;
import dev.contentconnect.core.testkit.FakeClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallListenerTest {
    private final FakeClock clock = Channels.clock();
    private final List<String> events = new ArrayList<>();
    private final CallListener listener = new CallListener() {
        @Override
        public void started(CallInfo call) {
            events.add("started " + call.operation() + " " + call.method());
        }

        @Override
        public void attempting(CallInfo call, int attempt) {
            events.add("attempting " + attempt);
        }

        @Override
        public void retrying(CallInfo call, int attempt, ConnectorError error, Duration wait) {
            events.add("retrying " + attempt + " " + error.kind() + " " + wait.toMillis());
        }

        @Override
        public void succeeded(CallInfo call, CallResult result) {
            events.add("succeeded " + result.status() + " " + result.attempts() + " " + result.bytes());
        }

        @Override
        public void failed(CallInfo call, ConnectorError error, Duration elapsed) {
            events.add("failed " + error.kind() + " " + elapsed.toMillis());
        }

        @Override
        public void broke(CallInfo call, Throwable mistake, Duration elapsed) {
            events.add("broke " + mistake.getMessage() + " " + elapsed.toMillis());
        }
    };

    private static HttpCall get(RawServer server) {
        return HttpCall.get("things.get", server.uri("/x")).build();
    }

    private static ConnectorException failure(HttpChannel channel, HttpCall call) {
        return catchThrowableOfType(ConnectorException.class, () -> channel.send(call));
    }

    @Test
    void hearHowACallWent() throws IOException {
        HttpChannel heard = Channels.retrying(clock).listener(listener).build();
        try (RawServer server =
                RawServer.of(RawServer.answer(503, ""), RawServer.answer(200, "four"), RawServer.answer(404, ""))) {
            heard.send(get(server));
            assertThat(failure(heard, get(server))).isNotNull();
        }
        assertThat(events)
                .containsExactly(
                        "started things.get GET",
                        "attempting 1",
                        "retrying 1 UNAVAILABLE 250",
                        "attempting 2",
                        "succeeded 200 2 4",
                        "started things.get GET",
                        "attempting 1",
                        "failed NOT_FOUND 0");
    }

    @Test
    void hearOfAMistakeThatEndsACall() throws IOException {
        HttpChannel heard = Channels.retrying(clock)
                .listener(listener)
                .perAttempt(List.of((call, next) -> {
                    throw new IllegalStateException("of a step");
                }))
                .build();
        try (RawServer server = RawServer.of()) {
            HttpCall call = get(server);
            assertThatThrownBy(() -> heard.send(call)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(events).containsExactly("started things.get GET", "attempting 1", "broke of a step 0");
    }

    @Test
    void hearThePortAlsoWhereItIsTheUsualOne() {
        List<String> hosts = new ArrayList<>();
        HttpChannel heard = Channels.retrying(clock)
                .listener(new CallListener() {
                    @Override
                    public void started(CallInfo call) {
                        hosts.add(call.host());
                    }
                })
                .perAttempt(List.of((call, next) -> {
                    throw new IllegalStateException("no network here");
                }))
                .build();
        for (String address : List.of("https://app.example/x", "http://app.example/x", "http://[::1]:81/x")) {
            HttpCall call = HttpCall.get("things.get", URI.create(address)).build();
            assertThatThrownBy(() -> heard.send(call)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(hosts).containsExactly("app.example:443", "app.example:80", "[::1]:81");
    }

    @Test
    void cannotBreakACall() throws IOException {
        HttpChannel heard = Channels.retrying(clock)
                .listener(new CallListener() {
                    @Override
                    public void started(CallInfo call) {
                        throw new IllegalStateException("listener");
                    }
                })
                .build();
        try (RawServer server = RawServer.of(RawServer.answer(200, "fine"))) {
            assertThat(heard.send(get(server)).text()).isEqualTo("fine");
        }
    }
}
