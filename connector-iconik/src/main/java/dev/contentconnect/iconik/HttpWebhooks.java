package dev.contentconnect.iconik;

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
        return http.post("webhooks.create", http.uri(SERVICE, WEBHOOKS), fields, WireWebhook.class);
    }

    @Override
    public WireWebhook replace(String id, Map<String, ?> fields) {
        return http.put("webhooks.replace", http.uri(SERVICE, WEBHOOKS, id), fields, WireWebhook.class);
    }

    @Override
    public void delete(String id) {
        http.delete("webhooks.delete", http.uri(SERVICE, WEBHOOKS, id));
    }
}
