package dev.contentconnect.aprimo.pm;

import dev.contentconnect.aprimo.pm.map.PushMapper;
import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.webhook.WebhookBodyLimit;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRejection.Reason;
import dev.contentconnect.core.webhook.WebhookRequest;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Takes what Productivity Management pushes. An event names an object and no more: read it before acting. Events of our own user
 * are dropped where that user is configured. Safe for several threads.
 *
 * @see <a href="https://developers.aprimo.com/marketing-operations/webhooks/">Aprimo: webhooks, of 2026-06</a>
 */
public final class PmWebhooks implements WebhookReceiver {
    private final PmWebhookProof proof;
    private final @Nullable PmConfig config;

    /**
     * A receiver.
     *
     * @param proof how events are proved
     * @param config names of persons, or null
     */
    public PmWebhooks(PmWebhookProof proof, @Nullable PmConfig config) {
        this.proof = proof;
        this.config = config;
    }

    /**
     * Whether a request looks as if it came from here, for a host with one address for both products.
     *
     * @param request the request; not verified
     * @return whether it is an object with the members that only these events have
     */
    public static boolean looksLikeOne(WebhookRequest request) {
        if (WebhookBodyLimit.standard().check(request).isLeft()) {
            return false;
        }
        try {
            PmObject body = PmObject.of(Json.decodePlain(request.body()));
            return body.value("CalloutLocation") != null && body.value("EventId") != null;
        } catch (JsonException notJson) {
            return false;
        }
    }

    /**
     * One receiver for both products: what looks as if it came from here is taken here, all else there. Either proves what it
     * takes.
     *
     * @param other takes what the DAM sends
     * @return the receiver
     */
    public WebhookReceiver besides(WebhookReceiver other) {
        return request -> looksLikeOne(request) ? receive(request) : other.receive(request);
    }

    @Override
    public Either<WebhookRejection, List<CaseEvent>> receive(WebhookRequest request) {
        return WebhookBodyLimit.standard().check(request).flatMap(this::verify).flatMap(this::read);
    }

    private Either<WebhookRejection, WebhookRequest> verify(WebhookRequest request) {
        if (proof.secrets().isEmpty()) {
            return Either.right(request);
        }
        byte[] given = decoded(request.header(proof.header()).orElse(""));
        byte[] body = request.body();
        boolean right = false;
        for (Secret secret : proof.secrets()) {
            right |= MessageDigest.isEqual(code(secret, body), given);
        }
        return right
                ? Either.right(request)
                : WebhookRejection.refused(Reason.UNVERIFIED, "the signature is missing or does not fit");
    }

    private byte[] decoded(String text) {
        try {
            return proof.hex()
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException garbage) {
            return new byte[0];
        }
    }

    private byte[] code(Secret secret, byte[] body) {
        try {
            String name = proof.algorithm().standardName();
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), name));
            return mac.doFinal(body);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /**
     * Signs a body as the service would, with the first secret, for tests and senders of our own.
     *
     * @param body the bytes exactly as they will be sent
     * @return the headers to send; none where nothing is proved
     */
    public Map<String, String> sign(byte[] body) {
        if (proof.secrets().isEmpty()) {
            return Map.of();
        }
        byte[] code = code(proof.secrets().get(0), body);
        return Map.of(
                proof.header(),
                proof.hex()
                        ? HexFormat.of().formatHex(code)
                        : Base64.getEncoder().encodeToString(code));
    }

    private Either<WebhookRejection, List<CaseEvent>> read(WebhookRequest request) {
        PmObject body;
        try {
            body = PmObject.of(Json.decodePlain(request.body()));
        } catch (JsonException e) {
            return WebhookRejection.refused(Reason.MALFORMED, "not JSON");
        }
        Long own = proof.ownUser();
        if (own != null && own.equals(body.number("CreatingUserId"))) {
            return WebhookRejection.refused(Reason.IRRELEVANT, "of our own user");
        }
        return PushMapper.toEvent(body, config).map(List::of).mapLeft(WebhookRejection::malformed);
    }

    /** Header and the number of secrets; not which. */
    @Override
    public String toString() {
        return "PmWebhooks[" + proof.header() + ", " + proof.secrets().size() + " secret(s)]";
    }
}
