package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Webhooks as they are posted: a secret in a header is all that proves them. */
public final class Pushes {
    private Pushes() {}

    /**
     * The body of a webhook about assets, or about collections where their contents changed; somebody else than the user of
     * the credential did it.
     *
     * @param cause the id of the request that caused it, 32 hexadecimal digits
     * @param realm for example {@code entity}
     * @param operation for example {@code update}
     * @param object the id of what it happened to
     * @param data what comes along
     * @return the body
     */
    public static Map<String, Object> event(
            String cause, String realm, String operation, String object, Map<String, Object> data) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("system_domain_id", IconikSandbox.SYSTEM_DOMAIN);
        out.put("event_type", realm.equals("contents") ? "collections" : "assets");
        out.put("realm", realm);
        out.put("operation", operation);
        out.put("object_id", object);
        out.put("user_id", IconikSandbox.PERSON);
        out.put("request_id", cause);
        out.put("data", data);
        return out;
    }

    static int send(URI receiver, String secret, Map<String, Object> body) {
        HttpRequest request = HttpRequest.newBuilder(receiver)
                .header("Content-Type", "application/json")
                .header("X-ContentConnect-Secret", secret)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.encode(body)))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
