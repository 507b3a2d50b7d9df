package dev.contentconnect.workflow.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningEngine.class)
class CallbackTest {

    private record Received(String secret, String contentType, JsonNode body) {}

    private final Cases cases;

    CallbackTest(Cases cases) {
        this.cases = cases;
    }

    @Test
    void tellsTheReceiverWithTheSecretAndEscapesWhatIsNotOurs() throws Exception {
        BlockingQueue<Received> received = new LinkedBlockingQueue<>();
        HttpServer server = server(received, 204);
        try {
            String id = startWithCallback(
                    "x\"y\\z", "http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
            cases.complete(id, "legal", "approved");

            Received call = received.poll(30, TimeUnit.SECONDS);
            assertThat(call).isNotNull();
            assertThat(call.secret()).isEqualTo("s3cret");
            assertThat(call.contentType()).startsWith("application/json");
            assertThat(call.body().path("eventId").asText()).isEqualTo(id + "-completed");
            assertThat(call.body().path("caseKey").asText()).isEqualTo("x\"y\\z");
            assertThat(call.body().path("processInstanceId").asText()).isEqualTo(id);
            assertThat(call.body().path("processDefinitionKey").asText()).isEqualTo("contentconnect-approval");
            assertThat(call.body().path("outcome").asText()).isEqualTo("approved");
            assertThat(call.body().path("assetVersion").isNull()).isTrue();
            assertThat(Instant.parse(call.body().path("time").asText()))
                    .isBetween(
                            Instant.now().minus(Duration.ofMinutes(2)),
                            Instant.now().plusSeconds(1));
            Cases.eventually(() -> cases.ended(id), Boolean::booleanValue);
            assertThat(cases.history(id).variable("callbackState").asText()).isEqualTo("delivered");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aReceiverThatIsDownBlocksNeitherTheApproverNorTheCaseForEver() throws Exception {
        String id = startWithCallback(Cases.key(), "http://127.0.0.1:" + closedPort() + "/hook", "PT2S");
        String task = cases.task(id, "legal");

        cases.complete(id, "legal", "approved");

        assertThat(cases.service().get(Cases.API + "/tasks/" + task).status()).isEqualTo(404);
        assertThat(cases.outcome(id)).isEqualTo("approved");
        assertThat(cases.history(id).variable("callbackState").asText()).isEqualTo("undelivered");
    }

    @Test
    void aReceiverThatFailsIsToldAgainUnderTheSameEventId() throws Exception {
        String quick = new String(RunningEngine.read(RunningEngine.MODELS.resolve("callback.bpmn20.xml")), UTF_8)
                .replace("id=\"contentconnect-callback\"", "id=\"quick-callback\"")
                .replace("R10/PT30S", "R10/PT1S");
        RunningEngine.deploy(cases.service(), quick.getBytes(UTF_8));
        BlockingQueue<Received> received = new LinkedBlockingQueue<>();
        HttpServer server = server(received, 503, 302, 204);
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
            Answer started = cases.service()
                    .post(
                            Cases.API + "/process-instances",
                            Map.of(
                                    "processDefinitionKey",
                                    "quick-callback",
                                    "variables",
                                    Cases.variables(
                                            "callbackUrl",
                                            url,
                                            "callbackSecret",
                                            "",
                                            "caseInstanceId",
                                            "42",
                                            "caseDefinitionKey",
                                            "any",
                                            "outcome",
                                            "done")));

            Cases.eventually(() -> cases.ended(started.id()), Boolean::booleanValue);
            assertThat(received)
                    .extracting(call -> call.body().path("eventId").asText())
                    .containsExactly("42-completed", "42-completed", "42-completed");
            assertThat(cases.history(started.id()).variable("callbackState").asText())
                    .isEqualTo("delivered");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nobodyCanReadTheSecretBack() throws Exception {
        String id = startWithCallback(Cases.key(), "http://127.0.0.1:" + closedPort() + "/hook");

        assertThat(cases.running(id).body().toString())
                .contains("callbackSecret")
                .doesNotContain("s3cret");
        assertThat(cases.history(id).body().toString()).doesNotContain("s3cret");
        assertThat(cases.service()
                        .get(Cases.API + "/process-instances/" + id + "/variables", "count", "100")
                        .body()
                        .toString())
                .doesNotContain("s3cret");
        cases.complete(id, "legal", "approved");
        String delivery = Cases.eventually(
                () -> cases.service()
                        .get(
                                Cases.HISTORY + "/historic-process-instances",
                                "superProcessInstanceId",
                                id,
                                "processDefinitionKey",
                                "contentconnect-callback",
                                "includeProcessVariables",
                                "true")
                        .body()
                        .toString(),
                found -> found.contains("_embedded"));
        assertThat(delivery).contains("callbackSecret").doesNotContain("s3cret");
    }

    private String startWithCallback(String key, String url, String... giveUpAfter) {
        List<Map<String, Object>> variables =
                new ArrayList<>(Cases.variables("stakeholders", "legal", "callbackUrl", url));
        for (String duration : giveUpAfter) {
            variables.add(Cases.variable("callbackGiveUpAfter", duration));
        }
        Map<String, Object> secret = Cases.variable("callbackSecret", "s3cret");
        secret.put("encryption", true);
        variables.add(secret);
        Answer started = cases.service()
                .post(
                        Cases.API + "/process-instances",
                        Map.of(
                                "processDefinitionKey",
                                "contentconnect-approval",
                                "businessKey",
                                key,
                                "variables",
                                variables));
        assertThat(started.status()).isEqualTo(201);
        return started.id();
    }

    /** Answers with these statuses in turn, and with the last one ever after. */
    private static HttpServer server(BlockingQueue<Received> received, int... statuses) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            int turn = Math.min(received.size(), statuses.length - 1);
            received.add(read(exchange));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(statuses[turn], -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Received read(HttpExchange exchange) throws IOException {
        return new Received(
                exchange.getRequestHeaders().getFirst("X-ContentConnect-Secret"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                Caller.JSON.readTree(exchange.getRequestBody()));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
