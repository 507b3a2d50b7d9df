package dev.contentconnect.smintio.sandbox;

import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tenant of Smint.io that behaves as the services do where it matters to a client: two logins whose refresh tokens are spent by
 * their use, a stream of purchases in which one that changed comes again, file links that end after an hour, a portal whose
 * operations take texts of JSON and answer with background tasks, comments that exist within collections only, and a page for
 * people in times of maintenance. The paths of licensing are placeholders: the vendor does not publish its own.
 */
public final class SmintioSandbox extends Sandbox {
    /** The one registration. */
    public static final String CLIENT_ID = "content-connect";

    /** Its secret. */
    public static final String CLIENT_SECRET = "sm1nt-S3cr3t-471";

    /** Where people come back to. */
    public static final URI REDIRECT_URI = URI.create("https://app.example/smintio/back");

    /** The portal. */
    public static final String PORTAL = "portal-1";

    /** Its search page. */
    public static final String SEARCH_PAGE = "page-7";

    /** The collection in which assets are talked about. */
    public static final String REVIEWS = "c-reviews";

    /** The collection of what waits. */
    public static final String PENDING = "c-pending";

    /** Not the vendor's path: a placeholder. */
    public static final String METADATA_PATH = "/sync/genericMetadata";

    /** Not the vendor's path: a placeholder. */
    public static final String PURCHASES_PATH = "/sync/licensePurchaseTransactions";

    /** Not the vendor's path: a placeholder. */
    public static final String BINARIES_PATH = "/sync/cartPurchaseTransactions/{cartPurchaseTransactionUuid}"
            + "/licensePurchaseTransactions/{licensePurchaseTransactionUuid}/binaries";

    /** What every path of licensing begins with. */
    public static final String LICENSING = "/consumer/v1";

    /** What every path of the portal's interface begins with. */
    public static final String FRONTEND = "/frontend/v1";

    final Behaviour behaviour = new Behaviour();
    final FakeClock clock;
    private final LoginRoutes full;
    private final LoginRoutes portal;
    private final LicensingRoutes licensing;
    private final FileRoutes files;
    private final PortalStore store = new PortalStore();
    private @Nullable String newest;

    /**
     * Starts a tenant that has bought nothing.
     *
     * @param clock dates what happens, and lets links end
     */
    public SmintioSandbox(FakeClock clock) {
        this.clock = clock;
        this.full = new LoginRoutes(this, "", "smintio.full");
        this.portal = new LoginRoutes(this, "/portal", "smintio.portals.frontend");
        this.files = new FileRoutes(this);
        this.licensing = new LicensingRoutes(this, files);
        new PortalRoutes(this, store, files);
        new BackendRoutes(this);
        route("GET", "/Error", request -> SandboxResponse.text(200, "text/html", "<html><p>Back soon</p></html>"));
        store.collections.put(REVIEWS, new PortalStore.Box(REVIEWS, "In review"));
        store.collections.put(PENDING, new PortalStore.Box(PENDING, "Pending"));
    }

    void add(String verb, String pattern, Handler handler) {
        route(verb, pattern, handler);
    }

    String issue() {
        newest = issueToken();
        return newest;
    }

    @Override
    protected SandboxResponse handle(SandboxRequest request) {
        String path = request.path();
        if (behaviour.isInMaintenance && !path.equals("/Error")) {
            return SandboxResponse.status(307).header("Location", "/Error?errorCode=maintenance_mode");
        }
        if (path.startsWith(LICENSING) || path.startsWith("/backend/") || path.startsWith("/admin/")) {
            authenticate(request, full);
        } else if (path.startsWith(FRONTEND) || path.startsWith("/portal/portal/")) {
            authenticate(request, portal);
        }
        return super.handle(request);
    }

    private void authenticate(SandboxRequest request, LoginRoutes login) {
        String token = request.bearer().orElse(null);
        if (!login.knows(token) || !isValid(token)) {
            throw Refusal.unknownToken();
        }
        if (behaviour.forbidsOldTokens && !String.valueOf(token).equals(newest)) {
            throw Refusal.of(403, "permission_denied", "The token was overtaken");
        }
    }

    @Override
    protected SandboxResponse noSuchRoute(SandboxRequest request) {
        return Refusal.of(404, "not_found", "No such resource").answer();
    }

    /** A person logs in to the tenant; the refresh token. */
    public synchronized String loggedIn() {
        return full.loggedIn();
    }

    /** A person logs in to the portal; the refresh token. */
    public synchronized String loggedInToPortal() {
        return portal.loggedIn();
    }

    /** Ends all logins, as time does. */
    public synchronized void endLogins() {
        full.end();
        portal.end();
    }

    /** What must be seen nowhere. */
    public synchronized Set<String> secrets() {
        Set<String> out = new HashSet<>(full.everything());
        out.addAll(portal.everything());
        out.add(CLIENT_SECRET);
        return out;
    }

    /** Where licensing is. */
    public URI licensingEndpoint() {
        return endpoint().resolve(LICENSING);
    }

    /** Where the portal's interface is. */
    public URI frontendEndpoint() {
        return endpoint().resolve(FRONTEND);
    }

    /** The portal's address for people. */
    public URI portalUrl() {
        return endpoint().resolve("/portal");
    }

    /** A person buys a picture, which may be used everywhere in advertising; the id of the purchase. */
    public synchronized String personBuys(String title, byte[] bytes) {
        String purchase = store.nextId("tx");
        buys(Bought.image(purchase, title, clock.now()).build());
        adds(purchase, purchase + "-1", "standard", "original.jpg", bytes);
        return purchase;
    }

    /** Buys something of any shape, see {@link Bought}, or changes what was bought: it comes by at the end of the stream. */
    public synchronized void buys(Map<String, ? extends @Nullable Object> purchase) {
        licensing.put(purchase);
    }

    /** Puts something into the stream as it is, also what is no purchase at all. */
    public synchronized void streams(@Nullable Object odd) {
        licensing.stream(odd);
    }

    /** Adds a file to a purchase. */
    public synchronized void adds(String purchase, String binary, String type, String fileName, byte[] bytes) {
        licensing.file(purchase, binary, type, fileName, bytes);
    }

    /** Lets the addresses of files lead to another host. */
    public synchronized void keepFilesAt(URI elsewhere) {
        files.base = elsewhere;
    }

    /** Adds a word to the lists of words. */
    public synchronized void words(String list, String key, String culture, String name) {
        licensing.word(list, key, culture, name);
    }

    /** The source system shows an asset in the portal; its scoped id. */
    public synchronized String shows(String name, byte[] bytes) {
        return shows("dam:image:" + (store.assets.size() + 1) + ":x", name, bytes);
    }

    /** The source system shows an asset in the portal under a scoped id. */
    public synchronized String shows(String id, String name, byte[] bytes) {
        store.assets.put(id, new PortalStore.Item(id, name, bytes, clock.now()));
        return id;
    }

    /** Sets a property of an asset, in the form of the portal; null takes it away. */
    public synchronized void sets(String asset, String property, String dataType, @Nullable Object value) {
        PortalStore.Item item = store.item(asset);
        item.set(property, dataType, value);
    }

    /** The source system takes an asset back. */
    public synchronized void takesBack(String asset) {
        store.assets.remove(asset);
    }

    /** A person puts an asset into a collection. */
    public synchronized void personAdds(String collection, String asset) {
        store.box(collection).assets.add(asset);
    }

    /** A person puts an asset into a collection, before all others. */
    public synchronized void personAddsInFront(String collection, String asset) {
        Set<String> assets = store.box(collection).assets;
        List<String> others = List.copyOf(assets);
        assets.clear();
        assets.add(asset);
        assets.addAll(others);
    }

    /** Gives what is made later the lesser id, as random ones may be. */
    public synchronized void countIdsDown() {
        store.countIdsDown();
    }

    /** A person says something about an asset in a collection; the id of the comment. */
    public synchronized String personSays(String collection, String asset, String text) {
        return store.say(collection, asset, text, "person-1", "Ann", clock.now());
    }

    /** The comments on an asset in a collection, word for word. */
    public synchronized List<String> said(String collection, @Nullable String asset) {
        return store.comments(collection, asset).stream()
                .map(one -> String.valueOf(one.get("comment")))
                .toList();
    }

    /** What is in a collection. */
    public synchronized List<String> contents(String collection) {
        return List.copyOf(store.box(collection).assets);
    }

    /** The names of the collections that an asset is in, and that people of a user group may see. */
    public synchronized List<String> seen(String asset, String group) {
        return store.collections.values().stream()
                .filter(one -> one.assets.contains(asset) && one.groups.contains(group))
                .map(one -> one.name)
                .toList();
    }

    /** The names of the collections that an asset is in. */
    public synchronized List<String> collections(String asset) {
        return store.collections.values().stream()
                .filter(one -> one.assets.contains(asset))
                .map(one -> one.name)
                .toList();
    }

    /** A person deletes the collections whose names contain a word. */
    public synchronized void personDeletes(String word) {
        store.collections.values().removeIf(one -> one.name.contains(word));
    }

    /** The names of all collections. */
    public synchronized List<String> collectionNames() {
        return store.collections.values().stream().map(one -> one.name).toList();
    }

    /** The user groups that may see a collection. */
    public synchronized List<String> groups(String collection) {
        return List.copyOf(store.box(collection).groups);
    }

    /** The shares, as they are. */
    public synchronized List<Map<String, @Nullable Object>> shares() {
        return List.copyOf(store.shares.values());
    }

    /** Answers all with a redirect to a page for people, or no longer. */
    public synchronized void maintenance(boolean on) {
        behaviour.isInMaintenance = on;
    }

    /** Refuses logins with a 200. */
    public synchronized void failLoginsWith200() {
        behaviour.failsWith200 = true;
    }

    /** Gives no new refresh token with a refresh, and says nothing of lifetimes. */
    public synchronized void saysLittleOfTokens() {
        behaviour.rotates = false;
        behaviour.namesTokenLife = false;
    }

    /** Answers 403 to all tokens but the newest. */
    public synchronized void forbidOldTokens() {
        behaviour.forbidsOldTokens = true;
    }

    /** A token is issued to somebody else who shares the login. */
    public synchronized void somebodyElseRefreshes() {
        issue();
    }

    /** Sets the status with which ended links are refused. */
    public synchronized void refuseEndedLinksWith(int status) {
        behaviour.endedLink = status;
    }

    /** Lets all links to files end. */
    public synchronized void endLinks() {
        clock.advance(Duration.ofHours(2));
    }

    /** Puts results of background tasks between quotes, as the documents show them. */
    public synchronized void quoteResults() {
        behaviour.quotesResults = true;
    }

    /** Lets the next background task that is worked on for long fail. */
    public synchronized void failNextTask(String code) {
        behaviour.nextTaskFails = code;
    }

    /** Sends an empty page before each other one of a search. */
    public synchronized void sendEmptyPages() {
        behaviour.sendsEmptyPages = true;
    }

    /** Sends the first page for each. */
    public synchronized void searchInCircles() {
        behaviour.searchesInCircles = true;
    }

    /** Counts the pages of collections from 1. */
    public synchronized void countFromOne() {
        behaviour.countsFromOne = true;
    }

    /** Says in a search that one of several sources failed. */
    public synchronized void letOneSourceFail() {
        behaviour.oneSourceFails = true;
    }

    /** Streams the same page again and again. */
    public synchronized void streamInCircles() {
        behaviour.streamsInCircles = true;
    }

    /** Wants people to accept something before downloads. */
    public synchronized void warnBeforeDownloads(String warning) {
        behaviour.warning = warning;
    }
}
