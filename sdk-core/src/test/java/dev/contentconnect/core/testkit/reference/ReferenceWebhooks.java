package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRejection.Reason;
import dev.contentconnect.core.webhook.WebhookRequest;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Takes pushed events: HMAC-SHA256 over time and raw body, five minutes of tolerance both ways. */
record ReferenceWebhooks(Secret secret) implements WebhookReceiver {
    static final String TIME = "X-Reference-Time";
    static final String SIGNATURE = "X-Reference-Signature";
    private static final long TOLERANCE = Duration.ofMinutes(5).toSeconds();
    private static final int MAX_BYTES = 1 << 20;

    @Override
    @SuppressWarnings("unchecked") // JSON objects have names
    public Either<WebhookRejection, List<CaseEvent>> receive(WebhookRequest request) {
        byte[] body = request.body();
        if (body.length > MAX_BYTES) {
            return refuse(Reason.TOO_LARGE, "more than 1 MiB");
        }
        String time = request.header(TIME).orElse("");
        byte[] given = request.header(SIGNATURE).orElse("").getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(given, sign(secret, time, body).getBytes(StandardCharsets.US_ASCII))) {
            return refuse(Reason.UNVERIFIED, "the signature is missing or wrong");
        }
        try {
            long age = request.receivedAt().getEpochSecond() - Long.parseLong(time);
            if (Math.abs(age) > TOLERANCE) {
                return refuse(Reason.STALE, "signed " + age + " s before it came");
            }
            if (!(Json.decodePlain(body) instanceof Map<?, ?> plain)) {
                return refuse(Reason.MALFORMED, "not an object");
            }
            Map<String, @Nullable Object> event = (Map<String, @Nullable Object>) plain;
            return Either.right(List.of(PlainRecords.read(CaseEvent.class, event)));
        } catch (JsonException | IllegalArgumentException | DateTimeException e) {
            return refuse(Reason.MALFORMED, "not an event");
        }
    }

    static String sign(Secret secret, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static WebhookRequest signed(Secret secret, byte[] body, Instant sentAt, Instant receivedAt) {
        String time = Long.toString(sentAt.getEpochSecond());
        Map<String, List<String>> headers = Map.of(TIME, List.of(time), SIGNATURE, List.of(sign(secret, time, body)));
        return WebhookRequest.of(headers, body, receivedAt);
    }

    private static Either<WebhookRejection, List<CaseEvent>> refuse(Reason reason, String detail) {
        return Either.left(new WebhookRejection(reason, detail));
    }
}
