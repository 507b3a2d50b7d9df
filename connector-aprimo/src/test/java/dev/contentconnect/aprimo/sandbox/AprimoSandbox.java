package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An Aprimo tenant that behaves as its DAM does where it matters to a client: parts that are null unless selected, two forms of
 * JSON, ids in place of words, an index that shows everything later and counts roughly, tokens of uploads that work once,
 * signed addresses that refuse a token, a quota of requests, a registration that is young. The host that gives tokens and the
 * DAM are one here.
 */
public final class AprimoSandbox extends Sandbox {
    /** The registration. */
    public static final String CLIENT_ID = "SANDBOX-REG";

    /** Its secret. */
    public static final String CLIENT_SECRET = "sandbox-Registration+Secret-17";

    /** The user of the credential. */
    public static final String USER = "000000000000000000000000000000aa";

    /** Another user, a person. */
    public static final String PERSON = "000000000000000000000000000000bb";

    /** The classification for new records. */
    public static final String INBOX = "000000000000000000000000000000c1";

    /** The field that holds keys. */
    public static final String KEY_FIELD = "ContentConnectKey";

    /** English, and a second language with the same culture. */
    public static final String ENGLISH = "000000000000000000000000000000e1";

    final Vault vault;
    private final Administration administration;
    private final FileRoutes files;
    private final UploadRoutes uploads;
    private final OrderRoutes orders;
    private final Quota quota;
    private final Callouts callouts;
    private final PmTenant pm;
    private final Set<String> signatures = new HashSet<>();
    private boolean young;
    private boolean supplied;
    private boolean unbounded;
    private boolean losing;
    private boolean querying;

    /**
     * Starts a tenant with fields, languages, classifications and a user.
     *
     * @param clock dates what happens, and moves the index on
     */
    public AprimoSandbox(FakeClock clock) {
        this.vault = new Vault(clock);
        this.quota = new Quota(clock);
        this.callouts = new Callouts(clock);
        this.administration = new Administration(vault);
        administration.setUp();
        this.files = new FileRoutes(this);
        RecordRoutes records = new RecordRoutes(this);
        new SearchRoutes(this, records);
        new VocabularyRoutes(this);
        this.uploads = new UploadRoutes(this);
        this.orders = new OrderRoutes(this);
        new CheckRoutes(this);
        this.pm = new PmTenant(() -> clock.now());
        new PmRoutes(this, pm);
        route("POST", "/login/connect/token", this::token);
    }

    /** Adds options to a field of the type OptionList, which is made when it is not there, as an administrator does. */
    public void option(String field, String... names) {
        administration.option(field, names);
    }

    void add(String verb, String pattern, Handler handler) {
        route(verb, pattern, handler);
    }

    /** Gives ids from here on, so that several tenants have none in common. */
    public void numberFrom(long first) {
        vault.numberFrom(first);
        pm.numberFrom(first);
    }

    /** Productivity Management. */
    public PmTenant pm() {
        return pm;
    }

    FileRoutes files() {
        return files;
    }

    String fieldId(String name) {
        return String.valueOf(vault.definition(name).get("id"));
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private SandboxResponse token(SandboxRequest request) {
        Map<String, String> form = request.form();
        if (young || !CLIENT_ID.equals(form.get("client_id")) || !CLIENT_SECRET.equals(form.get("client_secret"))) {
            return SandboxResponse.json(400, Map.of("error", "invalid_client"));
        }
        if (!"api".equals(form.get("scope"))) {
            return SandboxResponse.json(400, Map.of("error", "invalid_scope"));
        }
        return SandboxResponse.json(
                Map.of("access_token", issueToken(), "token_type", "Bearer", "expires_in", 600, "scope", "api"));
    }

    @Override
    protected SandboxResponse handle(SandboxRequest request) {
        if (!request.path().startsWith("/blob/")) {
            quota.take();
        }
        if (!request.path().startsWith("/blob/") && !request.path().startsWith("/login/")) {
            authenticate(request);
        }
        return super.handle(request);
    }

    @Override
    protected SandboxResponse noSuchRoute(SandboxRequest request) {
        return Refusal.notFound("The resource").answer();
    }

    private void authenticate(SandboxRequest request) {
        if (!isValid(request.bearer().orElse(null))) {
            throw Refusal.of(401, "Authentication", "The token is not valid");
        }
        boolean versioned = request.header("API-VERSION").orElse("").equals("1");
        if (request.path().startsWith("/api/core/")
                && (!versioned || request.header("User-Agent").orElse("").isBlank())) {
            throw Refusal.invalid("The headers API-VERSION and User-Agent are mandatory");
        }
    }

    String sign(String blob) {
        String signature = "s" + Integer.toHexString((blob + signatures.size()).hashCode());
        signatures.add(signature);
        return endpoint() + "/blob/" + blob + "?sig=" + signature;
    }

    boolean isSigned(String signature) {
        return signatures.contains(signature);
    }

    boolean suppliesClassification() {
        return supplied;
    }

    boolean ignoresBounds() {
        return unbounded;
    }

    boolean losesVersions() {
        return losing;
    }

    boolean queriesInUploads() {
        return querying;
    }

    /** Sets how long the index lags; five seconds until set. */
    public void indexDelay(Duration delay) {
        vault.indexDelay = delay;
    }

    /** Lets so many requests through in a second, and turns away what is more. */
    public void rateLimit(int requests) {
        quota.set(requests, 0);
    }

    /** Lets so many requests through in a second, delays so many more, and turns away what is beyond. */
    public void rateLimit(int requests, int delayed) {
        quota.set(requests, delayed);
    }

    /** How many requests were turned away. */
    public int throttled() {
        return quota.throttled();
    }

    /** Lets a rule call out whenever a record is saved; takes what has been called out since. */
    public List<Map<String, @Nullable Object>> callouts() {
        return callouts.take();
    }

    Callouts rule() {
        return callouts;
    }

    /** Lets the registration be so young that nobody knows it yet. */
    public void makeYoung() {
        this.young = true;
    }

    /** Lets the content type supply the classification of new records. */
    public void supplyClassification() {
        this.supplied = true;
    }

    /** Lets search ignore what it is asked for. */
    public void ignoreBounds() {
        this.unbounded = true;
    }

    /** Takes further versions without a word and keeps none. */
    public void loseVersions() {
        this.losing = true;
    }

    /** Gives addresses for segments that have a query of their own. */
    public void putQueriesInUploads() {
        this.querying = true;
    }

    /** Takes a segment without a word and does not keep it, once. */
    public void loseSegment(int index) {
        uploads.loseSegment(index);
    }

    /** Uploads that were begun and neither finished nor given up. */
    public int openUploads() {
        return uploads.open();
    }

    /** Upload tokens that nobody used yet. */
    public int unusedTokens() {
        return vault.tokens.size();
    }

    /** Lets orders be finished after so many looks, and end with a word. */
    public void processOrders(int looks, String end) {
        orders.processing(looks, end);
    }

    /** Lets public links of orders stay whatever is asked. */
    public void keepLinks() {
        orders.keepLinks();
    }

    /** The addresses under which everybody gets something. */
    public List<String> publicAddresses() {
        return vault.links.values().stream()
                .filter(one -> "Published".equals(one.get("status")))
                .map(one -> String.valueOf(one.get("uri")))
                .toList();
    }

    /** Makes a field one without which nothing is released. */
    public void require(String field) {
        vault.definition(field).put("isRequired", true);
    }

    /** Lets fewer languages than all be enabled for a field. */
    public void enableLanguages(String field, String... ids) {
        vault.definition(field).put("enabledLanguages", List.of(ids));
    }

    /** What checks found about a version: outcome and description. */
    public List<String> checkResults(String version) {
        return vault.checkResults.getOrDefault(Vault.normal(version), List.of()).stream()
                .map(one -> one.get("outcome") + ": " + one.get("description"))
                .toList();
    }

    /** Forgets every signed address, as time does. */
    public void expireSignatures() {
        signatures.clear();
    }

    /** Makes a record with a file as a person does, without a key. */
    public String personUploads(String title, byte[] bytes) {
        Rec record = new Rec(vault.nextId(), vault.now());
        record.classifications.add(INBOX);
        vault.records.put(record.id, record);
        String blob = vault.nextId();
        vault.bytes.put(blob, bytes);
        record.masterFile = vault.nextId();
        vault.addVersion(record.masterFile, blob, "poster.jpg", null);
        personFills(record.id, "Title", Vault.NEUTRAL, "value", title);
        return record.id;
    }

    /** Fills a field as a person does in the form. */
    public void personFills(String record, String field, String language, String member, Object value) {
        Rec found = vault.record(record);
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        kept.put(member, value);
        kept.put("modifiedOn", Vault.stamp(vault.now()));
        found.fields
                .computeIfAbsent(fieldId(field), any -> new LinkedHashMap<>())
                .put(language, kept);
        vault.touch(found);
        callouts.saved(found, PERSON, null);
    }

    /** Deletes a record as a person does. */
    public void personDeletes(String record) {
        vault.records.remove(record);
        vault.show(record, null);
    }

    /** Holds the master file of a record for editing, as another user does. */
    public void personChecksOut(String record) {
        vault.checkouts.put(String.valueOf(vault.record(record).masterFile), "someone else");
    }

    /** Renders the latest version of a record, and publishes the rendition when told so; gives its id. */
    public String serviceRenders(String record, String name, byte[] bytes, @Nullable String publishedAt) {
        Map<String, @Nullable Object> version = vault.latest(vault.record(record));
        String blob = vault.nextId();
        vault.bytes.put(blob, bytes);
        Map<String, @Nullable Object> rendition = new LinkedHashMap<>();
        rendition.put("id", vault.nextId());
        rendition.put("name", name);
        rendition.put("type", "Preset");
        rendition.put("width", 320);
        rendition.put("height", 200);
        rendition.put("_blob", blob);
        vault.renditions
                .computeIfAbsent(String.valueOf(version == null ? "" : version.get("id")), any -> new ArrayList<>())
                .add(rendition);
        String id = String.valueOf(rendition.get("id"));
        for (String status : publishedAt == null ? List.<String>of() : List.of("Published", "Failed")) {
            Map<String, @Nullable Object> link = new LinkedHashMap<>();
            link.put("id", vault.nextId());
            link.put("uri", publishedAt);
            link.put("provider", "cdn");
            link.put("origin", "Order");
            link.put("status", status);
            link.put("renditionName", name);
            link.put("_rendition", id);
            vault.links.put(String.valueOf(link.get("id")), link);
        }
        return id;
    }

    /** The status that a record has. */
    public String status(String record) {
        return vault.record(record).status;
    }

    /** How many records there are. */
    public int records() {
        return vault.records.size();
    }

    /** The values of a field in all languages, as they are stored. */
    public List<String> values(String record, String field) {
        return vault.record(record).texts(fieldId(field));
    }
}
