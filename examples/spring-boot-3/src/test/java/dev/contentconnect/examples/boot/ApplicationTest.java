package dev.contentconnect.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.iconik.IconikConfig;
import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application as it runs, with a tenant on a loopback port. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "logging.level.dev.contentconnect=trace",
            "logging.level.org.springframework.web=debug",
            "management.endpoint.env.show-values=always",
            "management.endpoint.configprops.show-values=always",
        })
@ExtendWith(OutputCaptureExtension.class)
class ApplicationTest {
    private static final String HOOK_SECRET = "hook-Secret-4711";
    private static final byte[] BYTES = "some bytes of a film".getBytes(StandardCharsets.UTF_8);
    private static final FakeClock CLOCK = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
    private static final IconikSandbox SANDBOX = new IconikSandbox(CLOCK);
    private static String film = "";

    private final HttpClient browser = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Webhooks webhooks;

    @DynamicPropertySource
    static void tenant(DynamicPropertyRegistry properties) {
        properties.add("contentconnect.iconik.endpoint", SANDBOX::endpoint);
        properties.add("contentconnect.iconik.appId", () -> IconikSandbox.APP_ID);
        // As a variable CONTENTCONNECT_ICONIK_AUTHTOKEN arrives.
        properties.add("contentconnect.iconik.authtoken", () -> IconikSandbox.TOKEN);
        properties.add("contentconnect.iconik.webhook-secrets", () -> HOOK_SECRET);
        properties.add("contentconnect.iconik.max-attempts", () -> 1);
    }

    @BeforeAll
    static void anAssetIsThere() {
        IconikConfig config = IconikConfig.builder()
                .endpoint(SANDBOX.endpoint())
                .appId(IconikSandbox.APP_ID)
                .authToken(Secret.of(IconikSandbox.TOKEN))
                .time(CLOCK)
                .build();
        try (IconikConnector iconik = IconikConnector.create(config)) {
            Asset draft = Asset.builder(SourceRef.of("dam", "42")).title("Film").build();
            Content bytes = Content.of(new ByteArrayInputStream(BYTES), BYTES.length, "film.mp4", "video/mp4");
            film = iconik.require(AssetWriter.class)
                    .create(new AssetDraft("dam:42", draft, bytes))
                    .ref()
                    .id();
        }
        CLOCK.advance(Duration.ofMinutes(1));
    }

    @BeforeEach
    void nothingIsWrong() {
        SANDBOX.clearFaults();
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void listsAssets() throws Exception {
        HttpResponse<String> answer = get("/assets");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[{\"ref\":\"iconik:" + film + "\",\"title\":\"Film\"}]");
    }

    @Test
    void handsOutBytes() throws Exception {
        HttpResponse<byte[]> answer =
                browser.send(request("/assets/" + film + "/content").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.body()).isEqualTo(BYTES);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("film.mp4");
    }

    @Test
    void tellsItsOwnCallersToComeLaterWhenItIsThrottled() throws Exception {
        SANDBOX.limitRate(1, Duration.ofSeconds(7));
        HttpResponse<String> answer = get("/assets");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        assertThat(answer.body()).contains("RATE_LIMITED iconik").contains("429");
    }

    @Test
    void saysWhatIsWrongWithItsCredential() throws Exception {
        SANDBOX.failNext(2, "*", "/API/", Fault.status(401));
        HttpResponse<String> answer = get("/assets");
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("UNAUTHENTICATED iconik").doesNotContain(IconikSandbox.TOKEN);
    }

    @Test
    void takesWebhooksWithTheSecretAndNoOthers() throws Exception {
        byte[] body = Json.encode(Map.of(
                "system_domain_id", IconikSandbox.SYSTEM_DOMAIN,
                "event_type", "assets",
                "realm", "entity",
                "operation", "update",
                "object_id", film,
                "user_id", "u-1",
                "data", Map.of()));
        assertThat(push(HOOK_SECRET, body)).isEqualTo(204);
        assertThat(webhooks.taken())
                .singleElement()
                .satisfies(event -> assertThat(event.subject()).isEqualTo(SourceRef.of("iconik", film)));
        assertThat(push("a-guess", body)).isEqualTo(401);
        assertThat(push(HOOK_SECRET, "{".getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
        assertThat(push(HOOK_SECRET, new byte[(1 << 20) + 1])).isEqualTo(413);
        assertThat(webhooks.taken()).hasSize(1);
    }

    @Test
    void showsItsRequestsAmongTheMetrics() throws Exception {
        get("/assets");
        assertThat(get("/actuator/metrics/http.client.request.duration?tag=http.response.status_code:200")
                        .body())
                .contains("\"server.address\"", "127.0.0.1", "COUNT");
        assertThat(get("/actuator/metrics/contentconnect.call").body()).contains("assets");
    }

    @Test
    void showsNoSecretInActuatorOrLog(CapturedOutput log) throws Exception {
        SANDBOX.failNext(1, "*", "/API/", Fault.status(403));
        get("/assets");
        String env = get("/actuator/env").body();
        String properties = get("/actuator/configprops").body();
        assertThat(env).contains("contentconnect.iconik.authtoken", "******", IconikSandbox.APP_ID);
        assertThat(properties).contains("authtoken", "******");
        assertThat(env + properties + log.getAll())
                .contains("403")
                .doesNotContain(IconikSandbox.TOKEN)
                .doesNotContain(HOOK_SECRET);
    }

    @Test
    void doesNotStartWithAWrongOptionAndSaysWhichWithoutItsValue() {
        Throwable failure = catchThrowable(() -> new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "contentconnect.iconik.app-id=" + IconikSandbox.APP_ID,
                        "contentconnect.iconik.auth-tokens=" + IconikSandbox.TOKEN)
                .run()
                .close());
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("auth-tokens is not an option").doesNotContain(IconikSandbox.TOKEN);
    }

    @Test
    void livesWithTheJsonLibraryOfItsFramework() {
        boolean three = Integer.getInteger("spring.jackson") == 3;
        assertThat(catchThrowable(() -> Class.forName("tools.jackson.databind.json.JsonMapper")) == null)
                .isEqualTo(three);
        assertThat(catchThrowable(() -> Class.forName("com.fasterxml.jackson.databind.ObjectMapper")))
                .isNull();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int push(String secret, byte[] body) throws Exception {
        HttpRequest push = request("/hooks/iconik")
                .header("X-ContentConnect-Secret", secret)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return browser.send(push, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
