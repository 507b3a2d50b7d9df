package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.observe.CallInfo;
import dev.contentconnect.core.observe.CallListener;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.retry.RetryQuota;
import dev.contentconnect.core.testkit.FakeClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RetryStepTest {
    private final FakeClock clock = Channels.clock();
    private final HttpChannel channel = Channels.retrying(clock).build();

    private static HttpCall get(RawServer server) {
        return HttpCall.get("things.get", server.uri("/x")).build();
    }

    private static HttpCall post(RawServer server) {
        return HttpCall.post("things.create", server.uri("/x")).json(Map.of()).build();
    }

    private static ConnectorException failure(HttpChannel channel, HttpCall call) {
        return catchThrowableOfType(ConnectorException.class, () -> channel.send(call));
    }

    @Nested
    class Reads {
        @Test
        void areRepeatedAfterEveryPassingFailure() throws IOException {
            List<RawServer.Script> passing = List.of(
                    RawServer.answer(500, ""),
                    RawServer.answer(503, ""),
                    RawServer.answer(429, ""),
                    RawServer.answer(408, ""),
                    RawServer.Exchange::reset,
                    exchange -> {
                        exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nxx");
                        exchange.close();
                    });
            for (RawServer.Script script : passing) {
                try (RawServer server = RawServer.of(script, RawServer.answer(200, "fine"))) {
                    assertThat(channel.send(get(server)).text()).isEqualTo("fine");
                    assertThat(server.requests()).hasSize(2);
                }
            }
        }

        @Test
        void areNotRepeatedWhenItCannotHelp() throws IOException {
            for (int status : new int[] {400, 401, 403, 404, 409, 410, 412, 422, 501}) {
                try (RawServer server = RawServer.of(RawServer.answer(status, ""))) {
                    assertThat(failure(channel, get(server)).error().retryable())
                            .isFalse();
                    assertThat(server.requests()).as("status %s", status).hasSize(1);
                }
            }
        }

        @Test
        void endAfterThreeAttemptsAndKeepTheEarlierFailures() throws IOException {
            try (RawServer server = RawServer.of(
                    RawServer.answer(500, "first"), RawServer.answer(502, "second"), RawServer.answer(503, "third"))) {
                ConnectorException e = failure(channel, get(server));
                assertThat(e.error().trace().status()).isEqualTo(503);
                assertThat(e.error().trace().attempts()).isEqualTo(3);
                assertThat(e).hasMessageContaining("3 attempts").hasMessageContaining("third");
                assertThat(e.getSuppressed()).hasSize(2);
                assertThat(e.getSuppressed()[0]).hasMessageContaining("first");
                assertThat(e.getSuppressed()[1]).hasMessageContaining("second");
            }
        }

        @Test
        void waitLongerEachTimeByHalfOfTheBoundWithThisJitter() throws IOException {
            try (RawServer server = RawServer.of(RawServer.answer(500, ""))) {
                assertThat(failure(channel, get(server))).isNotNull();
                assertThat(clock.sleeps()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
            }
        }

        @Test
        void waitAsLongAsTheServerAsks() throws IOException {
            try (RawServer server = RawServer.of(
                    RawServer.answer(429, "", "Retry-After: 7"),
                    RawServer.answer(
                            503,
                            "",
                            "Date: Sat, 21 Nov 2026 10:00:00 GMT",
                            "Retry-After: Sat, 21 Nov 2026 10:00:09 GMT"),
                    RawServer.answer(200, ""))) {
                channel.send(get(server));
                assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(9));
            }
        }

        @Test
        void doNotWaitBeyondTheirDeadline() throws IOException {
            HttpChannel hasty = Channels.retrying(clock)
                    .settings(Channels.settings(5_000, 5_000, 30_000))
                    .build();
            try (RawServer server = RawServer.of(RawServer.answer(429, "", "Retry-After: 31"))) {
                ConnectorException e = failure(hasty, get(server));
                assertThat(e.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
                assertThat(((ConnectorError.RateLimited) e.error()).retryAfter())
                        .isEqualTo(Duration.ofSeconds(31));
                assertThat(clock.sleeps()).isEmpty();
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @Nested
    class Writes {
        private void once(RawServer.Script script) throws IOException {
            try (RawServer server = RawServer.of(script, RawServer.answer(200, ""))) {
                HttpChannel hasty = Channels.retrying(clock)
                        .settings(Channels.settings(300, 300, 60_000))
                        .build();
                assertThat(failure(hasty, post(server))).isNotNull();
                assertThat(server.requests()).hasSize(1);
            }
        }

        @Test
        void areNotRepeatedWhenTheyMayHaveArrived() throws IOException {
            once(RawServer.answer(500, ""));
            once(RawServer.answer(503, "", "Retry-After: 1"));
            once(RawServer.answer(504, ""));
            once(RawServer.Exchange::reset);
            once(RawServer.Exchange::close);
            once(exchange -> {});
            once(exchange -> exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nxx"));
        }

        @Test
        void areRepeatedWhenTheyWereTurnedAwayAtTheDoor() throws IOException {
            try (RawServer server = RawServer.of(RawServer.answer(429, ""), RawServer.answer(200, ""))) {
                channel.send(post(server));
                assertThat(server.requests()).hasSize(2);
            }
        }

        @Test
        void areRepeatedWhenNobodyAnsweredTheDoor() {
            AtomicInteger attempts = new AtomicInteger();
            HttpChannel counting = Channels.retrying(clock)
                    .perAttempt(List.of((call, next) -> {
                        attempts.incrementAndGet();
                        return next.proceed(call);
                    }))
                    .build();
            HttpCall call = HttpCall.post("things.create", URI.create("http://127.0.0.1:1/x"))
                    .json(Map.of())
                    .build();
            ConnectorException e = failure(counting, call);
            assertThat(e.error().trace().delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(attempts).hasValue(3);
        }

        @Test
        void doNotClaimThatNothingArrivedWhenAnEarlierAttemptMayHave() throws IOException {
            List<RawServer.Script> unclear = List.of(RawServer.Exchange::reset, RawServer.answer(503, ""));
            for (RawServer.Script script : unclear) {
                RawServer server = RawServer.of(script);
                HttpChannel deserted = Channels.retrying(clock)
                        .listener(new CallListener() {
                            @Override
                            public void retrying(CallInfo call, int attempt, ConnectorError error, Duration wait) {
                                close(server);
                            }
                        })
                        .build();
                ConnectorException e = failure(
                        deserted, HttpCall.put("things.set", server.uri("/x")).build());
                assertThat(e.error().trace().attempts()).isEqualTo(3);
                assertThat(e).hasMessageContaining("refused");
                assertThat(e.error().trace().delivery()).isEqualTo(Delivery.UNKNOWN);
            }
        }

        @Test
        void turnedAwayAtTheDoorHaveStillNotBeenCarriedOutWhenTheDoorIsGone() throws IOException {
            RawServer server = RawServer.of(RawServer.answer(429, ""));
            HttpChannel deserted = Channels.retrying(clock)
                    .listener(new CallListener() {
                        @Override
                        public void retrying(CallInfo call, int attempt, ConnectorError error, Duration wait) {
                            close(server);
                        }
                    })
                    .build();
            assertThat(failure(deserted, post(server)).error().trace().delivery())
                    .isEqualTo(Delivery.NOT_SENT);
        }

        private static void close(RawServer server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Test
        void thatMayBeDoneTwiceAreRepeated() throws IOException {
            try (RawServer server = RawServer.of(RawServer.Exchange::reset, RawServer.answer(200, ""))) {
                channel.send(HttpCall.put("things.set", server.uri("/x"))
                        .json(Map.of())
                        .build());
                assertThat(server.requests()).hasSize(2);
            }
        }
    }

    @Test
    void makesSingleAttemptsOnceTheSharedQuotaIsUsedUp() throws IOException {
        RetryPolicy shared = RetryPolicy.standard().quota(new RetryQuota(3));
        HttpChannel one = Channels.retrying(clock).retry(shared).build();
        HttpChannel other = Channels.retrying(clock).retry(shared).build();
        try (RawServer server = RawServer.of(RawServer.answer(503, ""))) {
            assertThat(failure(one, get(server))).isNotNull();
            assertThat(server.requests()).hasSize(3);
            assertThat(failure(other, get(server))).isNotNull();
            assertThat(server.requests()).hasSize(5);
            assertThat(failure(one, get(server)).error().trace().attempts()).isEqualTo(1);
            assertThat(server.requests()).hasSize(6);
        }
    }

    @Test
    void anInterruptionEndsTheWaitAtOnceAndKeepsTheFlag() throws IOException {
        HttpChannel interrupted = Channels.retrying(clock)
                .listener(new CallListener() {
                    @Override
                    public void retrying(CallInfo call, int attempt, ConnectorError error, Duration wait) {
                        Thread.currentThread().interrupt();
                    }
                })
                .build();
        try (RawServer server = RawServer.of(RawServer.answer(503, "busy"))) {
            ConnectorException e = failure(interrupted, get(server));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(e.kind()).isEqualTo(ErrorKind.CANCELLED);
            assertThat(e.error().trace().delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(e.getSuppressed()).hasSize(1);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void keepsWhatAFailureItselfHadSuppressed() {
        ConnectorException inner =
                new ConnectorException(new ConnectorError.Unauthenticated(Trace.local("vendor", "token", "no")));
        inner.addSuppressed(new IllegalStateException("earlier"));
        HttpChannel failing = Channels.retrying(clock)
                .perAttempt(List.of((call, next) -> {
                    throw inner;
                }))
                .build();
        ConnectorException e = failure(
                failing, HttpCall.get("x", URI.create("http://127.0.0.1:1/")).build());
        assertThat(e.getSuppressed()).hasSize(1);
        assertThat(e.getSuppressed()[0]).hasMessage("earlier");
    }

    @Test
    void releasesAStreamedAnswerThatTheVendorsDecoderChokesOn() throws Exception {
        HttpChannel choking = Channels.retrying(clock)
                .errors(new ErrorDecoder() {
                    @Override
                    public ConnectorError decode(Trace trace, HttpReply reply) {
                        return HttpErrors.byStatus(trace, reply);
                    }

                    @Override
                    public ConnectorError failureIn(Trace trace, HttpReply reply) {
                        throw new IllegalStateException("a mistake in a decoder");
                    }
                })
                .build();
        try (RawServer server =
                RawServer.of(exchange -> exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nxx"))) {
            HttpCall call = HttpCall.get("x", server.uri("/x")).streamed().build();
            assertThat(catchThrowableOfType(IllegalStateException.class, () -> choking.send(call)))
                    .isNotNull();
            assertThat(server.clientHasClosed()).isTrue();
        }
    }

    @Test
    void asksTheVendorsDecoderAboutAnswersThatLookFine() throws IOException {
        HttpChannel strict = Channels.retrying(clock)
                .errors(new ErrorDecoder() {
                    @Override
                    public ConnectorError decode(Trace trace, HttpReply reply) {
                        return HttpErrors.byStatus(trace, reply);
                    }

                    @Override
                    public ConnectorError failureIn(Trace trace, HttpReply reply) {
                        return reply.text().contains("error") ? new ConnectorError.Rejected(trace) : null;
                    }
                })
                .build();
        try (RawServer server = RawServer.of(RawServer.answer(200, "error"), RawServer.answer(200, "fine"))) {
            assertThat(failure(strict, get(server)).kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(strict.send(get(server)).text()).isEqualTo("fine");
        }
    }
}
