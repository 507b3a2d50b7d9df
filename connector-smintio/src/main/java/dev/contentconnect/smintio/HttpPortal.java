package dev.contentconnect.smintio;

import static dev.contentconnect.smintio.SmintioConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.poll.Poller;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.smintio.api.Operation;
import dev.contentconnect.smintio.api.Portal;
import dev.contentconnect.smintio.api.PortalAssets;
import dev.contentconnect.smintio.api.PortalCollections;
import dev.contentconnect.smintio.api.PortalShares;
import dev.contentconnect.smintio.api.PortalTasks;
import dev.contentconnect.smintio.wire.WireTask;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A portal over HTTP: each operation is a POST, and answers with a background task that may have ended already. */
record HttpPortal(SmintioHttp http, HttpChannel open, SmintioConfig config, PortalConfig portal) implements Portal {

    @Override
    public PortalAssets assets() {
        return new HttpPortalAssets(this);
    }

    @Override
    public PortalCollections collections() {
        return new HttpCollections(this);
    }

    @Override
    public PortalShares shares() {
        return new HttpShares(this);
    }

    @Override
    public PortalTasks tasks() {
        return new HttpTasks(this);
    }

    private RequestUri place(Operation operation) {
        RequestUri uri = http.uri().path("portals", Objects.requireNonNull(portal.portalUuid()));
        if (operation.level() == Operation.Level.PORTAL) {
            return uri.path(
                    "portalsContext", String.valueOf(operation.publicInterface()), "execute", operation.method());
        }
        String page = portal.searchPageUuid();
        if (page == null) {
            throw NotOffered.by(
                    SmintioConnector.SYSTEM, operation.toString(), "the option searchPageUuid is not configured");
        }
        return uri.path("pageConfigurations", page, "assetsSearch", "0", "execute", operation.method());
    }

    @Override
    public Map<String, @Nullable Object> run(Operation operation, Map<String, ? extends @Nullable Object> parameters) {
        RequestUri uri = place(operation);
        if (!config.languages().isEmpty()) {
            uri.query("culture", config.languages().get(0));
        }
        HttpCall.Builder call = HttpCall.of(operation.toString(), "POST", uri.build(), operation.effect())
                .body(body(parameters));
        WireTask begun = http.read(call, answer -> Json.decode(answer, WireTask.class));
        return result(operation, ended(operation, begun));
    }

    /** An array that holds one text, which is JSON itself: encoded twice, by an encoder each time. */
    private static HttpBody body(Map<String, ? extends @Nullable Object> parameters) {
        if (parameters.isEmpty()) {
            return HttpBody.json(List.of());
        }
        return HttpBody.json(List.of(new String(Json.encode(parameters), StandardCharsets.UTF_8)));
    }

    private WireTask ended(Operation operation, WireTask begun) {
        String id = begun.uuid();
        if (isEnded(begun)) {
            return begun;
        }
        if (id == null || id.isBlank()) {
            throw REFUSED.undecodable(operation.toString(), "a background task without an id");
        }
        RequestUri uri = http.uri().path("backgroundTasks", id);
        HttpCall.Builder look = HttpCall.get("portal.backgroundTask", uri.build());
        WireTask[] last = {begun};
        boolean[] first = {true};
        return Poller.standard(config.options().time())
                .waits(portal.pollEvery(), portal.pollEvery(), 1)
                .maxWait(portal.taskTimeout())
                .await(
                        SmintioConnector.SYSTEM,
                        operation.toString(),
                        id,
                        () -> {
                            if (first[0]) {
                                first[0] = false;
                            } else {
                                last[0] = look(look, last[0]);
                            }
                            return last[0];
                        },
                        HttpPortal::isEnded);
    }

    /** A look that fails for a passing reason says nothing about the task: the next one comes. */
    private WireTask look(HttpCall.Builder look, WireTask before) {
        try {
            return http.read(look, answer -> Json.decode(answer, WireTask.class));
        } catch (ConnectorException e) {
            if (e.error().retryable()) {
                return before;
            }
            throw e;
        }
    }

    /** A state that nobody documented has ended where there is a result. */
    private static boolean isEnded(WireTask task) {
        return switch (String.valueOf(task.state())) {
            case "completed", "error" -> true;
            case "created", "in_progress" -> false;
            default -> task.result() != null;
        };
    }

    private static Map<String, @Nullable Object> result(Operation operation, WireTask task) {
        if ("error".equals(task.state())) {
            throw failed(operation, task);
        }
        String text = task.result() == null ? "" : task.result().strip();
        // The documents show it between quotes that do not belong to it.
        if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        if (text.isEmpty() || text.equals("null")) {
            return Map.of();
        }
        try {
            return SmintioHttp.object(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw REFUSED.undecodable(operation.toString(), "result_string is not JSON: " + e.getMessage());
        }
    }

    /** The members of an error are not published: what looks like one is read. */
    private static ConnectorException failed(Operation operation, WireTask task) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        if (task.rest() != null) {
            rest.putAll(task.rest());
            task.rest().values().forEach(value -> {
                if (value instanceof Map<?, ?> inner) {
                    rest.putAll(SmintioHttp.names(inner));
                }
            });
        }
        SmintioErrors.Found found = SmintioErrors.read(rest);
        String code = found == null || found.code() == null ? "task_failed" : found.code();
        String said = found == null ? "" : ": " + found.message();
        String why = "background task " + task.uuid() + " failed" + said;
        return REFUSED.of(operation.toString(), code, why, trace -> {
            var known = SmintioErrors.byCode(trace, code);
            return known != null ? known : new ConnectorError.Rejected(trace);
        });
    }

    @Override
    public String upload(Content content) {
        String operation = "portal.uploadFile";
        if (content.length() < 0) {
            throw REFUSED.lengthUnknown(operation);
        }
        String type = content.mediaType() == null ? "application/octet-stream" : content.mediaType();
        String name = content.fileName() == null ? "file" : content.fileName();
        HttpBody file = new HttpBody.Stream(type, content.length(), content.isRepeatable(), content::open);
        RequestUri uri =
                http.uri().path("portals", Objects.requireNonNull(portal.portalUuid()), "portalsContext", "uploadFile");
        Map<String, @Nullable Object> answer = http.object(HttpCall.post(operation, uri.build())
                .body(HttpBody.multipart().file("file", name, file).build()));
        if (answer.get("uuid") instanceof String id && !id.isBlank()) {
            return id;
        }
        throw REFUSED.undecodable(operation, "no uuid in the answer");
    }

    @Override
    public Map<String, @Nullable Object> payload() {
        String path = portal.payloadPath();
        if (path == null) {
            throw NotOffered.by(SmintioConnector.SYSTEM, "portal.payload", "the option payloadPath is not configured");
        }
        RequestUri uri = RequestUri.of(Objects.requireNonNull(portal.portalUrl()))
                .at("/portal/v1")
                .at(path);
        return http.object(HttpCall.get("portal.payload", uri.build()));
    }
}
