package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRequest;
import dev.contentconnect.workflow.engine.OnRealEngine;
import dev.contentconnect.workflow.engine.RealEngine;
import io.vavr.control.Either;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** On the real engine. */
@OnRealEngine
class RealEngineFlowIT {
    private static @Nullable RealEngine engine;
    private static @Nullable WorkflowConnector connector;

    @BeforeAll
    static void start() {
        engine = RealEngine.start();
        connector = WorkflowConnector.create(config(engine).build());
        ModelLibrary.deployAll(connector.client());
    }

    static WorkflowConfigBuilder config(RealEngine engine) {
        return WorkflowConfig.builder()
                .endpoint(engine.endpoint())
                .tenant(RealEngine.TENANT)
                .clientId(RealEngine.CLIENT_ID)
                .clientSecret(Secret.of(RealEngine.CLIENT_SECRET));
    }

    @AfterAll
    static void stop() {
        if (connector != null) {
            connector.close();
        }
        if (engine != null) {
            engine.close();
        }
    }

    @Nested
    class Approvals extends ApprovalFlow {
        Approvals() {
            super(config(engine).build(), connector);
        }
    }

    @Nested
    class Cases extends CaseFlow {
        Cases() {
            super(config(engine).build(), connector);
        }
    }

    @Nested
    class Feed extends FeedFlow {
        Feed() {
            super(config(engine).build(), connector);
        }
    }

    @Nested
    class Client extends ClientFlow {
        Client() {
            super(config(engine).build(), connector);
        }
    }

    @Nested
    class Models extends ModelsFlow {
        Models() {
            super(config(engine).build(), connector);
        }
    }

    /** What a sandbox has not: pictures, timers, callbacks and persons. */
    @Nested
    class Alone extends FlowScene {
        Alone() {
            super(RealEngineFlowIT.config(engine).build(), connector);
        }

        @Test
        void drawsWhereACaseStands() {
            String root = requested("legal").get(0).caseRef().id();

            assertThat(connector().client().processInstances().diagram(root)).startsWith(0x89, 'P', 'N', 'G');
        }

        @Test
        void tellsTheReceiverOfTheEndOfACase() throws Exception {
            BlockingQueue<Either<WebhookRejection, List<CaseEvent>>> received = new LinkedBlockingQueue<>();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
            try (WorkflowConnector calling = WorkflowConnector.create(RealEngineFlowIT.config(engine)
                    .webhookSecrets(List.of(Secret.of("callback-77aa")))
                    .callbackUrl(address)
                    .build())) {
                WebhookReceiver receiver = calling.require(WebhookReceiver.class);
                server.createContext("/hook", exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    received.add(
                            receiver.receive(WebhookRequest.of(exchange.getRequestHeaders(), body, Instant.now())));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
                server.start();
                ApprovalDesk desk = calling.require(ApprovalDesk.class);
                Approval asked = desk.request(request("legal")).get(0);
                desk.decide(
                        asked.ref(), Decision.of(DecisionOutcome.APPROVED, null).by(ANNA));

                Either<WebhookRejection, List<CaseEvent>> answer = received.poll(30, TimeUnit.SECONDS);

                assertThat(answer).isNotNull();
                assertThat(answer.get()).singleElement().satisfies(event -> {
                    assertThat(event.type()).isEqualTo(CaseEventType.CASE_RESOLVED);
                    assertThat(event.caseRef()).isEqualTo(asked.caseRef());
                    assertThat(event.caseKey()).isEqualTo(key);
                    assertThat(event.outcome()).isEqualTo("approved");
                    assertThat(event.subject()).isEqualTo(SourceRef.of("dam", "42"));
                });
            } finally {
                server.stop(0);
            }
        }

        @Test
        void recordsThatAReviewIsOverdue() {
            SourceRef caseRef = cases().open(new CaseRequest(
                            key,
                            "contentconnect-rights-review",
                            "Rights",
                            SourceRef.of("dam", "42"),
                            null,
                            null,
                            null,
                            Map.of("escalateAfter", "PT1S")))
                    .ref();

            // Pitfall 6: timers run on the server's cycle, so nothing is said about when.
            Object escalated = eventually(() -> variables(cases().get(caseRef)).get("escalated"));

            assertThat(escalated).isEqualTo(true);
            assertThat(open(caseRef, "rightsReview").status()).isEqualTo(TaskStatus.OPEN);
        }

        @Test
        void aCaseOpenedWithAPasswordBelongsToAPerson() {
            try (WorkflowConnector ann = WorkflowConnector.create(RealEngineFlowIT.config(engine)
                    .username("ann@example.com")
                    .password(Secret.of(RealEngine.USER_PASSWORD))
                    .build())) {
                CaseRecord opened = ann.require(CaseDesk.class)
                        .open(new CaseRequest(
                                key, "contentconnect-rights-review", "Rights", null, null, null, null, Map.of()));

                assertThat(opened.extensions().get("workflow")).containsEntry("startUserId", "ann@example.com");
            }
        }
    }
}
