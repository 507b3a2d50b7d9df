package dev.contentconnect.examples.firststeps;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Connectors;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.HostServices;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStepsTest {
    private static final String SECRET = "hook-Secret-4711";
    private static final byte[] BYTES = "some bytes of a film".getBytes(StandardCharsets.UTF_8);

    private final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
    private final IconikSandbox sandbox = new IconikSandbox(clock);
    private final Map<String, String> environment = Map.of(
            "ICONIK_ENDPOINT",
            sandbox.endpoint().toString(),
            "ICONIK_APP_ID",
            IconikSandbox.APP_ID,
            "ICONIK_AUTH_TOKEN",
            IconikSandbox.TOKEN,
            "ICONIK_WEBHOOK_SECRETS",
            SECRET,
            "PATH",
            "/usr/bin");
    private final Connector iconik = Connectors.discover()
            .open(
                    "iconik",
                    OptionReader.fromEnvironment(environment, "ICONIK"),
                    HostServices.defaults().withTime(clock));

    @TempDir
    Path folder;

    @BeforeEach
    void aFilmIsThere() {
        aFilmIsThere("42");
    }

    private void aFilmIsThere(String id) {
        Asset draft = Asset.builder(SourceRef.of("dam", id)).title("Film").build();
        Content bytes = Content.of(new ByteArrayInputStream(BYTES), BYTES.length, "film.mp4", "video/mp4");
        iconik.require(AssetWriter.class).create(new AssetDraft("dam:" + id, draft, bytes));
        clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        iconik.close();
        sandbox.close();
    }

    @Test
    void downloadsWhatIsThere() throws IOException {
        assertThat(FirstSteps.download(iconik, folder.resolve("new"))).isEqualTo("1 files");
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.getFileName().toString()).startsWith("iconik~").endsWith("~film.mp4");
                assertThat(Files.readAllBytes(file)).isEqualTo(BYTES);
            });
        }
    }

    @Test
    void goesOnBehindAnAssetWithoutBytes() throws IOException {
        for (int i = 0; i < 3; i++) {
            Asset draft = Asset.builder(SourceRef.of("dam", "empty-" + i))
                    .title("Empty")
                    .build();
            iconik.require(AssetWriter.class).create(new AssetDraft("dam:empty-" + i, draft, null));
        }
        aFilmIsThere("43");
        assertThat(FirstSteps.download(iconik, folder)).isEqualTo("2 files");
    }

    @Test
    void waitsWhenItIsThrottledAndGoesOn() throws IOException {
        sandbox.limitRate(2, Duration.ofSeconds(7));
        assertThat(FirstSteps.download(iconik, folder)).isEqualTo("1 files");
        assertThat(clock.sleeps()).contains(Duration.ofSeconds(7));
    }

    @Test
    void saysSoWhenItIsThrottledForGood() throws IOException {
        sandbox.limitRate(3, Duration.ofSeconds(7));
        assertThat(FirstSteps.download(iconik, folder))
                .startsWith("0 files, then come back later: RATE_LIMITED iconik ")
                .contains("429", "3 attempts");
    }

    @Test
    void saysSoWhenTheTokenIsRefused() throws IOException {
        sandbox.failNext(2, "*", "/API/", Fault.status(401));
        assertThat(FirstSteps.download(iconik, folder))
                .startsWith("0 files, then the token was refused: UNAUTHENTICATED iconik ")
                .doesNotContain(IconikSandbox.TOKEN);
    }

    @Test
    void hearsWebhooksThatCarryTheSecret() throws Exception {
        List<CaseEvent> heard = new CopyOnWriteArrayList<>();
        HttpServer server = FirstSteps.listen(iconik.require(WebhookReceiver.class), 0, heard::add);
        try {
            byte[] body = Json.encode(Map.of(
                    "system_domain_id", IconikSandbox.SYSTEM_DOMAIN,
                    "event_type", "assets",
                    "realm", "entity",
                    "operation", "create",
                    "object_id", "a-1",
                    "data", Map.of()));
            assertThat(push(server, SECRET, body)).isEqualTo(204);
            assertThat(push(server, "a-guess", body)).isEqualTo(401);
            assertThat(heard).extracting(CaseEvent::subject).containsExactly(SourceRef.of("iconik", "a-1"));
        } finally {
            server.stop(0);
        }
    }

    private static int push(HttpServer server, String secret, byte[] body) throws IOException, InterruptedException {
        URI hook = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/iconik");
        HttpRequest request = HttpRequest.newBuilder(hook)
                .header("X-ContentConnect-Secret", secret)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
