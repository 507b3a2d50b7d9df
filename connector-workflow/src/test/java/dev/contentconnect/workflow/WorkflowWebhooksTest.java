package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRejection.Reason;
import dev.contentconnect.core.webhook.WebhookRequest;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkflowWebhooksTest {
    private static final String BODY = """
            {"eventId": "p-completed", "type": "case.completed", "caseKey": "dam:42:1", "processInstanceId": "p",
             "processDefinitionKey": "contentconnect-approval", "outcome": "approved", "assetId": "42",
             "assetVersion": "1", "time": "2026-11-21T10:15:30.123Z", "later": {"more": 1}}""";

    private final WorkflowWebhooks webhooks = new WorkflowWebhooks(List.of(Secret.of("new"), Secret.of("old")), "dam");

    private Either<WebhookRejection, List<CaseEvent>> receive(String secret, String body) {
        return webhooks.receive(WebhookRequest.of(
                Map.of("x-contentconnect-secret", List.of(secret)),
                body.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH));
    }

    @Test
    void takesTheCurrentAndTheOldSecret() {
        assertThat(receive("new", BODY).isRight()).isTrue();
        assertThat(receive("old", BODY).isRight()).isTrue();
        assertThat(receive("older", BODY).getLeft().reason()).isEqualTo(Reason.UNVERIFIED);
        assertThat(receive("", BODY).getLeft().reason()).isEqualTo(Reason.UNVERIFIED);
    }

    @Test
    void decodesTheCallbackOfOurModels() {
        CaseEvent event = receive("new", BODY).get().get(0);
        assertThat(event.id()).as("the id the feed gives it too").isEqualTo("case.resolved:p");
        assertThat(event.extensions().get("workflow")).containsEntry("eventId", "p-completed");
        assertThat(event.type()).isEqualTo(CaseEventType.CASE_RESOLVED);
        assertThat(event.caseRef()).isEqualTo(SourceRef.of("workflow", "p"));
        assertThat(event.subject()).isEqualTo(SourceRef.of("dam", "42"));
        assertThat(event.outcome()).isEqualTo("approved");
        assertThat(event.occurredAt()).isEqualTo("2026-11-21T10:15:30.123Z");
        assertThat(event.extensions().get("workflow")).containsKey("later");
    }

    @Test
    void takesTheSystemOfTheSubjectFromTheCallback() {
        String body = BODY.replace("\"assetId\"", "\"sourceSystem\": \"shop\", \"assetId\"");
        assertThat(receive("new", body).get().get(0).subject()).isEqualTo(SourceRef.of("shop", "42"));
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(receive("new", "{").getLeft().reason()).isEqualTo(Reason.MALFORMED);
        assertThat(receive("new", "[]").getLeft().reason()).isEqualTo(Reason.MALFORMED);
        assertThat(receive("new", "{\"type\":\"case.completed\"}").getLeft().reason())
                .isEqualTo(Reason.MALFORMED);
        assertThat(receive("new", "{\"type\":\"other\"}").getLeft().reason()).isEqualTo(Reason.IRRELEVANT);
        assertThat(receive("new", " ".repeat(300_000)).getLeft().reason()).isEqualTo(Reason.TOO_LARGE);
    }
}
