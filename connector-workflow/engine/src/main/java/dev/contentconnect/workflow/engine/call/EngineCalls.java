package dev.contentconnect.workflow.engine.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.flowable.common.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Calls the engine's own REST interface in this very process. Going through it, instead of around it to the Java
 * services, is what keeps the engine's status codes, error bodies and odd behaviours as they are.
 */
@Component
public class EngineCalls {

    /** Names the user on whose behalf an own call is made. */
    public static final String USER_HEADER = "X-Engine-User";

    private static final String KEY_HEADER = "X-Engine-Key";

    private final String key = UUID.randomUUID().toString();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper mapper;
    private volatile String base = "";

    EngineCalls(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @EventListener
    void started(ServletWebServerInitializedEvent event) {
        base = "http://127.0.0.1:" + event.getWebServer().getPort() + "/process-api";
    }

    /** Whether a request came from {@link #exchange} of this process. */
    public boolean isOwn(HttpServletRequest request) {
        return key.equals(request.getHeader(KEY_HEADER));
    }

    /** The body of a GET; a refusal is thrown as it came. */
    public JsonNode get(String path) {
        return json(good(exchange("GET", path, null)));
    }

    /** The body of a POST, missing when there is none. */
    public JsonNode post(String path, JsonNode body) {
        return json(good(exchange("POST", path, body)));
    }

    /** The body of a PUT, missing when there is none. */
    public JsonNode put(String path, JsonNode body) {
        return json(good(exchange("PUT", path, body)));
    }

    /** Deletes, or throws the refusal. */
    public void delete(String path) {
        good(exchange("DELETE", path, null));
    }

    /** Whether a GET finds something. */
    public boolean exists(String path) {
        return exchange("GET", path, null).status() < 300;
    }

    /** Any exchange, with the answer as it came. */
    public EngineReply exchange(String method, String path, @Nullable JsonNode body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header(KEY_HEADER, key);
        String user = Authentication.getAuthenticatedUserId();
        if (user != null) {
            request.header(USER_HEADER, user);
        }
        try {
            if (body == null) {
                request.method(method, HttpRequest.BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)));
            }
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new EngineReply(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while calling the engine", e);
        }
    }

    /** One path segment or query value, percent-encoded. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static EngineReply good(EngineReply reply) {
        if (reply.status() >= 300) {
            throw new EngineRefusal(reply);
        }
        return reply;
    }

    private JsonNode json(EngineReply reply) {
        try {
            return reply.body().length == 0 ? MissingNode.getInstance() : mapper.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
