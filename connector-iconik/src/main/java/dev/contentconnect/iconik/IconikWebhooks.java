package dev.contentconnect.iconik;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.webhook.WebhookBodyLimit;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRejection.Reason;
import dev.contentconnect.core.webhook.WebhookRequest;
import dev.contentconnect.core.webhook.WebhookSecrets;
import dev.contentconnect.iconik.map.PushMapper;
import io.vavr.control.Either;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes webhooks and custom actions. iconik signs nothing: a secret in a static header of the webhook is the only proof, so
 * take events as hints and read the object. Safe for several threads.
 */
public final class IconikWebhooks implements WebhookReceiver {
    private final WebhookSecrets secrets;
    private final String header;
    private final @Nullable String systemDomain;

    /**
     * A receiver.
     *
     * @param secrets those that are good now; several during a rotation
     * @param header the header that carries one of them
     * @param systemDomain the tenant that bodies must name, or null for any
     * @throws IllegalArgumentException when there is no secret
     */
    public IconikWebhooks(List<Secret> secrets, String header, @Nullable String systemDomain) {
        this.secrets = WebhookSecrets.of(secrets);
        this.header = header;
        this.systemDomain = systemDomain;
    }

    @Override
    public Either<WebhookRejection, List<CaseEvent>> receive(WebhookRequest request) {
        return secrets.verify(request, header)
                .flatMap(WebhookBodyLimit.standard()::check)
                .flatMap(this::read);
    }

    private Either<WebhookRejection, List<CaseEvent>> read(WebhookRequest request) {
        return request.object().flatMap(body -> {
            if (systemDomain != null && !systemDomain.equals(body.get("system_domain_id"))) {
                return WebhookRejection.refused(Reason.IRRELEVANT, "of another tenant");
            }
            return PushMapper.toEvents(body, PushMapper.digest(request.body()), request.receivedAt())
                    .mapLeft(WebhookRejection::malformed);
        });
    }
}
