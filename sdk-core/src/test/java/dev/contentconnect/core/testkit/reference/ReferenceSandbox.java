package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.core.testkit.reference.ReferenceStore.PageMood;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.core.webhook.WebhookRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reference system: collections of JSON objects with unique keys and revisions, bytes, a journal of changes, signed
 * pushes. Accepts {@link #CLIENT_ID} with {@link #CLIENT_SECRET}.
 */
public final class ReferenceSandbox extends Sandbox {
    /** The only client it knows. */
    public static final String CLIENT_ID = "flow";

    /** The client's secret. */
    public static final String CLIENT_SECRET = "kept-by-the-flow-93ab";

    /** Signs pushes. */
    public static final String WEBHOOK_SECRET = "kept-by-both-77fe";

    private final TimeSource time;
    private final ReferenceStore store;
    private final Map<String, byte[]> content = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> journal = new LinkedHashMap<>();
    private PageMood mood = PageMood.PLAIN;

    /** Starts a sandbox on the system's clock. */
    public ReferenceSandbox() {
        this(TimeSource.system());
    }

    /**
     * Starts a sandbox.
     *
     * @param time dates its objects
     */
    public ReferenceSandbox(TimeSource time) {
        this.time = time;
        this.store = new ReferenceStore(time::now);
        route("POST", "/token", this::token);
        route("GET", "/me", request -> SandboxResponse.json(Map.of("name", CLIENT_ID, "version", "1.4")));
        route("GET", "/api/changes/{stream}", this::changes);
        route("PUT", "/api/content/{id}", this::upload);
        route(
                "GET",
                "/api/content/{id}",
                request -> SandboxResponse.bytes(
                        200, "application/octet-stream", content.getOrDefault(request.parameter("id"), new byte[0])));
        route("GET", "/api/{collection}", request -> store.page(request.parameter("collection"), request, mood));
        route("POST", "/api/{collection}", this::create);
        route("GET", "/api/{collection}/{id}", this::get);
        route("PATCH", "/api/{collection}/{id}", this::change);
    }

    @Override
    protected SandboxResponse handle(SandboxRequest request) {
        boolean open = request.path().equals("/token");
        return open || isValid(request.bearer().orElse(null))
                ? super.handle(request)
                : error(401, "token_expired", "this token is not valid");
    }

    /**
     * Adds an object behind the connector's back.
     *
     * @param collection for example {@code partners}
     * @param members its members
     * @return its identity
     */
    public synchronized SourceRef add(String collection, Map<String, Object> members) {
        return SourceRef.of(
                ReferenceConnector.SYSTEM,
                created(collection, members).get("id").toString());
    }

    /** Puts an empty page before each page but the last. */
    public synchronized void pageWithGaps() {
        mood = PageMood.GAPS;
    }

    /** Lets the second page of every list name itself as the next. */
    public synchronized void pageInCircles() {
        mood = PageMood.CIRCLE;
    }

    /**
     * An event as the system would push it.
     *
     * @param id the event's id
     * @return the signed request
     */
    public WebhookRequest push(String id) {
        Map<String, Object> event = Map.of(
                "id", id, "source", ReferenceConnector.SYSTEM, "type", "asset.updated", "occurredAt", time.now());
        return ReferenceWebhooks.signed(Secret.of(WEBHOOK_SECRET), Json.encode(event), time.now(), time.now());
    }

    private SandboxResponse token(SandboxRequest request) {
        Map<String, String> form = request.form();
        boolean known = CLIENT_ID.equals(form.get("client_id")) && CLIENT_SECRET.equals(form.get("client_secret"));
        return known
                ? SandboxResponse.json(Map.of("access_token", issueToken(), "expires_in", 3600))
                : SandboxResponse.json(401, Map.of("error", "invalid_client"));
    }

    private SandboxResponse create(SandboxRequest request) {
        String collection = request.parameter("collection");
        Map<String, @Nullable Object> members = request.json();
        if (store.byKey(collection, members.get("key")) != null) {
            return error(409, "duplicate_key", "there is an object with this key");
        }
        return SandboxResponse.json(201, created(collection, members));
    }

    private Map<String, @Nullable Object> created(String collection, Map<String, ? extends @Nullable Object> members) {
        Map<String, @Nullable Object> object = store.add(collection, members);
        switch (collection) {
            case "cases" ->
                store.add(
                        "tasks",
                        Map.of(
                                "caseRef",
                                ref(object),
                                "name",
                                "Review",
                                "status",
                                "open",
                                "candidates",
                                List.of("editors")));
            case "comments" -> object.put("at", time.now().toString());
            case "approvals" -> object.put("requestedAt", time.now().toString());
            case "deliveries" -> object.putIfAbsent("at", time.now().toString());
            case "versions" -> object.put("number", count(object.get("asset")));
            default -> {
                // nothing more to fill in
            }
        }
        note(collection, object, "created");
        return object;
    }

    private int count(@Nullable Object asset) {
        return (int) store.all("versions").values().stream()
                .filter(version -> asset != null && asset.equals(version.get("asset")))
                .count();
    }

    private SandboxResponse get(SandboxRequest request) {
        Map<String, @Nullable Object> object =
                store.all(request.parameter("collection")).get(request.parameter("id"));
        return object == null ? error(404, "missing", "no such object") : SandboxResponse.json(object);
    }

    private SandboxResponse change(SandboxRequest request) {
        String collection = request.parameter("collection");
        Map<String, @Nullable Object> object = store.all(collection).get(request.parameter("id"));
        if (object == null) {
            return error(404, "missing", "no such object");
        }
        String expected = request.header("If-Match").orElse("");
        if (!expected.equals(String.valueOf(object.get("revision")))) {
            return error(409, "stale", "somebody changed the object in between");
        }
        store.change(object, request.json());
        note(collection, object, "updated");
        return SandboxResponse.json(object);
    }

    private SandboxResponse upload(SandboxRequest request) {
        String id = request.parameter("id");
        Map<String, @Nullable Object> version = store.all("versions").get(id);
        if (version == null) {
            return error(404, "missing", "no such version");
        }
        content.put(id, request.body());
        store.change(version, Map.of("stored", true, "sizeBytes", request.body().length));
        return SandboxResponse.json(version);
    }

    private SandboxResponse changes(SandboxRequest request) {
        List<Map<String, Object>> events =
                journal.computeIfAbsent(request.parameter("stream"), any -> new ArrayList<>());
        String since = request.query("since").orElse("at-" + events.size());
        if (!since.matches("at-\\d{1,9}") || Integer.parseInt(since.substring(3)) > events.size()) {
            return error(400, "bad_cursor", "not a cursor of this journal");
        }
        int from = Integer.parseInt(since.substring(3));
        int to = Math.min(events.size(), from + request.query("limit", 100));
        return SandboxResponse.json(
                Map.of("events", events.subList(from, to), "next", "at-" + to, "more", to < events.size()));
    }

    private void note(String collection, Map<String, @Nullable Object> object, String what) {
        String stream = switch (collection) {
            case "assets", "versions", "rights", "publications" -> "asset";
            case "workspaces" -> "workspace";
            default -> "case";
        };
        List<Map<String, Object>> events = journal.computeIfAbsent(stream, any -> new ArrayList<>());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", "e-" + collection + "-" + object.get("id") + "-" + object.get("revision"));
        event.put("source", ReferenceConnector.SYSTEM);
        event.put("type", type(collection, what));
        event.put("occurredAt", time.now().toString());
        event.put("subject", object.getOrDefault(collection.equals("assets") ? "none" : "asset", ref(object)));
        events.add(event);
    }

    private static String type(String collection, String what) {
        return switch (collection) {
            case "versions" -> "asset.version_added";
            case "publications" -> "asset.published";
            case "rights" -> "rights.changed";
            default -> collection.replaceAll("s$", "") + "." + what;
        };
    }

    private static String ref(Map<String, @Nullable Object> object) {
        return ReferenceConnector.SYSTEM + ":" + object.get("id");
    }

    private static SandboxResponse error(int status, String code, String message) {
        return SandboxResponse.json(status, Map.of("code", code, "message", message));
    }
}
