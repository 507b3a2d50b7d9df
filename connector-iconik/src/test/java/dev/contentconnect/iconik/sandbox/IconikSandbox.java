package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An iconik tenant that behaves as the service does where it matters to a client: an index that shows everything later, 404 for
 * metadata without values, approvals for a version, files that go to a storage, proxies that are not there until they were made,
 * a block that may be ruled by a metadata field, webhooks that switch themselves off, and a rate limit.
 */
public final class IconikSandbox extends Door {
    /** The application. */
    public static final String APP_ID = "0f1e2d3c-a1b2-11f0-8c3d-0242ac120002";

    /** The token of its service account. */
    public static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.c2FuZGJveC1zZXJ2aWNl.Q29udGVudENvbm5lY3Q";

    /** The secret of its backend service. */
    public static final String CLIENT_SECRET = "sandbox-Backend-Secret-81";

    /** The user of the credential. */
    public static final String USER = "11111111-a1b2-11f0-8c3d-0242ac120002";

    /** Somebody else who works there. */
    public static final String PERSON = "77777777-a1b2-11f0-8c3d-0242ac120002";

    /** A group of people. */
    public static final String GROUP = "88888888-a1b2-11f0-8c3d-0242ac120002";

    /** The tenant. */
    public static final String SYSTEM_DOMAIN = "22222222-a1b2-11f0-8c3d-0242ac120002";

    /** The view that describes assets. */
    public static final String ASSET_VIEW = "33333333-a1b2-11f0-8c3d-0242ac120002";

    /** The view that holds rights. */
    public static final String RIGHTS_VIEW = "44444444-a1b2-11f0-8c3d-0242ac120002";

    /** The collection under which publications are made. */
    public static final String PUBLICATIONS = "55555555-a1b2-11f0-8c3d-0242ac120002";

    /** The collection for publications in Austria. */
    public static final String AUSTRIA = "66666666-a1b2-11f0-8c3d-0242ac120002";

    final Store store;
    final Behaviour behaviour = new Behaviour();
    private final AssetRoutes assets;
    private final ApprovalRoutes approvals;
    private final MetadataRoutes metadata;
    private final SegmentRoutes segments;
    private final StorageRoutes storages;
    private final OtherRoutes others;
    private final List<String> mismatched = new ArrayList<>();
    private String method = "S3";

    /**
     * Starts a tenant with two views, a storage and a user.
     *
     * @param clock dates what happens, and moves the index on
     */
    public IconikSandbox(FakeClock clock) {
        super(clock);
        this.store = new Store(clock);
        Scene.build(store);
        this.assets = new AssetRoutes(this);
        this.approvals = new ApprovalRoutes(this);
        this.metadata = new MetadataRoutes(this);
        this.segments = new SegmentRoutes(this);
        CollectionRoutes collections = new CollectionRoutes(this);
        new SearchRoutes(this);
        new FileRoutes(this);
        this.storages = new StorageRoutes(this);
        this.others = new OtherRoutes(this);
        store.collections.put(
                PUBLICATIONS, collections.make(Map.of("title", "Published")).with("id", PUBLICATIONS));
        store.collections.put(
                AUSTRIA, collections.make(Map.of("title", "Austria")).with("id", AUSTRIA));
    }

    /** Makes a field a drop-down: it takes these values and no other. */
    public void restrict(String field, String... values) {
        List<Map<String, String>> options = new ArrayList<>();
        for (String value : values) {
            options.add(Map.of("label", value, "value", value));
        }
        Store.find(store.fields, field, "Field").with("field_type", "drop_down").with("options", options);
    }

    /** Takes a field out of its view, as an administrator does. */
    public void takeOut(String view, String field) {
        Store.find(store.views, view, "View").list("fields").remove(field);
    }

    /** Files of an asset that wait for their bytes. */
    public List<String> openFiles(String asset) {
        return store.ofAsset(store.files, asset)
                .filter(one -> one.is("status", "OPEN"))
                .map(Row::id)
                .toList();
    }

    /** File sets of an asset. */
    public int fileSets(String asset) {
        return (int) store.ofAsset(store.fileSets, asset).count();
    }

    void add(String verb, String pattern, Handler handler) {
        route(verb, pattern, handler);
    }

    @Override
    protected String oddity(SandboxRequest request) {
        boolean values =
                request.path().startsWith("/API/metadata/") && request.path().contains("/views/");
        return values && behaviour.speaksTheOlderShape ? "values in their older shape" : "";
    }

    @Override
    SandboxResponse shown(SandboxResponse answer) {
        if (behaviour.leftOut.isEmpty() || answer.status() != 200 || answer.body().length == 0) {
            return answer;
        }
        Map<?, ?> body = Json.decode(answer.body(), Map.class);
        if (!body.containsKey("objects")) {
            return answer;
        }
        Map<Object, @Nullable Object> out = new LinkedHashMap<>(body);
        out.keySet().removeAll(behaviour.leftOut);
        return SandboxResponse.json(out);
    }

    Row storage() {
        return Store.find(store.storages, storageId(method), "Storage");
    }

    void mismatched(String fileSet) {
        mismatched.add(fileSet);
    }

    /**
     * Makes a view, or changes its fields, as an administrator does.
     *
     * @param view its id
     * @param fields {@code name}, {@code field_type} and what else a field has; one of a known name is defined anew
     */
    public void define(String view, List<Map<String, Object>> fields) {
        Scene.define(store, view, fields);
    }

    /** Sets how long the index lags; two seconds until set. */
    public void indexDelay(Duration delay) {
        store.indexDelay = delay;
    }

    /** Wants the title with every change, as the documents say. */
    public void insistOnTitle() {
        behaviour.insistsOnTitle = true;
    }

    /** Lets the metadata field rule the block: what is written to the asset itself does not stick. */
    public void ruleBlockByField() {
        behaviour.blockIsRuledByField = true;
    }

    /** Sends metadata in the older shape. */
    public void speakTheOlderShape() {
        behaviour.speaksTheOlderShape = true;
    }

    /** Lets lists leave members out of their envelope, as the service may. */
    public void leaveOut(Set<String> members) {
        behaviour.leftOut = Set.copyOf(members);
    }

    /** Says of an approval that nobody asked for that it is not applicable, instead of answering 404. */
    public void sayNotApplicable() {
        behaviour.saysNotApplicable = true;
    }

    /** Lets search ignore where to go on. */
    public void searchInCircles() {
        behaviour.searchesInCircles = true;
    }

    /** Lets S3 fail to put parts together, with a 200. */
    public void failToComplete() {
        behaviour.failsToComplete = true;
    }

    /** The id of the storage with a method. */
    public static String storageId(String method) {
        return UUID.nameUUIDFromBytes(method.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Chooses the storage for files: S3, GCS, AZURE, FILE or B2. */
    public void storageMethod(String word) {
        this.method = word;
    }

    /** Lets an asset be transcoded just now. */
    public void transcode(String asset) {
        behaviour.transcoding.add(asset);
    }

    /** File sets whose parts are not those of their format. */
    public List<String> mismatchedFileSets() {
        return List.copyOf(mismatched);
    }

    /** Uploads to S3 that were begun and neither finished nor given up. */
    public int openUploads() {
        return storages.open();
    }

    /** Uploads a file as a person does, without any of our marks. */
    public String personUploads(String title, byte[] bytes) {
        Row asset = assets.make(Map.of("title", title));
        fill(asset, store.currentVersion(asset), bytes);
        return asset.id();
    }

    private void fill(Row asset, String version, byte[] bytes) {
        Row format = Row.of("id", store.nextId(), "asset_id", asset.id(), "version_id", version, "name", "ORIGINAL");
        store.formats.put(format.id(), format.with("status", "ACTIVE").with("metadata", List.of(Map.of())));
        Row set = Row.of("id", store.nextId(), "asset_id", asset.id(), "version_id", version, "format_id", format.id());
        store.fileSets.put(
                set.id(),
                set.with("name", asset.text("title"))
                        .with("base_dir", "/")
                        .with("component_ids", new ArrayList<>())
                        .with("status", "ACTIVE"));
        String id = store.nextId();
        Row file = Row.of("id", id, "asset_id", asset.id(), "version_id", version, "format_id", format.id())
                .with("file_set_id", set.id())
                .with("directory_path", "")
                .with("original_name", asset.text("title"))
                .with("status", "CLOSED")
                .with("type", "FILE")
                .with("size", bytes.length)
                .with("_bytes", id);
        store.files.put(id, file);
        store.bytes.put(id, bytes);
    }

    /** Adds a version as a person does, and gives its id. */
    public String personAddsVersion(String asset, byte[] bytes) {
        Row row = store.asset(asset);
        String version = assets.addVersion(row);
        fill(row, version, bytes);
        store.touch(row, "assets");
        return version;
    }

    /** Adds a further format to the current version, as an editing tool does; its file is listed first. */
    public void toolAddsFormat(String asset, String name, byte[] bytes) {
        Row row = store.asset(asset);
        List<Row> before = store.ofAsset(store.files, asset).toList();
        fill(row, store.currentVersion(row), bytes);
        List<Row> formats = store.ofAsset(store.formats, asset).toList();
        formats.get(formats.size() - 1).with("name", name);
        List<Row> files = store.ofAsset(store.files, asset).toList();
        files.get(files.size() - 1).with("original_name", name);
        before.forEach(file -> {
            store.files.remove(file.id());
            store.files.put(file.id(), file);
        });
    }

    /** Sets a member of an asset as a person, or the service, does. */
    public void personSets(String asset, String member, @Nullable Object value) {
        store.touch(store.asset(asset).with(member, value), "assets");
    }

    /** Purges an asset as a person does: it is gone from the bin too. */
    public void personPurges(String asset) {
        store.assets.remove(asset);
    }

    /** Sets a metadata field as a person does in the form of a view. */
    public void personFills(String asset, String view, String field, Object... values) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Object value : values) {
            entries.add(Map.of("value", value));
        }
        metadata.write(asset, Store.find(store.views, view, "View"), Map.of(field, Map.of("field_values", entries)));
    }

    /** The values of a metadata field. */
    public List<Object> values(String asset, String field) {
        return store.values.getOrDefault(asset, Map.of()).getOrDefault(field, List.of());
    }

    /** Asks for an approval as a person does. */
    public void personAsks(String asset, List<String> users, int needed) {
        approvals.ask(asset, Map.of("users", users, "min_number", needed), PERSON);
    }

    /** Decides as a person does. */
    public void personDecides(String asset, String user, String status) {
        approvals.decide(asset, "user", user, status);
    }

    /** Says something as a person does, and gives the id of the comment. */
    public String personSays(String asset, String text) {
        return segments.make(asset, Map.of("segment_type", "COMMENT", "segment_text", text), PERSON)
                .id();
    }

    /** Opens a share as a visitor does; without an e-mail one who has its address. */
    public void visitorOpens(String share, @Nullable String email) {
        others.open(share, email);
    }

    /** Makes a segment of another kind, as the service does. */
    public void serviceMarks(String asset, String type) {
        segments.make(asset, Map.of("segment_type", type), PERSON);
    }

    /** What the service itself says of an asset. */
    public Map<String, @Nullable Object> asset(String id) {
        return new LinkedHashMap<>(store.asset(id).members);
    }

    /** How many assets there are outside the bin. */
    public List<String> assetsWithKey(String key) {
        return store.assets.values().stream()
                .filter(one -> one.is("external_id", key) && one.is("status", "ACTIVE"))
                .map(Row::id)
                .toList();
    }

    /**
     * Posts a webhook about assets to a receiver, as the service does.
     *
     * @param receiver where to, for example {@code http://localhost:8080/hooks/iconik}
     * @param secret what its header {@code X-ContentConnect-Secret} says
     * @param realm what happened to, for example {@code entity}
     * @param operation what happened, for example {@code update}
     * @param object the id of what it happened to
     * @param data what comes along
     * @return the status of the answer
     */
    public int push(
            URI receiver, String secret, String realm, String operation, String object, Map<String, Object> data) {
        return Pushes.send(
                receiver, secret, Pushes.event(store.nextId().replace("-", ""), realm, operation, object, data));
    }

    /** Lets the receiver of all webhooks fail from now on. */
    public void webhooksFail() {
        store.webhooks
                .values()
                .forEach(one -> one.with("status", "FAILING")
                        .with("first_failed_at", store.now())
                        .with("last_error", "connection refused"));
    }
}
