package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.pm.PmWebhookProof;
import dev.contentconnect.aprimo.pm.PmWebhooks;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.webhook.WebhookRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pushed events as Productivity Management sends them. */
final class PmPushes {
    static final PmWebhookProof PROOF = new PmWebhookProof(
            List.of(Secret.of(PmTenantOptions.WEBHOOK_SECRET)), "X-SH1", PmWebhookProof.Algorithm.SHA256, false, null);

    private PmPushes() {}

    static Map<String, @Nullable Object> body(int kind, int objectType, int user) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("CalloutLocation", kind);
        out.put("Title", "Something happened");
        out.put("CalloutType", objectType);
        out.put("ObjectTypeId", objectType);
        out.put("ObjectResourceName", "something");
        out.put("ObjectId", 501);
        out.put("CreatingUserId", user);
        out.put("RetryCount", 0);
        out.put("Body", null);
        out.put("Id", "3d9f1a50-0000-4000-8000-000000000001");
        out.put("EventId", "3d9f1a50-0000-4000-8000-000000000002");
        out.put("EventTime", "2031-05-04T03:02:01");
        return out;
    }

    static WebhookRequest signed(Map<String, @Nullable Object> body, Instant at) {
        return signed(Json.encodeWithNulls(body), at);
    }

    static WebhookRequest signed(byte[] bytes, Instant at) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        new PmWebhooks(PROOF, null).sign(bytes).forEach((name, value) -> headers.put(name, List.of(value)));
        return WebhookRequest.of(headers, bytes, at);
    }

    static WebhookRequest unsigned(Map<String, @Nullable Object> body, Instant at) {
        return WebhookRequest.of(Map.of(), Json.encodeWithNulls(body), at);
    }
}
