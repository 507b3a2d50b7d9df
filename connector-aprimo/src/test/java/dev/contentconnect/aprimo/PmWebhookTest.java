package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.aprimo.pm.PmWebhookProof;
import dev.contentconnect.aprimo.pm.PmWebhooks;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRejection.Reason;
import dev.contentconnect.core.webhook.WebhookRequest;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PmWebhookTest {
    private static final Instant NOW = Instant.parse("2031-05-04T03:02:09Z");
    private static final PmWebhooks RECEIVER = new PmWebhooks(PmPushes.PROOF, null);

    private static PmWebhooks withOwnUser(long user) {
        return new PmWebhooks(
                new PmWebhookProof(PmPushes.PROOF.secrets(), "X-SH1", PmWebhookProof.Algorithm.SHA256, false, user),
                null);
    }

    private static CaseEvent event(Either<WebhookRejection, List<CaseEvent>> received) {
        assertThat(received.isRight()).isTrue();
        return received.get().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "1,3,request.received,activity-proposals",
        "1,10891,request.received,generic-object-alpha",
        "1,9963,task.created,tasks",
        "2,1,status.changed,activities",
        "3,39,object.deleted,digital-assets",
        "100,9963,status.changed,tasks",
        "102,9952,case.opened,projects",
        "103,9952,case.held,projects",
        "105,9952,case.resolved,projects",
        "120,6135,budget.decided,commitments",
        "999,6135,aprimo.callout_999,commitments",
        "2,77777,status.changed,something"
    })
    void tellsWhatHappenedToWhich(int kind, int type, String word, String resource) {
        CaseEvent event = event(RECEIVER.receive(PmPushes.signed(PmPushes.body(kind, type, 12), NOW)));
        assertThat(event.type().value()).isEqualTo(word);
        assertThat(event.subject()).isEqualTo(SourceRef.of("aprimo", resource + "/501"));
        assertThat(event.id()).isEqualTo("3d9f1a50-0000-4000-8000-000000000002");
        assertThat(event.occurredAt()).isEqualTo("2031-05-04T03:02:01Z");
    }

    @Test
    void givesARepeatedEventTheSameIdAlthoughItsOwnOneDiffers() {
        Map<String, @Nullable Object> again = PmPushes.body(2, 1, 12);
        again.put("RetryCount", 3);
        again.put("Id", "3d9f1a50-0000-4000-8000-00000000000f");
        CaseEvent first = event(RECEIVER.receive(PmPushes.signed(PmPushes.body(2, 1, 12), NOW)));
        assertThat(event(RECEIVER.receive(PmPushes.signed(again, NOW))).id()).isEqualTo(first.id());
    }

    @Test
    void dropsWhatOurOwnUserDidWithoutAnError() {
        Either<WebhookRejection, List<CaseEvent>> own =
                withOwnUser(4711).receive(PmPushes.signed(PmPushes.body(2, 1, 4711), NOW));
        assertThat(own.getLeft().reason()).isEqualTo(Reason.IRRELEVANT);
        assertThat(own.getLeft().status()).isEqualTo(204);
        assertThat(withOwnUser(4711)
                        .receive(PmPushes.signed(PmPushes.body(2, 1, 12), NOW))
                        .isRight())
                .isTrue();
    }

    @Test
    void refusesWhatIsNotProvedBeforeReadingIt() {
        assertThat(RECEIVER.receive(PmPushes.unsigned(PmPushes.body(2, 1, 12), NOW))
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.UNVERIFIED);
        byte[] garbage = "not json".getBytes(StandardCharsets.UTF_8);
        WebhookRequest forged = WebhookRequest.of(Map.of("x-sh1", List.of("AAAA")), garbage, NOW);
        assertThat(RECEIVER.receive(forged).getLeft().reason()).isEqualTo(Reason.UNVERIFIED);
    }

    @ParameterizedTest
    @CsvSource({"SHA1,true", "SHA1,false", "SHA256,true", "SHA256,false"})
    void takesTheProofInEveryFormThatMayBeMeant(PmWebhookProof.Algorithm algorithm, boolean hex) {
        List<Secret> secrets = List.of(Secret.of("new-secret"), Secret.of("old-secret"));
        PmWebhooks receiver = new PmWebhooks(new PmWebhookProof(secrets, "X-Code", algorithm, hex, null), null);
        PmWebhooks sender = new PmWebhooks(
                new PmWebhookProof(List.of(Secret.of("old-secret")), "X-Code", algorithm, hex, null), null);
        byte[] body = Json.encodeWithNulls(PmPushes.body(2, 1, 12));
        Map<String, List<String>> headers = new LinkedHashMap<>();
        sender.sign(body).forEach((name, value) -> headers.put(name, List.of(value)));
        assertThat(receiver.receive(WebhookRequest.of(headers, body, NOW)).isRight())
                .isTrue();
        body[body.length - 3] ^= 1;
        assertThat(receiver.receive(WebhookRequest.of(headers, body, NOW)).isRight())
                .isFalse();
        assertThat(receiver.toString()).doesNotContain("new-secret", "old-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EventId", "CalloutLocation", "EventTime"})
    void refusesAnEventThatLacksWhatTellsIt(String member) {
        Map<String, @Nullable Object> body = PmPushes.body(2, 1, 12);
        body.remove(member);
        assertThat(RECEIVER.receive(PmPushes.signed(body, NOW)).getLeft().reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void keepsTheBodyOfATaskActionAsItCame() {
        Map<String, @Nullable Object> body = PmPushes.body(100, 9963, 12);
        body.put("Body", Map.of("action", List.of(1, "two")));
        CaseEvent event = event(RECEIVER.receive(PmPushes.signed(body, NOW)));
        assertThat(event.extensions().get("aprimo")).containsEntry("Body", Map.of("action", List.of(1, "two")));
    }

    @Test
    void standsBesideTheReceiverOfTheDam() {
        WebhookRejection fromDam = new WebhookRejection(Reason.MALFORMED, "the other one");
        WebhookReceiver both = RECEIVER.besides(request -> Either.left(fromDam));
        assertThat(both.receive(PmPushes.signed(PmPushes.body(2, 1, 12), NOW)).isRight())
                .isTrue();
        assertThat(both.receive(PmPushes.signed(Map.of("recordId", "0a1b"), NOW))
                        .getLeft())
                .isEqualTo(fromDam);
    }

    @Test
    void isToldFromWhatTheDamSends() {
        assertThat(PmWebhooks.looksLikeOne(PmPushes.signed(PmPushes.body(2, 1, 12), NOW)))
                .isTrue();
        assertThat(PmWebhooks.looksLikeOne(PmPushes.signed(Map.of("recordId", "0a1b"), NOW)))
                .isFalse();
        byte[] garbage = "[[".getBytes(StandardCharsets.UTF_8);
        assertThat(PmWebhooks.looksLikeOne(WebhookRequest.of(Map.of(), garbage, NOW)))
                .isFalse();
    }
}
