package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.testkit.FakeClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WireFailuresTest {
    private record Thing(String id) {}

    private static ConnectorException failure(HttpChannel channel, URI uri) {
        HttpCall call = HttpCall.get("things.get", uri)
                .credential("Authorization", Secret.of("Bearer tok-Hidden-1"))
                .build();
        ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> channel.read(call, Thing.class));
        assertThat(e).as("a ConnectorException").isNotNull();
        assertThat(e).hasMessageContaining("things.get");
        assertThat(e.error().trace().host()).isEqualTo(RequestUri.host(uri));
        assertThat(e).hasStackTraceContaining("vendor");
        assertThat(stackTrace(e)).doesNotContain("Hidden");
        return e;
    }

    private static String stackTrace(Throwable e) {
        java.io.StringWriter out = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(out));
        return out.toString();
    }

    private static ConnectorException failure(HttpChannel channel, RawServer.Script script) throws IOException {
        try (RawServer server = RawServer.of(script)) {
            return failure(channel, server.uri("/things/1"));
        }
    }

    private static HttpChannel quick(long request, long body, long call) {
        return HttpChannel.builder("vendor")
                .settings(Channels.settings(request, body, call))
                .retry(RetryPolicy.none())
                .build();
    }

    @Nested
    class NeverSent {
        private void unavailable(ConnectorException e) {
            assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(e.error().trace().delivery()).as(stackTrace(e)).isEqualTo(Delivery.NOT_SENT);
        }

        @Test
        void anUnknownHost() {
            unavailable(failure(Channels.once(), URI.create("http://no-such-host.invalid/x")));
        }

        @Test
        void aRefusedPort() throws IOException {
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            unavailable(failure(Channels.once(), URI.create("http://127.0.0.1:" + port + "/x")));
        }

        @Test
        void aServerThatSpeaksNoTls() throws IOException {
            try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                Thread thread = new Thread(() -> {
                    try (var socket = plain.accept()) {
                        int unused = socket.getInputStream().read();
                        socket.getOutputStream()
                                .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                        socket.getOutputStream().flush();
                        assertThat(socket.getInputStream().readAllBytes()).isNotNull();
                    } catch (IOException closed) {
                        assertThat(closed).isNotNull();
                    }
                });
                thread.setDaemon(true);
                thread.start();
                unavailable(failure(Channels.once(), URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/x")));
            }
        }

        @Test
        void aSelfSignedCertificate() throws Exception {
            try (SelfSignedServer server = SelfSignedServer.start()) {
                unavailable(failure(Channels.once(), server.uri("/x")));
            }
        }

        @Test
        void aCallWhoseTimeIsOverBeforeItIsSent() throws IOException {
            try (RawServer server = RawServer.of(RawServer.answer(200, "{}"))) {
                FakeClock clock = Channels.clock();
                HttpChannel channel = HttpChannel.builder("vendor")
                        .settings(Channels.settings(5_000, 5_000, 50))
                        .retry(RetryPolicy.none())
                        .time(clock)
                        .perAttempt(List.of((call, next) -> {
                            clock.advance(Duration.ofMillis(50));
                            return next.proceed(call);
                        }))
                        .build();
                ConnectorException e = failure(channel, server.uri("/x"));
                assertThat(e.kind()).isEqualTo(ErrorKind.TIMED_OUT);
                assertThat(e.error().trace().delivery()).isEqualTo(Delivery.NOT_SENT);
                assertThat(server.requests()).isEmpty();
            }
        }
    }

    @Nested
    class PerhapsReceived {
        @Test
        void aResetBeforeTheAnswer() throws IOException {
            ConnectorException e = failure(Channels.once(), RawServer.Exchange::reset);
            assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(e.error().trace().delivery()).isEqualTo(Delivery.UNKNOWN);
        }

        @Test
        void anEmptyReply() throws IOException {
            ConnectorException e = failure(Channels.once(), RawServer.Exchange::close);
            assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(e.error().trace().delivery()).isEqualTo(Delivery.UNKNOWN);
        }

        @Test
        void noAnswerInTime() throws IOException {
            ConnectorException e = failure(quick(200, 5_000, 5_000), exchange -> {});
            assertThat(e.kind()).isEqualTo(ErrorKind.TIMED_OUT);
            assertThat(e.error().trace().delivery()).isEqualTo(Delivery.UNKNOWN);
        }

        @Test
        void somethingThatIsNotHttp() throws IOException {
            ConnectorException e = failure(Channels.once(), exchange -> {
                exchange.send("SSH-2.0-OpenSSH_9.6\r\n\r\n");
                exchange.close();
            });
            assertThat(e.error().trace().delivery()).isNotEqualTo(Delivery.NOT_SENT);
        }

        @Test
        void aLengthThatIsNotANumber() throws IOException {
            ConnectorException e = failure(Channels.once(), exchange -> {
                exchange.send("HTTP/1.1 200 OK\r\nContent-Length: lots\r\n\r\n{}");
                exchange.close();
            });
            assertThat(e.kind()).isEqualTo(ErrorKind.UNDECODABLE);
        }

        @Test
        void anInterruption() throws Exception {
            CountDownLatch arrived = new CountDownLatch(1);
            try (RawServer server = RawServer.of(exchange -> arrived.countDown())) {
                Thread caller = Thread.currentThread();
                Thread interrupter = new Thread(() -> {
                    try {
                        arrived.await();
                        caller.interrupt();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                interrupter.start();
                ConnectorException e = failure(Channels.once(), server.uri("/things/1"));
                assertThat(Thread.interrupted()).isTrue();
                assertThat(e.kind()).isEqualTo(ErrorKind.CANCELLED);
                assertThat(e.error().trace().delivery()).isEqualTo(Delivery.UNKNOWN);
            }
        }
    }

    @Nested
    class SlowBodies {
        /** Never stops sending, far too slowly for its length: each byte is one that a limit on silence would take. */
        private final RawServer.Script drip = exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n");
            CountDownLatch never = new CountDownLatch(1);
            while (!never.await(10, TimeUnit.MILLISECONDS)) {
                exchange.send("x");
            }
        };

        @Test
        void endWithTheBodyTimeoutAndReleaseTheConnection() throws Exception {
            try (RawServer server = RawServer.of(drip)) {
                ConnectorException e = failure(quick(60_000, 100, 60_000), server.uri("/things/1"));
                assertThat(e.kind()).isEqualTo(ErrorKind.TIMED_OUT);
                assertThat(e.error().trace().status()).isEqualTo(200);
                assertThat(server.clientHasClosed()).isTrue();
            }
        }

        @Test
        void endWithTheCallHoweverLongABodyMayTake() throws Exception {
            try (RawServer server = RawServer.of(drip)) {
                ConnectorException e = failure(quick(60_000, 60_000, 300), server.uri("/things/1"));
                assertThat(e.kind()).isEqualTo(ErrorKind.TIMED_OUT);
                assertThat(e.error().trace().status()).isEqualTo(200);
                assertThat(server.clientHasClosed()).isTrue();
            }
        }
    }

    @Nested
    class LargeBodies {
        private void tooLarge(RawServer.Script script) throws Exception {
            try (RawServer server = RawServer.of(script)) {
                ConnectorException e = failure(Channels.once(), server.uri("/things/1"));
                assertThat(e.kind()).isEqualTo(ErrorKind.UNDECODABLE);
                assertThat(e).hasMessageContaining("65536");
                assertThat(server.clientHasClosed()).isTrue();
            }
        }

        @Test
        void announced() throws Exception {
            tooLarge(exchange -> exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 65537\r\n\r\n{"));
        }

        @Test
        void inChunksWithoutAnEnd() throws Exception {
            tooLarge(exchange -> {
                exchange.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                while (!exchange.socket().isClosed()) {
                    exchange.send("1000\r\n" + "x".repeat(4_096) + "\r\n");
                }
            });
        }

        @Test
        void packedIntoAFewBytes() throws IOException {
            byte[] bomb = Gzip.of(new byte[50 << 20]);
            assertThat(bomb.length).isLessThan(60_000);
            ConnectorException e =
                    failure(Channels.once(), exchange -> exchange.reply(200, bomb, "Content-Encoding: gzip"));
            assertThat(e.kind()).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(e).hasMessageContaining("65536");
        }

        @Test
        void ofExactlyTheCapAreTaken() throws IOException {
            String id = "x".repeat(65_536 - "{\"id\":\"\"}".length());
            try (RawServer server = RawServer.of(RawServer.answer(200, "{\"id\":\"" + id + "\"}"))) {
                HttpCall call = HttpCall.get("things.get", server.uri("/x")).build();
                assertThat(Channels.once().read(call, Thing.class).id()).isEqualTo(id);
            }
        }
    }

    @Nested
    class Undecodable {
        private Trace undecodable(RawServer.Script script) throws IOException {
            ConnectorException e = failure(Channels.once(), script);
            assertThat(e.kind()).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(e.error().trace().message()).hasSizeLessThanOrEqualTo(500);
            return e.error().trace();
        }

        @Test
        void aPageForPeople() throws IOException {
            Trace trace = undecodable(RawServer.answer(
                    200, "<html><head><style>b{}</style></head><body><h1>Maintenance</h1></body></html>"));
            assertThat(trace.message()).contains("Maintenance").doesNotContain("<h1>", "b{}");
        }

        @Test
        void textThatIsCutOffInTheMiddle() throws IOException {
            undecodable(RawServer.answer(200, "{\"id\":\"a"));
        }

        @Test
        void anotherForm() throws IOException {
            undecodable(RawServer.answer(200, "[1,2]"));
        }

        @Test
        void nothing() throws IOException {
            undecodable(RawServer.answer(200, ""));
        }

        @Test
        void twoThousandLevels() throws IOException {
            String deep = "{\"id\":".repeat(2_000) + "1" + "}".repeat(2_000);
            undecodable(RawServer.answer(200, deep));
            undecodable(RawServer.answer(200, "[".repeat(2_000) + "]".repeat(2_000)));
        }

        @Test
        void withAnExcerptFreeOfSecrets() throws IOException {
            Trace trace =
                    undecodable(RawServer.answer(200, "{\"access_token\":\"tok-Hidden-2\",\"note\":\"here\" broken"));
            assertThat(trace.message()).contains("here").doesNotContain("Hidden");
        }

        @Test
        void aBodyThatBrokeOff() throws IOException {
            undecodable(exchange -> {
                exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":");
                exchange.close();
            });
            undecodable(exchange -> {
                exchange.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n");
                exchange.reset();
            });
        }

        @Test
        void somethingCompressedThatIsNot() throws IOException {
            undecodable(RawServer.answer(200, "{\"id\":\"1\"}", "Content-Encoding: gzip"));
        }
    }
}
