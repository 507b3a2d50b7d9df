package dev.contentconnect.workflow;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRejection.Reason;
import dev.contentconnect.core.webhook.WebhookRequest;
import dev.contentconnect.workflow.map.EventMapper;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the callbacks of our process models: a shared secret in a header, then a small JSON body. */
public final class WorkflowWebhooks implements WebhookReceiver {
    /** The header that carries the shared secret. */
    public static final String SECRET_HEADER = "X-ContentConnect-Secret";

    private static final int MAX_BODY = 256 << 10;

    private final List<Secret> secrets;
    private final @Nullable String subjectSystem;

    /**
     * A receiver.
     *
     * @param secrets those that are good now; several during a rotation
     * @param subjectSystem the system of the subject of a case, or null when it is not known
     * @throws IllegalArgumentException when there is no secret
     */
    public WorkflowWebhooks(List<Secret> secrets, @Nullable String subjectSystem) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("callbacks need a secret");
        }
        this.secrets = List.copyOf(secrets);
        this.subjectSystem = subjectSystem;
    }

    @Override
    public Either<WebhookRejection, List<CaseEvent>> receive(WebhookRequest request) {
        if (!isFromUs(request.header(SECRET_HEADER).orElse(""))) {
            return refused(Reason.UNVERIFIED, "the secret is missing or wrong");
        }
        byte[] body = request.body();
        if (body.length > MAX_BODY) {
            return refused(Reason.TOO_LARGE, "larger than " + MAX_BODY + " bytes");
        }
        Object plain;
        try {
            plain = Json.decodePlain(body);
        } catch (JsonException e) {
            return refused(Reason.MALFORMED, "not JSON");
        }
        if (!(plain instanceof Map<?, ?> map)) {
            return refused(Reason.MALFORMED, "not a JSON object");
        }
        if (!"case.completed".equals(map.get("type"))) {
            return refused(Reason.IRRELEVANT, "no callback of our models");
        }
        return EventMapper.ofCallback(map, request.receivedAt(), subjectSystem)
                .map(List::of)
                .mapLeft(issue -> new WebhookRejection(Reason.MALFORMED, issue.path() + " " + issue.problem()));
    }

    /** Compares with every secret, each in constant time, so that the time tells nothing. */
    private boolean isFromUs(String given) {
        if (given.isBlank() || given.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        Secret candidate = Secret.of(given);
        boolean found = false;
        for (Secret secret : secrets) {
            found |= secret.equals(candidate);
        }
        return found;
    }

    private static Either<WebhookRejection, List<CaseEvent>> refused(Reason reason, String detail) {
        return Either.left(new WebhookRejection(reason, detail));
    }
}
