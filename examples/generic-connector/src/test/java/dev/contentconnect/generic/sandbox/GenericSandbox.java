package dev.contentconnect.generic.sandbox;

import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.core.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small content system with the habits of many: answers are wrapped, a change says nothing, a list goes on by a relative
 * link, or by a page's number, and holds empty pages now and then, a parameter that it does not know is passed over, and
 * what was deleted is gone with 410.
 */
public final class GenericSandbox extends Sandbox {
    /** The client that may fetch tokens. */
    public static final String CLIENT_ID = "content-connect";

    /** The client's secret; the key and the password of the other ways to log in as well. */
    public static final String SECRET = "kept-by-the-dam-51c7";

    /** The user of HTTP Basic. */
    public static final String USER = "librarian";

    private static final Set<String> KNOWN = Set.of("externalId", "q", "keyword", "state", "type", "modifiedSince");

    private final TimeSource time;
    private final Map<String, Map<String, Object>> assets = new LinkedHashMap<>();
    private final Map<String, byte[]> bytes = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();
    private int lastId;
    private boolean gaps;
    private boolean circles;
    private boolean silent;
    private @Nullable String link;

    /**
     * Starts an empty system.
     *
     * @param time dates its assets
     */
    public GenericSandbox(TimeSource time) {
        this.time = time;
        route("POST", "/oauth/token", this::token);
        route("GET", "/v2/assets", this::list);
        route("POST", "/v2/assets", this::create);
        route("GET", "/v2/assets/{id}", request -> found(request, asset -> wrapped(200, asset)));
        route("PATCH", "/v2/assets/{id}", this::change);
        route("DELETE", "/v2/assets/{id}", this::delete);
        route("PUT", "/v2/assets/{id}/original", this::upload);
        route("GET", "/v2/assets/{id}/original", this::original);
    }

    /** Puts an empty page before each page but the first. */
    public synchronized void pageWithGaps() {
        gaps = true;
    }

    /** Lets every list lead back to its second page, and passes the number of a page over. */
    public synchronized void pageInCircles() {
        circles = true;
    }

    /** Says of what it makes only that it did. */
    public synchronized void sayNothing() {
        silent = true;
    }

    /**
     * Lets lists go on elsewhere.
     *
     * @param next the link to the next page
     */
    public synchronized void linkTo(String next) {
        link = next;
    }

    /**
     * Adds an asset behind the connector's back.
     *
     * @param members put over those that it would have
     * @return its id
     */
    public synchronized String add(Map<String, ?> members) {
        return String.valueOf(made(members).get("id"));
    }

    /**
     * Adds an asset with its file behind the connector's back.
     *
     * @param members put over those that it would have
     * @param file its bytes
     * @return its id
     */
    public synchronized String add(Map<String, ?> members, byte[] file) {
        Map<String, Object> made = made(members);
        keep(made, file);
        return String.valueOf(made.get("id"));
    }

    /**
     * An asset as it stands.
     *
     * @param id its id
     * @return its members
     */
    public synchronized Map<String, Object> asset(String id) {
        return Map.copyOf(Objects.requireNonNull(assets.get(id), id));
    }

    /**
     * How many there are.
     *
     * @return assets that were not deleted
     */
    public synchronized int count() {
        return assets.size();
    }

    @Override
    protected SandboxResponse handle(SandboxRequest request) {
        String basic = Base64.getEncoder().encodeToString((USER + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean known = request.path().equals("/oauth/token")
                || isValid(request.bearer().orElse(null))
                || request.bearer().filter(SECRET::equals).isPresent()
                || request.header("X-Api-Key").filter(SECRET::equals).isPresent()
                || request.header("Authorization")
                        .filter(("Basic " + basic)::equals)
                        .isPresent();
        return known ? super.handle(request) : error(401, "not_authenticated", "Who are you?");
    }

    private SandboxResponse token(SandboxRequest request) {
        Map<String, String> form = request.form();
        return CLIENT_ID.equals(form.get("client_id")) && SECRET.equals(form.get("client_secret"))
                ? SandboxResponse.json(Map.of("access_token", issueToken(), "expires_in", 3600))
                : SandboxResponse.json(401, Map.of("error", "invalid_client"));
    }

    private SandboxResponse list(SandboxRequest request) {
        List<Map<String, Object>> found =
                assets.values().stream().filter(asset -> fits(asset, request)).toList();
        int limit = request.query("limit", 50);
        boolean numbered = request.query("page").isPresent();
        int page = numbered ? (circles ? 0 : request.query("page", 1) - 1) : request.query("from", 0) / limit;
        boolean gap = gaps && page % 2 == 1;
        int begin = (gaps ? (page + 1) / 2 : page) * limit;
        List<Map<String, Object>> items =
                gap ? List.of() : found.subList(Math.min(begin, found.size()), Math.min(begin + limit, found.size()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("data", items);
        boolean more = gap || begin + limit < found.size();
        if (!numbered && more) {
            int next = circles ? 1 : page + 1;
            answer.put("links", Map.of("next", link != null ? link : next(request, next * limit)));
        }
        answer.put("total", found.size());
        return SandboxResponse.json(answer);
    }

    private static String next(SandboxRequest request, int from) {
        String rest = request.rawQuery().replaceAll("(^|&)from=\\d+", "");
        return "?" + (rest.isEmpty() ? "" : rest + "&") + "from=" + from;
    }

    private static boolean fits(Map<String, Object> asset, SandboxRequest request) {
        return request.query().entrySet().stream()
                .filter(one -> KNOWN.contains(one.getKey()))
                .allMatch(one -> switch (one.getKey()) {
                    case "q" ->
                        String.valueOf(asset.get("name"))
                                .contains(one.getValue().get(0));
                    case "keyword" ->
                        asset.get("keywords") instanceof List<?> words && words.containsAll(one.getValue());
                    case "modifiedSince" ->
                        String.valueOf(asset.get("modified"))
                                        .compareTo(one.getValue().get(0))
                                >= 0;
                    default -> one.getValue().contains(String.valueOf(asset.get(one.getKey())));
                });
    }

    private SandboxResponse create(SandboxRequest request) {
        Map<String, @Nullable Object> members = request.json();
        boolean taken = assets.values().stream()
                .anyMatch(one -> Objects.equals(one.get("externalId"), members.get("externalId")));
        if (taken) {
            return error(409, "external_id_taken", "There is an asset with this external id.");
        }
        if (String.valueOf(members.get("name")).length() > 200) {
            return error(422, "name_too_long", "A name has 200 characters at most.");
        }
        Map<String, Object> made = made(members);
        return silent ? SandboxResponse.status(201) : wrapped(201, made);
    }

    private Map<String, Object> made(Map<String, ?> members) {
        String id = "A-" + ++lastId;
        Map<String, Object> asset = new LinkedHashMap<>();
        asset.put("id", id);
        asset.put("state", "draft");
        asset.put("created", time.now().toString());
        merge(asset, members);
        asset.put("modified", time.now().toString());
        assets.put(id, asset);
        return asset;
    }

    private SandboxResponse change(SandboxRequest request) {
        return found(request, asset -> {
            merge(asset, request.json());
            asset.put("modified", time.now().toString());
            return SandboxResponse.status(204);
        });
    }

    /** As a JSON merge patch: null clears, objects are merged. */
    @SuppressWarnings("unchecked") // a JSON object decodes to a map of names
    private static void merge(Map<String, Object> into, Map<String, ?> change) {
        change.forEach((name, value) -> {
            if (value == null) {
                into.remove(name);
            } else if (value instanceof Map<?, ?> inner) {
                Map<String, Object> there = new LinkedHashMap<>();
                if (into.get(name) instanceof Map<?, ?> old) {
                    there.putAll((Map<String, Object>) old);
                }
                merge(there, (Map<String, ?>) inner);
                into.put(name, there);
            } else {
                into.put(name, value);
            }
        });
    }

    private SandboxResponse delete(SandboxRequest request) {
        return found(request, asset -> {
            assets.remove(request.parameter("id"));
            gone.add(request.parameter("id"));
            return SandboxResponse.status(204);
        });
    }

    private SandboxResponse upload(SandboxRequest request) {
        return found(request, asset -> {
            keep(asset, request.body());
            return SandboxResponse.status(204);
        });
    }

    private void keep(Map<String, Object> asset, byte[] file) {
        bytes.put(String.valueOf(asset.get("id")), file);
        Map<String, Object> told =
                Map.of("bytes", file.length, "sha256", Checksum.sha256Of(file).hex());
        merge(asset, Map.of("file", told));
    }

    private SandboxResponse original(SandboxRequest request) {
        return found(request, asset -> {
            byte[] there = bytes.get(request.parameter("id"));
            return there == null
                    ? error(404, "no_original", "This asset has no file.")
                    : SandboxResponse.bytes(200, "application/octet-stream", there);
        });
    }

    private interface Answer {
        SandboxResponse of(Map<String, Object> asset);
    }

    private SandboxResponse found(SandboxRequest request, Answer answer) {
        String id = request.parameter("id");
        Map<String, Object> asset = assets.get(id);
        if (asset != null) {
            return answer.of(asset);
        }
        return gone.contains(id)
                ? error(410, "deleted", "This asset was deleted.")
                : error(404, "not_found", "There is no such asset.");
    }

    private static SandboxResponse wrapped(int status, Map<String, Object> asset) {
        return SandboxResponse.json(status, Map.of("data", asset));
    }

    private static SandboxResponse error(int status, String code, String message) {
        return SandboxResponse.json(status, Map.of("error", Map.of("code", code, "message", message)));
    }
}
