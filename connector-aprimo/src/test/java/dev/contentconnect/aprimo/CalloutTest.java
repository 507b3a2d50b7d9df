package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRejection.Reason;
import dev.contentconnect.core.webhook.WebhookRequest;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalloutTest {
    private static final String RECORD = "0A1B2C3D-0000-4000-8000-0123456789AB";

    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    /** What the sandbox would have sent. */
    static WebhookRequest signed(Tenant tenant, Map<String, ?> callout) {
        Map<String, Object> body = new LinkedHashMap<>(callout);
        Object reference = body.remove("_reference");
        Map<String, List<String>> more =
                reference == null ? Map.of() : Map.of("referenceId", List.of(reference.toString()));
        return signed(tenant, Json.encode(body), Tenant.CALLOUT_SECRET, more);
    }

    private static WebhookRequest signed(Tenant tenant, byte[] body, Secret secret, Map<String, List<String>> more) {
        Map<String, List<String>> headers = new HashMap<>(more);
        AprimoCallouts.signature(List.of(secret), "x-aprimo-hmac")
                .sign(body, tenant.clock.now())
                .forEach((name, value) -> headers.put(name, List.of(value)));
        return WebhookRequest.of(headers, body, tenant.clock.now());
    }

    private Either<WebhookRejection, List<CaseEvent>> receive(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return tenant.the(WebhookReceiver.class)
                .receive(signed(tenant, bytes, Tenant.CALLOUT_SECRET, Map.of("ReferenceId", List.of("ref-7"))));
    }

    @Test
    void tellsWhoChangedWhichRecordAndWhen() {
        CaseEvent event = receive("{\"event\":\"saved\",\"recordId\":\"" + RECORD
                        + "\",\"userId\":\"" + AprimoSandbox.PERSON
                        + "\",\"status\":\"Released\",\"tenant\":\"acme\",\"occurredOn\":\"2031-05-04T03:02:00.5Z\"}")
                .get()
                .get(0);
        assertThat(event.type()).isEqualTo(CaseEventType.ASSET_UPDATED);
        assertThat(event.subject()).isEqualTo(Tenant.ref("0a1b2c3d0000400080000123456789ab"));
        assertThat(event.actor()).isNotNull().matches(one -> one.id().equals(AprimoSandbox.PERSON));
        assertThat(event.outcome()).isEqualTo("Released");
        assertThat(event.occurredAt()).isEqualTo(Instant.parse("2031-05-04T03:02:00.5Z"));
        assertThat(event.extensions().get("aprimo"))
                .containsEntry("tenant", "acme")
                .containsEntry("referenceId", "ref-7");
    }

    @ParameterizedTest
    @CsvSource({
        "created,asset.created",
        "deleted,asset.deleted",
        "released,asset.published",
        "modified,asset.updated",
        "Archived,aprimo.rule.archived"
    })
    void readsTheWordsOfTheTemplate(String word, String type) {
        assertThat(receive("{\"event\":\"" + word + "\",\"recordId\":\"r1\"}")
                        .get()
                        .get(0)
                        .type())
                .isEqualTo(CaseEventType.of(type));
    }

    @Test
    void needsTheRecordAloneAndTakesTheTimeOfReceiptThen() {
        CaseEvent event = receive("{\"recordId\":17}").get().get(0);
        assertThat(event.subject()).isEqualTo(Tenant.ref("17"));
        assertThat(event.occurredAt()).isEqualTo(tenant.clock.now());
        assertThat(event.id()).isNotEqualTo(id("{\"recordId\":17, \"event\":\"saved\"}"));
        tenant.clock.advance(Duration.ofDays(1));
        assertThat(id("{\"recordId\":17}")).as("another saving").isNotEqualTo(event.id());
    }

    @Test
    void knowsACallOutThatComesTwiceByItsMoment() {
        String body = "{\"recordId\":17, \"occurredOn\":\"2031-05-04T03:02:00.5Z\"}";
        String first = id(body);
        tenant.clock.advance(Duration.ofMinutes(1));
        assertThat(id(body)).isEqualTo(first);
        assertThat(id(body.replace("02:00.5Z", "02:00.6Z"))).isNotEqualTo(first);
    }

    private String id(String body) {
        return receive(body).get().get(0).id();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{\"recordId\":\"a\"b\"}", "[]", "{}", "{\"recordId\":\" \"}", "{\"recordId\":{}}", "null"})
    void refusesWhatATemplateSpoilt(String body) {
        assertThat(receive(body).getLeft().reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void checksTheSignatureOverTheRawBytesBeforeItReads() {
        byte[] body = "{\"recordId\":\"r1\"}".getBytes(StandardCharsets.UTF_8);
        WebhookReceiver receiver = tenant.the(WebhookReceiver.class);
        assertThat(receiver.receive(signed(tenant, body, Secret.of("guessed"), Map.of()))
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.UNVERIFIED);
        WebhookRequest good = signed(tenant, body, Tenant.CALLOUT_SECRET, Map.of());
        Map<String, List<String>> headers =
                Map.of("X-Aprimo-Hmac", List.of(good.header("x-aprimo-hmac").orElseThrow()));
        assertThat(receiver.receive(WebhookRequest.of(headers, body, tenant.clock.now()))
                        .isRight())
                .isTrue();
        byte[] spaced = "{\"recordId\": \"r1\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(receiver.receive(WebhookRequest.of(headers, spaced, tenant.clock.now()))
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.UNVERIFIED);
    }

    @Test
    void takesTheOldSecretToo() {
        byte[] body = "{\"recordId\":\"r1\"}".getBytes(StandardCharsets.UTF_8);
        AprimoCallouts receiver = new AprimoCallouts(
                List.of(Secret.of("the new one, twelve"), Tenant.CALLOUT_SECRET), "x-aprimo-hmac", () -> null);
        assertThat(receiver.receive(signed(tenant, body, Tenant.CALLOUT_SECRET, Map.of()))
                        .isRight())
                .isTrue();
    }
}
