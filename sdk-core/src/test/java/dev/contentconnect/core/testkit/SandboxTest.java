package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SandboxTest {
    private final Shop shop = new Shop();

    private static final class Shop extends Sandbox {
        private int sold;

        Shop() {
            route(
                    "GET",
                    "/items/{id}",
                    request -> SandboxResponse.json(new TreeMap<>(Map.of(
                            "id",
                            request.parameter("id"),
                            "status",
                            "new",
                            "query",
                            request.query("q").orElse("")))));
            route("POST", "/items", request -> {
                sold++;
                return SandboxResponse.json(201, request.json());
            });
        }
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(shop.endpoint() + path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void decodesPathAndQuery() throws Exception {
        assertThat(get("/items/a%3A%20%2F+b?q=x+y%2B").body())
                .isEqualTo("{\"id\":\"a: /+b\",\"query\":\"x y+\",\"status\":\"new\"}");
    }

    @Test
    void answersOtherPathsWith404() throws Exception {
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void failsOnlyTheNextMatchingRequests() throws Exception {
        shop.failNext(2, "GET", "/items", Fault.tooManyRequests(7));

        HttpResponse<String> first = get("/items/1");
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).contains("7");
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/items/1").statusCode()).isEqualTo(429);
        assertThat(get("/items/1").statusCode()).isEqualTo(200);
        assertThat(shop.requests("GET", "/items")).hasSize(3);
    }

    @Test
    void breaksConnections() {
        shop.failNext(1, "*", "/", Fault.connectionReset());
        assertThatThrownBy(() -> get("/items/1")).isInstanceOf(IOException.class);
        shop.failNext(2, "*", "/", Fault.emptyReply());
        assertThatThrownBy(() -> get("/items/1")).isInstanceOf(IOException.class);
        shop.clearFaults();
        shop.failNext(1, "*", "/", Fault.malformedChunk());
        assertThatThrownBy(() -> get("/items/1")).isInstanceOf(IOException.class);
    }

    @Test
    void hangsUpInTheMiddleOfABody() throws Exception {
        shop.failNext(1, "*", "/", Fault.truncatedBody());
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), shop.endpoint().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /items/1 HTTP/1.1\r\nHost: shop\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            String whole = get("/items/1").body();

            assertThat(answer).startsWith("HTTP/1.1 200").contains("Content-Length: " + whole.length());
            assertThat(body).isNotEmpty().hasSizeLessThan(whole.length());
            assertThat(whole).startsWith(body);
        }
    }

    @Test
    void sendsSlowlyAndLate() throws Exception {
        shop.failNext(1, "*", "/", Fault.slowBody(Duration.ofMillis(200)));
        long start = System.nanoTime();
        assertThat(get("/items/1").body()).contains("\"id\":\"1\"");
        shop.failNext(1, "*", "/", Fault.latency(Duration.ofMillis(100)));
        assertThat(get("/items/1").body()).contains("\"id\":\"1\"");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(250));
    }

    @Test
    void changesTrueAnswers() throws Exception {
        shop.failNext(1, "*", "/", Fault.unknownWord("status", "glowing"));
        assertThat(get("/items/1").body()).contains("\"status\":\"glowing\"");
        shop.failNext(1, "*", "/", Fault.unknownMembers());
        assertThat(get("/items/1").body()).contains("zzFromTheFuture", "\"zzNull\":null");
        shop.failNext(1, "*", "/", Fault.oversizedBody(5_000));
        assertThat(get("/items/1").body()).hasSizeGreaterThan(5_000).endsWith("}");
        shop.failNext(1, "*", "/", Fault.truncatedGzip());
        byte[] packed = get("/items/1").body().getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .isInstanceOf(IOException.class);
        shop.failNext(1, "*", "/", Fault.malformedBody());
        assertThat(get("/items/1").body()).startsWith("{").doesNotEndWith("}");
    }

    @Test
    void losesTheAnswerToAWriteThatHappened() {
        shop.failNext(1, "POST", "/items", Fault.emptyReply().afterHandling());
        HttpRequest post = HttpRequest.newBuilder(URI.create(shop.endpoint() + "/items"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        // The JDK's client repeats a GET by itself, never a POST.
        assertThatThrownBy(() -> send(post)).isInstanceOf(IOException.class);
        assertThat(shop.sold).isEqualTo(1);
    }

    @Test
    void capturesTheLogAtTheFinestLevel() {
        try (CapturedLog log = CapturedLog.open()) {
            LoggerFactory.getLogger("dev.contentconnect.core.http.Fresh" + System.nanoTime())
                    .trace("whisper");
            assertThat(log.text()).contains("whisper");
        }
    }
}
