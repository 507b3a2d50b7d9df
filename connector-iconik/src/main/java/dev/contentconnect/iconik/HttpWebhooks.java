package dev.contentconnect.iconik;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.iconik.api.Webhooks;
import dev.contentconnect.iconik.wire.WireWebhook;
import java.util.List;
import java.util.Map;

/** Webhooks over HTTP. */
record HttpWebhooks(IconikHttp http) implements Webhooks {
    private static final String SERVICE = "notifications";
    private static final String WEBHOOKS = "webhooks";

    @Override
    public List<WireWebhook> list() {
        return http.whole("webhooks.list", http.uri(SERVICE, WEBHOOKS), WireWebhook.class);
    }

    @Override
    public WireWebhook get(String id) {
        return http.get("webhooks.get", http.uri(SERVICE, WEBHOOKS, id), WireWebhook.class);
    }

    @Override
    public WireWebhook create(Map<String, ?> fields) {
        return send(HttpCall.post("webhooks.create", http.uri(SERVICE, WEBHOOKS).build()), fields);
    }

    @Override
    public WireWebhook replace(String id, Map<String, ?> fields) {
        return send(
                HttpCall.put("webhooks.replace", http.uri(SERVICE, WEBHOOKS, id).build()), fields);
    }

    /** What the service is to send along proves to us that it was the service. */
    private WireWebhook send(HttpCall.Builder call, Map<String, ?> fields) {
        if (fields.get("headers") instanceof Map<?, ?> headers) {
            headers.values().stream()
                    .map(String::valueOf)
                    .filter(value -> !value.isBlank() && value.chars().noneMatch(Character::isISOControl))
                    .map(Secret::of)
                    .forEach(call::secret);
        }
        return http.read(call.json(fields), WireWebhook.class);
    }

    @Override
    public void delete(String id) {
        http.delete("webhooks.delete", http.uri(SERVICE, WEBHOOKS, id));
    }
}
