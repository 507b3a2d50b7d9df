package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.webhook.WebhookRejection;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** WebhookReceiver: an open port, to which anybody sends anything. */
abstract class PushChecks extends Checks {
    PushChecks(ConnectorContract contract) {
        super(contract);
    }

    @Test
    void takesAGenuinePushAndGivesItsEventTheSameIdEachTime() {
        WebhookReceiver receiver = capability(WebhookReceiver.class);
        Either<WebhookRejection, List<CaseEvent>> taken =
                receiver.receive(subject().webhook());
        assertThat(taken.isRight())
                .as("a genuine push is taken, and is %s", taken)
                .isTrue();
        assertThat(taken.get())
                .isNotEmpty()
                .allMatch(event -> event.source().equals(connector().system()));
        assertThat(receiver.receive(subject().webhook()).get())
                .extracting(CaseEvent::id)
                .isEqualTo(taken.get().stream().map(CaseEvent::id).toList());
        assertThat(sandbox().requests()).isEmpty();
    }

    private WebhookRejection.Reason refusal(byte[] body, Instant sentAt) {
        Either<WebhookRejection, List<CaseEvent>> refused =
                capability(WebhookReceiver.class).receive(subject().webhook(body, sentAt));
        assertThat(refused.isLeft()).as("a push is refused, and is %s", refused).isTrue();
        return refused.getLeft().reason();
    }

    @Test
    void turnsAPushAwayThatWasNotSentJustNow() {
        capability(WebhookReceiver.class);
        assumeTrue(subject().isWebhookTimed(), "the vendor's proof does not cover the time");
        byte[] body = subject().webhook().body();
        assertThat(refusal(body, clock().now().minus(Duration.ofDays(365)))).isEqualTo(WebhookRejection.Reason.STALE);
        assertThat(refusal(body, clock().now().plus(Duration.ofDays(1)))).isEqualTo(WebhookRejection.Reason.STALE);
    }

    @Test
    void turnsAPushAwayThatIsNoEvent() {
        capability(WebhookReceiver.class);
        for (String body : List.of("", "hello", "7", "null", "[]", "{}", "{\"id\":")) {
            assertThat(refusal(body.getBytes(StandardCharsets.UTF_8), clock().now()))
                    .as("what becomes of %s", body)
                    .isNotEqualTo(WebhookRejection.Reason.TOO_LARGE);
        }
    }

    @Test
    void turnsAPushAwayThatIsTooLarge() {
        capability(WebhookReceiver.class);
        byte[] body = subject().webhook().body();
        byte[] large = Arrays.copyOf(body, 2 << 20);
        Arrays.fill(large, body.length, large.length, (byte) ' ');
        assertThat(refusal(large, clock().now())).isEqualTo(WebhookRejection.Reason.TOO_LARGE);
    }

    @Test
    void answersAPushWhoseMembersHaveOtherTypes() {
        WebhookReceiver receiver = capability(WebhookReceiver.class);
        Object event = Json.decodePlain(subject().webhook().body());
        assertThat(event).as("the event of webhook()").isInstanceOf(Map.class);
        ((Map<?, ?>) event).keySet().forEach(name -> {
            for (Object value : List.of(7, true, "x", List.of("x"), Map.of("x", List.of()))) {
                Map<Object, Object> other = new LinkedHashMap<>((Map<?, ?>) event);
                other.put(name, value);
                assertThat(receiver.receive(subject().webhook(Json.encode(other), clock().now())))
                        .as("what becomes of %s", other)
                        .isNotNull();
            }
        });
    }

    @Test
    void turnsAForgedPushAway() {
        WebhookReceiver receiver = capability(WebhookReceiver.class);
        Either<WebhookRejection, List<CaseEvent>> refused =
                receiver.receive(subject().forgedWebhook());
        assertThat(refused.isLeft())
                .as("a push without a good proof is refused, and is %s", refused)
                .isTrue();
        assertThat(refused.getLeft().reason()).isEqualTo(WebhookRejection.Reason.UNVERIFIED);
        subject()
                .secrets()
                .forEach(secret -> assertThat(refused.getLeft().detail()).doesNotContain(secret));
    }
}
