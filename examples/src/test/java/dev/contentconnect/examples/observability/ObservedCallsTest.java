package dev.contentconnect.examples.observability;

import static dev.contentconnect.examples.observability.Telescope.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.iconik.IconikConfig;
import dev.contentconnect.iconik.IconikConfigBuilder;
import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls to a tenant that stands on a loopback port. */
class ObservedCallsTest {
    private static final String CALL = "iconik users.current";

    private final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
    private final IconikSandbox sandbox = new IconikSandbox(clock);
    private final String port = String.valueOf(sandbox.endpoint().getPort());
    private final Telescope seen = new Telescope();

    @AfterEach
    void close() {
        sandbox.close();
        seen.close();
        assertThat(seen.registry.getCurrentObservation()).isNull();
    }

    @Test
    void aCallIsASpanWithOneBelowItForEachRequest() {
        sandbox.limitRate(1, Duration.ofSeconds(2));
        try (IconikConnector iconik = open(builder -> builder)) {
            iconik.check();
        }

        List<SpanData> requests = seen.spans("GET");
        SpanData call = seen.spans(CALL).get(0);
        assertThat(requests).hasSize(2).allSatisfy(request -> {
            assertThat(request.getParentSpanId()).isEqualTo(call.getSpanId());
            assertThat(request.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(attribute(request, "http.request.method")).isEqualTo("GET");
            assertThat(attribute(request, "server.address")).isEqualTo("127.0.0.1");
            assertThat(attribute(request, "server.port")).isEqualTo(port);
        });
        SpanData throttled = requests.get(0);
        assertThat(attribute(throttled, "http.response.status_code")).isEqualTo("429");
        assertThat(attribute(throttled, "error.type")).isEqualTo("429");
        assertThat(attribute(throttled, "http.request.resend_count")).isNull();
        assertThat(throttled.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        SpanData answered = requests.get(1);
        assertThat(attribute(answered, "http.response.status_code")).isEqualTo("200");
        assertThat(attribute(answered, "error.type")).isEqualTo("none");
        assertThat(attribute(answered, "http.request.resend_count")).isEqualTo("1");
        assertThat(attribute(call, "contentconnect.system")).isEqualTo("iconik");
        assertThat(attribute(call, "contentconnect.operation")).isEqualTo("users.current");
        assertThat(call.getEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.getName()).isEqualTo("retry after rate_limited"));
        assertThat(call.getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
    }

    @Test
    void metersHaveTheTagsOfTheConventionsWhateverTheAnswer() {
        sandbox.failNext(1, "GET", "/API/users/", Fault.truncatedBody());
        sandbox.failNext(1, "GET", "/API/users/", Fault.status(503));
        try (IconikConnector iconik = open(builder -> builder)) {
            iconik.check();
        }

        assertThat(request("200", "undecodable").count()).isEqualTo(1);
        assertThat(request("503", "503").count()).isEqualTo(1);
        assertThat(request("200", "none").count()).isEqualTo(1);
        assertThat(request("200", "none").totalTime(TimeUnit.NANOSECONDS)).isPositive();
        assertThat(seen.meters
                        .get(ObservedCalls.CALL)
                        .tags(
                                "contentconnect.system",
                                "iconik",
                                "contentconnect.operation",
                                "users.current",
                                "error.type",
                                "none")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(seen.meters.get(ObservedCalls.CALL + ".retry").counter().count())
                .isEqualTo(2);
    }

    @Test
    void aRequestWithoutAnAnswerHasNoStatus() {
        try (IconikConnector iconik = open(builder -> builder)) {
            sandbox.close();
            assertThatThrownBy(iconik::check).isInstanceOf(ConnectorException.class);
        }

        assertThat(request("none", "unavailable").count()).isEqualTo(3);
        assertThat(seen.spans("GET"))
                .extracting(span -> attribute(span, "http.request.resend_count"))
                .containsExactly(null, "1", "2");
        assertThat(attribute(seen.spans(CALL).get(0), "error.type")).isEqualTo("unavailable");
    }

    @Test
    void aTokenIsFetchedBelowTheRequestThatNeedsIt() {
        try (IconikConnector iconik =
                open(builder -> builder.authToken(null).clientSecret(Secret.of(IconikSandbox.CLIENT_SECRET)))) {
            iconik.check();
        }

        SpanData request = seen.spans("GET").get(0);
        SpanData token = seen.spans("iconik token").get(0);
        assertThat(token.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(seen.spans("POST"))
                .singleElement()
                .satisfies(post -> assertThat(post.getParentSpanId()).isEqualTo(token.getSpanId()));
    }

    @Test
    void theAnswerToATokenRequestIsNotTakenForThatOfTheCall() {
        try (IconikConnector iconik = open(builder -> builder.authToken(null).clientSecret(Secret.of("a-wrong-one")))) {
            assertThatThrownBy(iconik::check).isInstanceOf(ConnectorException.class);
        }

        SpanData request = seen.spans("GET").get(0);
        assertThat(attribute(request, "http.response.status_code")).isEqualTo("none");
        assertThat(attribute(request, "error.type")).isEqualTo("unauthenticated");
        assertThat(attribute(seen.spans("POST").get(0), "http.response.status_code"))
                .isEqualTo("400");
        assertThat(attribute(seen.spans(CALL).get(0), "error.type")).isEqualTo("unauthenticated");
    }

    @Test
    void aMistakeOfAStepEndsWhatItBegan() {
        IconikConfig config = options(builder -> builder.stepPerAttempt((call, next) -> {
            throw new IllegalStateException("of a step");
        }));
        try (IconikConnector iconik = IconikConnector.create(config)) {
            assertThatThrownBy(iconik::check).isInstanceOf(IllegalStateException.class);
        }

        assertThat(attribute(seen.spans(CALL).get(0), "error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(seen.spans("GET")).hasSize(1);
    }

    @Test
    void callsAreBelowWhatTheHostObserves() {
        try (IconikConnector iconik = open(builder -> builder)) {
            Observation.createNotStarted("host.work", seen.registry).observe(iconik::check);
        }

        assertThat(seen.spans(CALL).get(0).getParentSpanId())
                .isEqualTo(seen.spans("host.work").get(0).getSpanId());
    }

    @Test
    void tellsNoSecretNoPathAndNoQuery() {
        try (IconikConnector iconik = open(builder -> builder)) {
            AssetReader reader = iconik.require(AssetReader.class);
            assertThat(reader.query(AssetQuery.ALL.withText("unreleased film"))).isEmpty();
            sandbox.failNext(1, "*", "/", Fault.status(403));
            assertThatThrownBy(() -> reader.query(AssetQuery.ALL).stream().count())
                    .isInstanceOf(ConnectorException.class);
        }

        assertThat(seen.spans()).isNotEmpty();
        assertThat(seen.everything())
                .contains("403")
                .doesNotContain(IconikSandbox.TOKEN, IconikSandbox.APP_ID, "/API/", "unreleased", "?");
        assertThat(sandbox.requests())
                .allSatisfy(request -> assertThat(request.header("traceparent")).isEmpty());
    }

    private Timer request(String status, String errorType) {
        return seen.meters
                .get(ObservedCalls.REQUEST)
                .tags(
                        "http.request.method",
                        "GET",
                        "server.address",
                        "127.0.0.1",
                        "server.port",
                        port,
                        "http.response.status_code",
                        status,
                        "error.type",
                        errorType)
                .timer();
    }

    private IconikConnector open(UnaryOperator<IconikConfigBuilder> options) {
        return IconikConnector.create(options(options));
    }

    private IconikConfig options(UnaryOperator<IconikConfigBuilder> options) {
        return options.apply(new Wiring(clock)
                        .apply(IconikConfig.builder())
                        .endpoint(sandbox.endpoint())
                        .appId(IconikSandbox.APP_ID)
                        .authToken(Secret.of(IconikSandbox.TOKEN))
                        .listener(new ObservedCalls(seen.registry)))
                .build();
    }
}
