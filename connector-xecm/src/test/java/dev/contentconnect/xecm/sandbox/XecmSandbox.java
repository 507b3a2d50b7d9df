package dev.contentconnect.xecm.sandbox;

import dev.contentconnect.core.testkit.Exchange;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.RecordedSandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.net.URI;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fake Content Server with business workspaces, workflows and records management, and a fake directory server beside it.
 * It slides tickets, reads forms only, answers 500 for duplicates and 400 for what one may not see, and sends dates without
 * a zone, as the real one does.
 */
public final class XecmSandbox extends RecordedSandbox {
    /** The user. */
    public static final String USER = "svc.connect";

    /** The password of that user. */
    public static final String PASSWORD = "Hidden-Pass-2031";

    /** An OAuth client. */
    public static final String CLIENT_ID = "connect-client";

    /** The secret of that client. */
    public static final String CLIENT_SECRET = "Hidden-Client-2031";

    /** The folder for assets. */
    public static final long FOLDER = 4711;

    /** The category for assets, called Asset. */
    public static final long ASSET_CATEGORY = 7001;

    /** The category for rights, called Media Rights, in the folder Media of the categories volume. */
    public static final long RIGHTS_CATEGORY = 7002;

    /** The category of campaign workspaces, called Campaign. */
    public static final long CAMPAIGN_CATEGORY = 7003;

    /** A map whose one step ends with Approve or Reject. */
    public static final long APPROVAL_MAP = 8001;

    /** A map whose one step is offered to a group and sent on. */
    public static final long SEND_ON_MAP = 8002;

    /** A map with two deciding steps, one after the other. */
    public static final long TWO_STEP_MAP = 8003;

    /** The external system. */
    public static final String EXTERNAL_SYSTEM = "CC";

    /** The business object type of campaigns. */
    public static final String CAMPAIGN_OBJECT = "cc_campaign";

    static final String API = "/cs/cs/api";
    private static final String OTDS = "/otdsws";

    private final Vault vault;
    private final Sessions sessions;
    private final CategoryRoutes categories;
    private final WorkflowRoutes workflows;
    private final SearchRoutes search;
    private final WorkspaceRoutes workspaces;
    private final RecordRoutes records;
    private String sticky;
    private Happening happening;

    /**
     * Starts a server.
     *
     * @param clock dates everything
     */
    public XecmSandbox(FakeClock clock) {
        this.vault = new Vault(clock);
        Scene.build(vault);
        sessions = new Sessions(vault, endpoint().getPort(), this::issueToken, this::isValid);
        route("POST", API + "/v1/auth", sessions::login);
        route(
                "POST",
                OTDS + "/rest/authentication/credentials",
                request -> sessions.directory(request, "userName", "failureReason"));
        route(
                "POST",
                OTDS + "/v1/authentication/credentials",
                request -> sessions.directory(request, "user_name", "failure_reason"));
        route("POST", OTDS + "/oauth2/token", sessions::oauth);
        sessions.register(this);
        new NodeRoutes(vault).register(this);
        new VersionRoutes(vault).register(this);
        categories = new CategoryRoutes(vault);
        categories.register(this);
        workspaces = new WorkspaceRoutes(vault);
        workspaces.register(this);
        workflows = new WorkflowRoutes(vault);
        workflows.register(this);
        // After the assignments, whose address looks like that of a member.
        new MemberRoutes(vault).register(this);
        search = new SearchRoutes(vault);
        search.register(this);
        records = new RecordRoutes(vault);
        records.register(this);
    }

    /** Something that happens before a request is looked at. */
    private record Happening(String method, String pathPrefix, Runnable deed) {}

    void on(String method, String pattern, Handler handler) {
        route(method, API + pattern, handler);
    }

    /**
     * Where Content Server is.
     *
     * @return with the path of the server
     */
    public URI address() {
        return URI.create(endpoint() + "/cs/cs");
    }

    /**
     * Where the directory server is.
     *
     * @return with {@code /otdsws}
     */
    public URI directory() {
        return URI.create(endpoint() + OTDS);
    }

    @Override
    protected SandboxResponse answer(SandboxRequest request) {
        Happening due = happening;
        if (due != null
                && request.method().equals(due.method())
                && request.path().startsWith(due.pathPrefix())) {
            happening = null;
            due.deed().run();
        }
        try {
            boolean open = request.path().startsWith(OTDS)
                    || (request.method().equals("POST") && request.path().equals(API + "/v1/auth"));
            if (open) {
                return stuck(routed(request));
            }
            if (!sessions.isKnown(request)) {
                return SandboxResponse.json(401, Map.of("error", "Authentication Required"));
            }
            if (request.header("Content-Type").orElse("").startsWith("application/json")) {
                throw new Refusal(400, "Argument 'body' is required.");
            }
            return sessions.renewed(stuck(routed(request)));
        } catch (Refusal refusal) {
            return sessions.renewed(refusal.answer());
        }
    }

    @Override
    protected SandboxResponse noSuchRoute(SandboxRequest request) {
        return SandboxResponse.json(
                400, Map.of("error", "The REST API URL could not be found in the mappings registry."));
    }

    @Override
    protected List<String> problems(List<Exchange> meant) {
        return Conformance.problems(meant);
    }

    private SandboxResponse stuck(SandboxResponse answer) {
        return sticky == null ? answer : answer.header("Set-Cookie", sticky);
    }

    // What tests bring about

    /**
     * Lets somebody be faster than a request.
     *
     * @param method the method of the request
     * @param pathPrefix how its raw path begins
     * @param deed what happens, once, before that request is looked at
     */
    public void beforeNext(String method, String pathPrefix, Runnable deed) {
        happening = new Happening(method, pathPrefix, deed);
    }

    /** Hands out no new tickets any more: sessions end half an hour after the login. */
    public void stopSliding() {
        sessions.stopSliding();
    }

    /**
     * Puts a load balancer in front.
     *
     * @param cookie what it sets
     */
    public void stickBy(String cookie) {
        sticky = cookie;
    }

    /**
     * Runs on a machine in a zone, with dates that do not say so.
     *
     * @param zone the zone
     */
    public void hideZone(ZoneId zone) {
        vault.zone = zone;
        vault.datesHaveZone = false;
    }

    /** Switches the audit off. */
    public void stopAudit() {
        vault.auditIsOn = false;
    }

    /** Takes the right to give nicknames. */
    public void forbidNicknames() {
        vault.nicknamesAllowed = false;
    }

    /**
     * Says of every list that it has more pages than it has, and sends its last one for those.
     *
     * @param pages how many more
     */
    public void overstatePages(int pages) {
        vault.pagesTooMany = pages;
    }

    /**
     * Somebody uploads a document.
     *
     * @param folder where to
     * @param name its name
     * @param bytes its content
     * @return its id
     */
    public long upload(long folder, String name, byte[] bytes) {
        Node node = vault.create(144, folder, name);
        node.versions.add(new Node.Version(1, name, "application/pdf", bytes, "", vault.now(), vault.user));
        return node.id;
    }

    /**
     * Lets a document count minor versions until one is made a major one.
     *
     * @param id the document
     */
    public void countMinorVersions(long id) {
        vault.nodes.get(id).countsMinorVersions = true;
    }

    /**
     * Somebody makes a folder.
     *
     * @param parent where
     * @param name its name
     * @return its id
     */
    public long folder(long parent, String name) {
        return vault.create(0, parent, name).id;
    }

    /**
     * Hides a node from our user.
     *
     * @param id the node
     */
    public void hide(long id) {
        vault.nodes.get(id).hidden = true;
    }

    /**
     * Somebody deletes a node: it is in the recycle bin, which looks as if it were not there.
     *
     * @param id the node
     */
    public void bin(long id) {
        vault.nodes.remove(id);
    }

    /**
     * Lets our user only read a node.
     *
     * @param id the node
     */
    public void protect(long id) {
        vault.nodes.get(id).readOnly = true;
    }

    /**
     * Somebody renames a node.
     *
     * @param id the node
     * @param name its new name
     */
    public void rename(long id, String name) {
        Node node = vault.nodes.get(id);
        node.name = name;
        vault.touch(node, 5);
    }

    /**
     * Somebody else edits an attribute.
     *
     * @param id the node
     * @param key the key of the attribute
     * @param value its new value
     */
    public void edit(long id, String key, Object value) {
        Node node = vault.nodes.get(id);
        long category = Long.parseLong(key.substring(0, key.indexOf('_')));
        node.categories.computeIfAbsent(category, any -> new LinkedHashMap<>()).put(key, value);
        node.tokens.merge(category, 1, Integer::sum);
        vault.asAnother(() -> vault.touch(node, 10));
    }

    /** Somebody else opens a node, which the audit keeps even where it keeps no changes. */
    public void open(long id) {
        vault.asAnother(() -> vault.keep(vault.nodes.get(id), 14));
    }

    /**
     * What a node has in an attribute.
     *
     * @param id the node
     * @param key the key of the attribute
     * @return its value, or null
     */
    public Object value(long id, String key) {
        long category = Long.parseLong(key.substring(0, key.indexOf('_')));
        Map<String, Object> values = vault.nodes.get(id).categories.get(category);
        return values == null ? null : values.get(key);
    }

    /**
     * The names of what is in a folder.
     *
     * @param parent the folder
     * @return in the order of making
     */
    public List<String> names(long parent) {
        return vault.children(parent).stream().map(one -> one.name).toList();
    }

    /** Brings the search index up to date: it lags behind until then. */
    public void index() {
        search.index();
    }

    /**
     * Categories of nodes.
     *
     * @return the categories
     */
    public CategoryRoutes categories() {
        return categories;
    }

    /**
     * Workflows and what is done in them.
     *
     * @return the workflows
     */
    public WorkflowRoutes workflows() {
        return workflows;
    }

    /**
     * Workspaces.
     *
     * @return the workspaces
     */
    public WorkspaceRoutes workspaces() {
        return workspaces;
    }

    /**
     * Records management.
     *
     * @return the records
     */
    public RecordRoutes records() {
        return records;
    }

    /**
     * Adds a category.
     *
     * @param id its id
     * @param name its name
     * @param attributes its attributes
     */
    public void define(long id, String name, Attr... attributes) {
        Scene.category(vault, id, Vault.CATEGORIES, name, List.of(attributes));
    }
}
