package dev.contentconnect.tradinggrid.sandbox;

import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.core.time.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Trading Grid that behaves as the services do where it matters to a client: the grant in the query string, roles by login
 * and deletion by id, words out and codes in, content keys only where their filter is there, a scroll that keeps its place
 * here, 200 with errors, three shapes of errors, and base64 in the echo of a message.
 */
public final class TradingGridSandbox extends Sandbox {
    /** The consumer key. */
    public static final String KEY = "sandbox-consumer-key";

    /** The consumer secret. */
    public static final String SECRET = "sandbox-Consumer-Secret-63";

    /** Our company. */
    public static final String COMPANY = "GC22698817YV";

    /** Our EDI address. */
    public static final String ADDRESS = "ZZ:ACME";

    /** The messaging account. */
    public static final String MESSAGING_USER = "acme/messages";

    /** The password of the messaging account. */
    public static final String MESSAGING_PASSWORD = "sandbox-Messaging-Secret-27";

    /** A solution of Cartographer. */
    public static final String SOLUTION = "ACME_SOLUTION";

    /** The table of audiences. */
    public static final String RULES = "PARTNER_RULES";

    /** The table of rights. */
    public static final String RIGHTS = "ASSET_RIGHTS";

    private final FakeClock clock;
    private final LensRoutes lens;
    private final CommunityRoutes community;
    private final CartographerRoutes cartographer;
    private final MessagingRoutes messaging;
    private int legacyLogins;
    private boolean rawTokens;
    private boolean silentTokens;

    /**
     * Starts a network with two tables and no partners.
     *
     * @param clock dates what happens
     */
    public TradingGridSandbox(FakeClock clock) {
        this.clock = clock;
        this.lens = new LensRoutes(this);
        this.community = new CommunityRoutes(this);
        this.cartographer = new CartographerRoutes(this);
        this.messaging = new MessagingRoutes(this);
        route("POST", "/v1/oauth2/tokens", this::token);
        route("POST", "/cartographer/v1/auth", this::legacyToken);
        table(RULES);
        table(RIGHTS);
    }

    void add(String verb, String pattern, Handler handler) {
        route(verb, pattern, handler);
    }

    String now() {
        return Timestamps.format(clock.now());
    }

    private static boolean isBasic(SandboxRequest request, String user, String password) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization").orElse("").equals("Basic " + pair);
    }

    private SandboxResponse token(SandboxRequest request) {
        if (!isBasic(request, KEY, SECRET)) {
            throw Refusal.policy(401, "invalid_client", "Client credentials are invalid");
        }
        if (!"client_credentials".equals(request.query("grant_type").orElse(""))) {
            throw Refusal.policy(400, "invalid_request", "Required param : grant_type");
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("access_token", issueToken());
        if (!silentTokens) {
            out.put("expires_in", "35999");
            out.put("issued_at", Long.toString(clock.now().toEpochMilli()));
            out.put("status", "approved");
            out.put("token_type", "BearerToken");
        }
        return SandboxResponse.json(out);
    }

    private SandboxResponse legacyToken(SandboxRequest request) {
        boolean known = request.header("Username").orElse("").equals(KEY)
                && request.header("Password").orElse("").equals(SECRET);
        if (!known) {
            throw Refusal.olderCartographer(401, "AUTH-1", "Bad credentials");
        }
        legacyLogins++;
        return SandboxResponse.json(Map.of(
                "accessToken",
                issueToken(),
                "clientId",
                "acme",
                "expiresInSec",
                "3600",
                "status",
                "ok",
                "tokenType",
                "Bearer"));
    }

    @Override
    protected SandboxResponse handle(SandboxRequest request) {
        authenticate(request);
        return super.handle(request);
    }

    @Override
    protected SandboxResponse noSuchRoute(SandboxRequest request) {
        return Refusal.fault(404, "messaging.adaptors.http.flow.ApplicationNotFound", "Unable to identify proxy")
                .answer();
    }

    private void authenticate(SandboxRequest request) {
        String path = request.path();
        if (path.startsWith("/v1/oauth2/") || path.equals("/cartographer/v1/auth")) {
            return;
        }
        if (path.startsWith("/mra/")) {
            if (!isBasic(request, MESSAGING_USER, MESSAGING_PASSWORD)) {
                throw Refusal.plain(401, "authentication failed");
            }
            return;
        }
        boolean raw = rawTokens && path.startsWith("/cartographer/");
        String token = raw
                ? request.header("Authorization").orElse("")
                : request.bearer().orElse("");
        if (!isValid(token)) {
            throw Refusal.fault(401, "keymanagement.service.access_token_expired", "Access Token expired");
        }
    }

    private CartographerRoutes.Table table(String name) {
        return cartographer.tables.computeIfAbsent(name, any -> new CartographerRoutes.Table());
    }

    /** Adds a company to the partner directory. */
    public void partner(String name, String status, @Nullable String email, @Nullable String address) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("partnerCompanyName", name);
        out.put("status", status);
        if (email != null) {
            out.put("email", email);
        }
        if (address != null) {
            out.put("ediAddress", address);
        }
        out.put("region", "EMEA");
        community.partners.add(out);
    }

    /** Takes a company out of the partner directory. */
    public void removePartner(String name) {
        community.partners.removeIf(one -> name.equals(one.get("partnerCompanyName")));
    }

    /** Lets lists come within an object. */
    public void wrapLists() {
        community.wraps = true;
    }

    /** Adds a user of our company, and gives its id. */
    public String user(String login, String... roles) {
        String id = community.add(Map.of("loginId", login, "email", login, "firstName", "Ida", "lastName", "Grün"));
        community.roles.put(id, new ArrayList<>(List.of(roles)));
        return id;
    }

    /** What the service knows of a user. */
    public Map<String, @Nullable Object> userMembers(String id) {
        return Map.copyOf(community.users.getOrDefault(id, Map.of()));
    }

    /** Whether there is such a user. */
    public boolean hasUser(String id) {
        return community.users.containsKey(id);
    }

    /** Lets a user take another login, as users do in the portal. */
    public void changeLogin(String id, String login) {
        community.users.get(id).put("loginId", login);
    }

    /** Lets something happen right before the next look at roles. */
    public void beforeRoles(Runnable happening) {
        community.beforeRoles = happening;
    }

    /** Lets something happen, once, after Lens looked up its next answer that holds an entry. */
    public void afterLens(Runnable happening) {
        lens.after = happening;
    }

    /** Takes values for a column of a table without keeping them. */
    public void loseColumn(int index) {
        cartographer.lost = index;
    }

    /** Takes roles without keeping them. */
    public void dropRoles() {
        community.dropsRoles = true;
    }

    /** Puts an entry into Lens, and gives its id. Members are attributes; they go over those that are made up. */
    public String entry(Map<String, String> members) {
        return entry(members, Map.of());
    }

    /**
     * Gives the entries to come numbers that no other sandbox gives, where something outlives both.
     *
     * @param number the one before the next
     */
    public void countFrom(int number) {
        lens.lastEntry = number;
    }

    /** Puts an entry with business keys into Lens. */
    public String entry(Map<String, String> members, Map<String, String> contentKeys) {
        return lens.add(members, contentKeys);
    }

    /** Lets an entry come to another status, now. */
    public void change(String id, Map<String, String> members) {
        lens.change(id, "statusdate", members);
    }

    /** Lets the partner's system acknowledge a document, now. The date of its status stays. */
    public void acknowledge(String id, String code) {
        lens.change(id, "fastatusdate", Map.of("fastatus", code));
    }

    /** Lets an entry go, as time does. */
    public void purge(String id) {
        lens.entries.removeIf(one -> id.equals(one.get("transactionid")));
    }

    /** Forbids attributes of Lens to our company. */
    public void forbid(String... attributes) {
        lens.forbidden.addAll(Set.of(attributes));
    }

    /** Lets Lens warn beside its data. */
    public void warn() {
        lens.warns = true;
    }

    /** Lets Lens ignore offsets. */
    public void lensInCircles() {
        lens.circles = true;
    }

    /** Every GraphQL document that was sent. */
    public List<String> documents() {
        return List.copyOf(lens.documents);
    }

    /** Sets the value columns of a table: name to longest value. */
    public void columns(String entity, Map<String, Integer> columns) {
        columns.forEach((name, most) ->
                table(entity).valueHeaders.add(Map.of("name", name, "mandatory", false, "maxLength", most)));
    }

    /** Sets what the first part of a key must match. */
    public void keyColumn(String entity, String expression) {
        table(entity).keyHeaders.add(Map.of("name", "Key", "mandatory", true, "regularExpressions", expression));
    }

    /** Sets what the service says of a table, for example {@code isReadOnly}. */
    public void about(String entity, String name, Object value) {
        table(entity).about.put(name, value);
    }

    /** Rows of a table. */
    public Map<String, Map<Integer, String>> rows(String entity) {
        return Map.copyOf(table(entity).rows);
    }

    /** Writes a row as a person does. */
    public void row(String entity, String key, Map<Integer, String> values) {
        table(entity).rows.put(key, new LinkedHashMap<>(values));
    }

    /** Speaks the errors of Cartographer 25.1. */
    public void olderCartographer() {
        cartographer.older = true;
    }

    /** Wants tokens for Cartographer without a prefix. */
    public void rawTokens() {
        rawTokens = true;
    }

    /** Says nothing of how long tokens last. */
    public void silentTokens() {
        silentTokens = true;
    }

    /** Logins in the way of older releases. */
    public int legacyLogins() {
        return legacyLogins;
    }

    /** Lets a person say something about a map. */
    public void annotate(String id, String user, String text, Instant at, List<Map<String, Object>> replies) {
        cartographer.annotations.add(annotation(id, user, text, at, replies));
    }

    /** A remark, also one that answers another. */
    public static Map<String, Object> annotation(
            String id, String user, String text, Instant at, List<Map<String, Object>> replies) {
        Map<String, Object> person = Map.of("id", user, "name", "Name of " + user, "type", "Web");
        Map<String, Object> first =
                Map.of("user", person, "action", "ADD", "text", "draft", "modified", at.toEpochMilli() - 1);
        Map<String, Object> last =
                Map.of("user", person, "action", "EDIT", "text", text, "modified", at.toEpochMilli());
        return Map.of(
                "id",
                id,
                "type",
                "NOTE",
                "message",
                List.of(first, last),
                "replies",
                replies,
                "attachments",
                List.of());
    }

    /** Messages that were taken, by id. */
    public Map<String, Map<String, @Nullable Object>> messages() {
        Map<String, Map<String, @Nullable Object>> out = new LinkedHashMap<>();
        messaging.jobs.forEach((id, job) -> out.put(id, job.sent));
        return out;
    }

    /** Ids that clients chose for their requests. */
    public List<String> submitIds() {
        return List.copyOf(messaging.submitIds);
    }

    /** Lets the recipient of a message open it. */
    public void open(String job) {
        messaging.jobs.get(job).opens++;
    }

    /** Lets the recipient of a message fetch its attachment. */
    public void pull(String job) {
        messaging.jobs.get(job).pulls.add(Map.of("attachment_id", "1", "time", now()));
    }

    /** Lets a message come back. */
    public void bounce(String job) {
        messaging.jobs.get(job).state = "Error";
    }
}
