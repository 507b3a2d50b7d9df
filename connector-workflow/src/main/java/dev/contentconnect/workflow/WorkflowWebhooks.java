package dev.contentconnect.workflow;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.webhook.WebhookBodyLimit;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRejection.Reason;
import dev.contentconnect.core.webhook.WebhookRequest;
import dev.contentconnect.core.webhook.WebhookSecrets;
import dev.contentconnect.workflow.map.EventMapper;
import io.vavr.control.Either;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the callbacks of our process models: a shared secret in a header, then a small JSON body. */
public final class WorkflowWebhooks implements WebhookReceiver {
    /** The header that carries the shared secret. */
    public static final String SECRET_HEADER = WebhookSecrets.HEADER;

    private static final WebhookBodyLimit LIMIT = new WebhookBodyLimit(256 << 10);

    private final WebhookSecrets secrets;
    private final @Nullable String subjectSystem;

    /**
     * A receiver.
     *
     * @param secrets those that are good now; several during a rotation
     * @param subjectSystem the system of the subject of a case, or null when it is not known
     * @throws IllegalArgumentException when there is no secret
     */
    public WorkflowWebhooks(List<Secret> secrets, @Nullable String subjectSystem) {
        this.secrets = WebhookSecrets.of(secrets);
        this.subjectSystem = subjectSystem;
    }

    @Override
    public Either<WebhookRejection, List<CaseEvent>> receive(WebhookRequest request) {
        return secrets.verify(request, SECRET_HEADER).flatMap(LIMIT::check).flatMap(this::read);
    }

    private Either<WebhookRejection, List<CaseEvent>> read(WebhookRequest request) {
        return request.object().flatMap(body -> {
            if (!"case.completed".equals(body.get("type"))) {
                return WebhookRejection.refused(Reason.IRRELEVANT, "no callback of our models");
            }
            return EventMapper.ofCallback(body, request.receivedAt(), subjectSystem)
                    .map(List::of)
                    .mapLeft(WebhookRejection::malformed);
        });
    }
}
