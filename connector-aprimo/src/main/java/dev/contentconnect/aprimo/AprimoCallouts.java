package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.map.CalloutMapper;
import dev.contentconnect.aprimo.map.FieldValues;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.webhook.HmacSignature;
import dev.contentconnect.core.webhook.WebhookBodyLimit;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRejection.Reason;
import dev.contentconnect.core.webhook.WebhookRequest;
import io.vavr.control.Either;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes what rules of the DAM call out. The signature is the base64 of an HMAC-SHA256 over the raw body. A change that we made
 * ourselves fires the rule again; it is told by its user and dropped as irrelevant, or two systems would go on for ever. Answer
 * within five seconds and work later: Aprimo does not call a second time. Safe for several threads.
 */
public final class AprimoCallouts implements WebhookReceiver {
    private static final String REFERENCE_HEADER = "referenceId";

    private final HmacSignature signature;
    private final Supplier<@Nullable String> ownUser;

    /**
     * A receiver.
     *
     * @param secrets those that are good now, as in the setting {@code .hmacSecret}; several during a rotation
     * @param header the header that carries the signature
     * @param ownUser gives the id of our user in the DAM, or null while it is not known, when nothing is dropped
     * @throws IllegalArgumentException when there is no secret
     */
    public AprimoCallouts(List<Secret> secrets, String header, Supplier<@Nullable String> ownUser) {
        this.signature = signature(secrets, header);
        this.ownUser = ownUser;
    }

    /**
     * How call-outs are signed, for tests and senders of the host's own.
     *
     * @param secrets the secrets; the first one signs
     * @param header the header that carries the signature
     * @return the signature
     * @throws IllegalArgumentException when there is no secret
     */
    public static HmacSignature signature(List<Secret> secrets, String header) {
        return HmacSignature.of(secrets, header, HmacSignature.Encoding.BASE64);
    }

    @Override
    public Either<WebhookRejection, List<CaseEvent>> receive(WebhookRequest request) {
        return WebhookBodyLimit.standard()
                .check(request)
                .flatMap(signature::verify)
                .flatMap(this::read);
    }

    private Either<WebhookRejection, List<CaseEvent>> read(WebhookRequest request) {
        return request.object().flatMap(body -> {
            String own = ownUser.get();
            if (own != null && FieldValues.id(own).equals(CalloutMapper.user(body))) {
                return WebhookRejection.refused(Reason.IRRELEVANT, "a change of our own");
            }
            String reference = request.header(REFERENCE_HEADER).orElse(null);
            return CalloutMapper.toEvent(body, request.body(), reference, request.receivedAt())
                    .map(List::of)
                    .mapLeft(WebhookRejection::malformed);
        });
    }
}
