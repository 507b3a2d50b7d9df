package dev.contentconnect.vip.sandbox;

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
    private boolean profile = true;
    private boolean permalinks = true;
    private boolean passwords = true;
    private boolean index = true;
    private boolean memory = true;
    private int writesLeft = Integer.MAX_VALUE;
    private int postLimit = 8 << 20;
    private int fileLimit = 2 << 20;
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
        this.library = new Library(clock);
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
            new User(4, "subscriber", "subscriber"));

    /** Takes the server profile away, or puts it back; what was stored stays. */
    public void profile(boolean installed) {
        this.profile = installed;
    }

    /** Switches permalinks off: the interface then answers under {@code ?rest_route=} only. */
    public void permalinks(boolean on) {
        this.permalinks = on;
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

    /** Sets PHP's limits for forms and for the files in them, in bytes. */
    public void limits(int post, int file) {
        this.postLimit = post;
        this.fileLimit = file;
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
        this.writesLeft = count;
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
        this.memory = false;
    }

    boolean runsOutOfMemory() {
        boolean out = !memory;
        memory = true;
        return out;
    }

    boolean hasProfile() {
        return profile;
    }

    boolean isAllowed(String fileName) {
        String lower = fileName.toLowerCase(java.util.Locale.ROOT);
        return extensions.contains(lower.substring(lower.lastIndexOf('.') + 1));
    }

    int postLimit() {
        return postLimit;
    }

    int fileLimit() {
        return fileLimit;
    }

    @Override
    protected SandboxResponse handle(SandboxRequest request) {
        try {
            String path = request.path();
            if (path.startsWith("/wp-content/uploads/")) {
                SandboxResponse file = file(path.substring(path.lastIndexOf('/') + 1));
                return request.method().equals("HEAD")
                        ? new SandboxResponse(file.status(), file.headers(), new byte[0])
                                .header("Content-Length", Integer.toString(file.body().length))
                        : file;
            }
            String route = request.query("rest_route").orElse(null);
            if (route == null && permalinks && path.startsWith("/wp-json/")) {
                route = path.substring(8);
            }
            if (route == null || !index) {
                return SandboxResponse.text(200, "text/html", "<html><body><h1>Our site</h1></body></html>");
            }
            if (!request.method().equals("GET") && writesLeft-- <= 0) {
                throw Refusal.page(503, "Briefly unavailable for scheduled maintenance");
            }
            return route.equals("/") ? index() : routes.answer(request, route, user(request));
        } catch (Refusal e) {
            return e.answer();
        }
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
                .filter(one -> one.file.equals(decoded) || one.original.equals(decoded))
                .findFirst()
                .map(one -> SandboxResponse.bytes(
                        200, one.mime, one.original.equals(decoded) ? one.originalBytes : one.bytes))
                .orElseGet(() -> SandboxResponse.text(404, "text/html", "<html><body><p>Not Found</p></body></html>"));
    }
}
