package dev.contentconnect.vip.sandbox;

import dev.contentconnect.core.testkit.LoginSandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * VIP's ADFS, which wants to be told a resource, and behind it an item catalogue. Paths and fields of the real one are part
 * of a contract: those here are invented, and the client knows them by its configuration only. One catalogue is handed out in
 * each of the ways that interfaces have.
 */
public final class VtinfoRestSandbox extends LoginSandbox {
    /** What tokens are for. */
    public static final String RESOURCE = "https://vtinfo.com";

    private final List<Object> items = new ArrayList<>();
    private boolean passesPlacesOver;
    private int mostItems = Integer.MAX_VALUE;
    private @Nullable String linkInstead;

    /** Starts with an empty catalogue. */
    public VtinfoRestSandbox() {
        super("/adfs/oauth2/authorize/", "/adfs/oauth2/token");
        guarded("/api/{distributor}/all", request -> SandboxResponse.json(items));
        guarded("/api/{distributor}/pages", this::page);
        guarded("/api/{distributor}/offsets", this::offset);
        guarded("/api/{distributor}/links", this::link);
        guarded("/api/{distributor}/cursors", this::cursor);
        guarded("/api/{distributor}/items/{id}", this::item);
        guarded(
                "/api/{distributor}/lost",
                request -> SandboxResponse.status(302).header("Location", endpoint() + "/adfs/ls/"));
        route("GET", "/adfs/ls/", request -> SandboxResponse.text(200, "text/html", "<html>Sign in</html>"));
    }

    /**
     * Where the login page is.
     *
     * @return for the option {@code restAuthorizationEndpoint}
     */
    public URI authorizePage() {
        return URI.create(endpoint() + "/adfs/oauth2/authorize/");
    }

    /**
     * Where tokens are asked for.
     *
     * @return for the option {@code restTokenEndpoint}
     */
    public URI tokenPage() {
        return URI.create(endpoint() + "/adfs/oauth2/token");
    }

    /** Adds an item to the catalogue. */
    public void add(String id, String name) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("itemId", id);
        out.put("names", Map.of("long", name, "short", "s"));
        out.put("image", Map.of("type", "image/png", "file", id + ".png", "bytes", "2048"));
        out.put("brands", List.of("First Brand", 7));
        out.put("changed", "2026-10-01T08:00:00Z");
        out.put("abv", 5.5);
        items.add(out);
    }

    /** Adds anything to the catalogue. */
    public void odd(@Nullable Object item) {
        items.add(item);
    }

    /** Sends the first page whatever is asked for. */
    public void passesPlacesOver() {
        this.passesPlacesOver = true;
    }

    /** Gives no more items a page than this, however many are asked for. */
    public void givesAtMost(int count) {
        this.mostItems = count;
    }

    /** Sends this as the link to the next page, always. */
    public void linksTo(String link) {
        this.linkInstead = link;
    }

    @Override
    protected @Nullable SandboxResponse objection(SandboxRequest request) {
        return request.query("resource").filter(RESOURCE::equals).isPresent()
                ? null
                : SandboxResponse.text(400, "text/html", "<html><body>An error occurred.</body></html>");
    }

    private void guarded(String pattern, Handler handler) {
        route("GET", pattern, request -> {
            if (!isValid(request.bearer().orElse(null))) {
                return SandboxResponse.json(
                        401, Map.of("error", "invalid_token", "error_description", "The token has expired"));
            }
            return handler.handle(request);
        });
    }

    private List<Object> part(long from, int size) {
        long start = passesPlacesOver ? 0 : from;
        return items.stream().skip(start).limit(Math.min(size, mostItems)).toList();
    }

    private SandboxResponse page(SandboxRequest request) {
        int size = Math.min(request.query("size", 50), mostItems);
        List<Object> part = part((request.query("page", 1) - 1L) * size, size);
        return SandboxResponse.json(Map.of("found", Map.of("items", part, "total", items.size())));
    }

    private SandboxResponse offset(SandboxRequest request) {
        List<Object> part = part(request.query("start", 0), request.query("limit", 50));
        return SandboxResponse.json(Map.of("items", part));
    }

    private SandboxResponse link(SandboxRequest request) {
        int after = request.query("after", 0);
        List<Object> part = part(after, Math.min(2, mostItems));
        Map<String, Object> links = new LinkedHashMap<>();
        int next = after + part.size();
        links.put("next", linkInstead != null ? linkInstead : next < items.size() ? "?after=" + next : null);
        return SandboxResponse.json(Map.of("items", part, "links", links));
    }

    private SandboxResponse cursor(SandboxRequest request) {
        int after = passesPlacesOver
                ? 0
                : request.query("token")
                        .map(text -> Integer.parseInt(text.substring("at/+ ".length())))
                        .orElse(0);
        List<Object> part = part(after, 2);
        int next = after + part.size();
        return SandboxResponse.json(Map.of("items", part, "next", next < items.size() ? "at/+ " + next : ""));
    }

    private SandboxResponse item(SandboxRequest request) {
        for (Object item : items) {
            if (item instanceof Map<?, ?> map && request.parameter("id").equals(map.get("itemId"))) {
                return SandboxResponse.json(Map.of("data", item));
            }
        }
        return SandboxResponse.json(404, Map.of("code", "no_item", "message", "There is no such item"));
    }
}
