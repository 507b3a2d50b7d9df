package dev.contentconnect.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A caller with a token, and nothing else of the SDK. */
final class Caller {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String TENANT = "11111111-2222-3333-4444-555555555555";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;
    private final @Nullable String token;

    Caller(String base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    Caller as(String user) {
        Answer answer = new Caller(base, null)
                .token(Map.of(
                        "client_id", "engine-client",
                        "client_secret", "engine-secret",
                        "grant_type", "password",
                        "username", user,
                        "password", "engine-user"));
        return new Caller(base, answer.text("access_token"));
    }

    Caller asService() {
        return new Caller(base, token(credentials()).text("access_token"));
    }

    Caller with(@Nullable String otherToken) {
        return new Caller(base, otherToken);
    }

    static Map<String, String> credentials() {
        return Map.of(
                "client_id", "engine-client", "client_secret", "engine-secret", "grant_type", "client_credentials");
    }

    Answer token(Map<String, String> form) {
        return token(TENANT, form);
    }

    Answer token(String tenant, Map<String, String> form) {
        return send(HttpRequest.newBuilder(URI.create(base + "/tenants/" + tenant + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(query(form))));
    }

    Answer get(String path, String... query) {
        return call("GET", path + (query.length == 0 ? "" : "?" + query(pairs(query))), null);
    }

    Answer post(String path, Object body) {
        return call("POST", path, body);
    }

    Answer put(String path, Object body) {
        return call("PUT", path, body);
    }

    Answer delete(String path, String... query) {
        return call("DELETE", path + (query.length == 0 ? "" : "?" + query(pairs(query))), null);
    }

    /** A call with a body that is sent as it is. */
    Answer raw(String method, String path, String contentType, String body) {
        return send(authorised(path).header("Content-Type", contentType).method(method, BodyPublishers.ofString(body)));
    }

    Answer follow(String absolute) {
        return call("GET", absolute.substring(base.length()), null);
    }

    private Answer call(String method, String path, @Nullable Object body) {
        try {
            HttpRequest.Builder request = authorised(path);
            return body == null
                    ? send(request.method(method, BodyPublishers.noBody()))
                    : send(request.header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder authorised(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            boolean json = response.body().length > 0 && type.contains("json");
            JsonNode body = json ? JSON.readTree(response.body()) : MissingNode.getInstance();
            return new Answer(response.statusCode(), body, type);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> pairs(String... query) {
        Map<String, String> pairs = new java.util.LinkedHashMap<>();
        for (int i = 0; i < query.length; i += 2) {
            pairs.put(query[i], query[i + 1]);
        }
        return pairs;
    }

    private static String query(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
