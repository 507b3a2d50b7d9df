package dev.contentconnect.vip.sandbox;

import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.core.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A WordPress with the server profile that behaves as WordPress 6.1 does where it matters to a client: a wrong password reads
 * anonymously, unknown fields and vanished terms are dropped without a word, terms that come with a form are lost, a page
 * past the end is an error, and refused files are answered with 500. The file of a private item stays public.
 */
public final class VipSandbox extends Sandbox {
    /** The login of the administrator. */
    public static final String ADMIN = "librarian";

    /** The application password of every user. */
    public static final String PASSWORD = "Kx7w 9TqZ m2Lp Rv4s Yb8n Hd6c";

    final Library library;
    private final Set<String> extensions = new HashSet<>(
            Set.of("png", "jpg", "jpeg", "gif", "webp", "pdf", "zip", "mp4", "docx", "txt", "mp3", "csv"));
    private final Set<String> withoutTypes = new HashSet<>();
    private boolean profile = true;
    private boolean permalinks = true;
    private boolean rewriting = true;
    private boolean passwords = true;
    private boolean index = true;
    final Weather weather = new Weather();
    private final RestRoutes routes;

    /** Starts a library that is empty, on the machine's clock. */
    public VipSandbox() {
        this(TimeSource.system());
    }

    /**
     * Starts a library that is empty.
     *
     * @param clock dates what happens, in whole seconds
     */
    public VipSandbox(TimeSource clock) {
        this.library = new Library(clock, weather);
        this.routes = new RestRoutes(this);
    }

    /** Who asks: nobody where the password is wrong, and nothing says so. */
    record User(long id, String login, String role) {
        boolean isAnonymous() {
            return id == 0;
        }

        boolean is(String... roles) {
            return List.of(roles).contains(role);
        }
    }

    private static final User NOBODY = new User(0, "", "");
    private static final Map<String, User> USERS = Map.of(
            ADMIN,
            new User(1, ADMIN, "administrator"),
            "editor",
            new User(2, "editor", "editor"),
            "author",
            new User(3, "author", "author"),
            "subscriber",
            new User(4, "subscriber", "subscriber"),
            "contributor",
            new User(5, "contributor", "contributor"));

    /** Takes the server profile away, or puts it back; what was stored stays. */
    public void profile(boolean installed) {
        this.profile = installed;
    }

    /** Takes one of the profile's types away, as an older profile lacks it, or puts it back. */
    public void type(String route, boolean registered) {
        if (registered) {
            withoutTypes.remove(route);
        } else {
            withoutTypes.add(route);
        }
    }

    boolean hasType(String route) {
        return !withoutTypes.contains(route);
    }

    /** Switches permalinks off: the interface then answers under {@code ?rest_route=} only. */
    public void permalinks(boolean on) {
        this.permalinks = on;
    }

    /** Switches permalinks off on a web server that shows nothing at the addresses of files that are not there. */
    public void withoutRewriting() {
        this.permalinks = false;
        this.rewriting = false;
    }

    /** Switches application passwords off. */
    public void applicationPasswords(boolean on) {
        this.passwords = on;
    }

    /** Lets the address of the site be something else than WordPress. */
    public void noWordpress() {
        this.index = false;
    }

    /** Allows files of a further kind, as a site does with a filter. */
    public void allow(String extension) {
        extensions.add(extension);
    }

    /** Lets the site be WordPress 5.6, which passes over the filter by time of change. */
    public void before57() {
        weather.before57 = true;
    }

    /** Sets PHP's limits for forms and for the files in them, in bytes. */
    public void limits(int post, int file) {
        weather.postLimit = post;
        weather.fileLimit = file;
    }

    /** Sets the web server's own limit for bodies, in bytes. */
    public void webLimit(int bytes) {
        weather.webLimit = bytes;
    }

    /** Puts the site into maintenance, or ends it. */
    public void maintenance(boolean on) {
        weather.page(on ? 503 : 0, "Briefly unavailable for scheduled maintenance. Check back in a minute.");
    }

    /** Takes the database down, or brings it back; files go on being there. */
    public void database(boolean up) {
        weather.page(up ? 0 : 500, "Error establishing a database connection");
    }

    /**
     * Lets one table of the database take no more rows, or all of them take rows again.
     *
     * @param name {@code posts}, {@code postmeta} or {@code comments}; empty for none
     */
    public void closeTable(String name) {
        weather.closed(name);
    }

    /** Whether the site's cron runs, which brings out what has reached its date. */
    public void cron(boolean runs) {
        weather.cron = runs;
    }

    /** Takes an item's date back behind the back of WordPress, whose cron does not run: what waits for it goes on waiting. */
    public void missDate(String id) {
        weather.cron = false;
        library.items.get(Long.parseLong(id)).date = library.now().minusSeconds(3_600);
    }

    /** Moves the last change of an item a minute back. */
    public void age(String id) {
        Item item = library.items.get(Long.parseLong(id));
        item.modified = item.modified.minusSeconds(60);
    }

    /** Takes the file of an item from the disk; the item stays. */
    public void deleteFile(String id) {
        library.items.get(Long.parseLong(id)).isFileGone = true;
    }

    /** Lets the next upload of bytes alone break off in its middle. PHP hands on what came of it. */
    public void cutOffNextUpload() {
        weather.cutOff = true;
        failNext(1, "POST", "/", Fault.connectionReset().afterHandling());
    }

    /** Deletes a term, as an editor does; whoever remembers its id finds nothing. */
    public void deleteTerm(String base, String name) {
        Map<Long, String> known = library.terms.getOrDefault(base, new LinkedHashMap<>());
        known.values().removeIf(Texts.escaped(name)::equals);
        library.items
                .values()
                .forEach(item -> item.terms.computeIfPresent(
                        base,
                        (any, ids) -> ids.stream().filter(known::containsKey).toList()));
    }

    /** Lets items lose every term they are given, as a plug-in does that has its own idea of them. */
    public void dropTerms(boolean on) {
        weather.dropsTerms = on;
    }

    /** Lets packages that are to come out wait for a person instead, as a plug-in for editorial work does. */
    public void review(boolean on) {
        weather.reviews = on;
    }

    /** Renames a term, as an editor does. */
    public void renameTerm(String base, String name, String now) {
        library.terms.get(base).replaceAll((id, one) -> one.equals(Texts.escaped(name)) ? Texts.escaped(now) : one);
    }

    /** Gives an item so many new terms. */
    public void personTags(String id, String base, int count) {
        List<Long> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(library.nextId());
            library.terms.get(base).put(added.get(i), "Term " + i);
        }
        library.items.get(Long.parseLong(id)).terms.put(base, added);
    }

    /** Deletes an item for good, as a person does in the library. */
    public void deleteItem(String id) {
        library.items.remove(Long.parseLong(id));
    }

    /** Uploads a file as a person does, without any of our fields. */
    public String personUploads(String name, byte[] bytes, String title) {
        Item item = new Item(library.nextId(), "media", 2, library.now());
        item.status = "inherit";
        item.slug = library.unique(item, title);
        item.texts.put("title", title);
        item.file = name;
        item.bytes = bytes;
        item.mime = Texts.mime(name);
        library.items.put(item.id, item);
        return Long.toString(item.id);
    }

    /** Sets a field as a person does. */
    public void personSets(String id, String field, Object value) {
        Item item = library.items.get(Long.parseLong(id));
        item.meta.put(field, value);
        item.modified = library.now();
    }

    /** What nobody in particular sees of the files. */
    public List<String> publicFiles() {
        List<String> out = new ArrayList<>();
        library.all("media").stream().filter(library::isPublic).forEach(one -> out.add(Long.toString(one.id)));
        return out;
    }

    /** Lets that many changes through and turns all others away, as after a power cut on the way. */
    public void breakOffAfterWrites(int count) {
        weather.writesLeft = count;
    }

    /**
     * Lets the next upload or delivery meet another one in the same moment: its look finds nothing, and WordPress, which looks
     * and then writes, gives it a short name that is taken.
     */
    public void twoInOneMoment() {
        library.rush = true;
    }

    /** Lets PHP run out of memory over the images of the next upload, after its file was stored. */
    public void runOutOfMemory() {
        weather.noMemory = true;
    }

    boolean hasProfile() {
        return profile;
    }

    boolean isAllowed(String fileName) {
        String lower = fileName.toLowerCase(java.util.Locale.ROOT);
        return extensions.contains(lower.substring(lower.lastIndexOf('.') + 1));
    }

    @Override
    protected SandboxResponse handle(SandboxRequest request) {
        String path = request.path();
        if (path.startsWith("/wp-content/uploads/")) {
            SandboxResponse file = file(path.substring(path.lastIndexOf('/') + 1));
            return request.method().equals("HEAD")
                    ? new SandboxResponse(file.status(), file.headers(), new byte[0])
                            .header("Content-Length", Integer.toString(file.body().length))
                    : file;
        }
        weather.check(request);
        String route = request.query("rest_route").orElse(null);
        if (route == null && permalinks && path.startsWith("/wp-json/")) {
            route = path.substring(8);
        }
        if (route == null && !rewriting && path.startsWith("/wp-json/")) {
            return SandboxResponse.text(404, "text/html", "<html><body><h1>Not Found</h1></body></html>");
        }
        if (route == null || !index) {
            return SandboxResponse.text(200, "text/html", "<html><body><h1>Our site</h1></body></html>");
        }
        return route.equals("/") ? index() : routes.answer(request, route, user(request));
    }

    private SandboxResponse index() {
        Object authentication = passwords
                ? Map.of(
                        "application-passwords",
                        Map.of("endpoints", Map.of("authorization", endpoint() + "/authorize")))
                : List.of();
        return SandboxResponse.json(Map.of(
                "name", "Library", "namespaces", List.of("oembed/1.0", "wp/v2"), "authentication", authentication));
    }

    private User user(SandboxRequest request) {
        String header = request.header("Authorization").orElse("");
        if (!passwords || !header.startsWith("Basic ")) {
            return NOBODY;
        }
        String pair = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        String secret = pair.substring(colon + 1).replace(" ", "");
        return secret.equals(PASSWORD.replace(" ", "")) ? USERS.getOrDefault(pair.substring(0, colon), NOBODY) : NOBODY;
    }

    private SandboxResponse file(String name) {
        String decoded = java.net.URLDecoder.decode(name, StandardCharsets.UTF_8);
        return library.all("media").stream()
                .filter(one -> !one.isFileGone)
                .filter(one -> one.file.equals(decoded) || one.original.equals(decoded))
                .findFirst()
                .map(one -> SandboxResponse.bytes(
                        200, one.mime, one.original.equals(decoded) ? one.originalBytes : one.bytes))
                .orElseGet(() -> SandboxResponse.text(404, "text/html", "<html><body><p>Not Found</p></body></html>"));
    }
}
