package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The state of a tenant, and the index behind it, which shows everything a while later. */
final class Store {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    final FakeClock clock;
    final Map<String, Row> assets = new LinkedHashMap<>();
    final Map<String, Row> collections = new LinkedHashMap<>();
    final Map<String, Row> segments = new LinkedHashMap<>();
    final Map<String, Row> history = new LinkedHashMap<>();
    final Map<String, Row> relations = new LinkedHashMap<>();
    final Map<String, Row> relationTypes = new LinkedHashMap<>();
    final Map<String, Row> shares = new LinkedHashMap<>();
    final Map<String, Row> shareUsers = new LinkedHashMap<>();
    final Map<String, Row> webhooks = new LinkedHashMap<>();
    final Map<String, Row> actions = new LinkedHashMap<>();
    final Map<String, Row> jobs = new LinkedHashMap<>();
    final Map<String, Row> users = new LinkedHashMap<>();
    final Map<String, Row> fields = new LinkedHashMap<>();
    final Map<String, Row> views = new LinkedHashMap<>();
    final Map<String, Row> formats = new LinkedHashMap<>();
    final Map<String, Row> fileSets = new LinkedHashMap<>();
    final Map<String, Row> files = new LinkedHashMap<>();
    final Map<String, Row> proxies = new LinkedHashMap<>();
    final Map<String, Row> keyframes = new LinkedHashMap<>();
    final Map<String, Row> storages = new LinkedHashMap<>();
    final Map<String, Map<String, List<String>>> acls = new LinkedHashMap<>();
    /** Asset and version to the request on it. */
    final Map<String, Row> approvals = new LinkedHashMap<>();
    /** Object to field to values; a field of one object counts for every view that has it. */
    final Map<String, Map<String, List<Object>>> values = new LinkedHashMap<>();

    final Map<String, String> valuesModified = new LinkedHashMap<>();
    /** Collection to what is in it. */
    final Map<String, List<String>> contents = new LinkedHashMap<>();

    final Map<String, byte[]> bytes = new LinkedHashMap<>();
    Duration indexDelay = Duration.ofSeconds(2);
    private final Map<String, List<Shown>> index = new LinkedHashMap<>();
    private int lastId;

    Store(FakeClock clock) {
        this.clock = clock;
    }

    private record Shown(Instant from, Map<String, @Nullable Object> document) {}

    /** Ids as the service makes them: uuids that begin with the time. */
    String nextId() {
        lastId++;
        return String.format(Locale.ROOT, "%08x-a1b2-11f0-8c3d-0242ac120002", lastId);
    }

    String now() {
        return stamp(clock.now());
    }

    static String stamp(Instant moment) {
        return STAMP.format(moment);
    }

    static Row find(Map<String, Row> rows, String id, String what) {
        Row row = rows.get(id);
        if (row == null) {
            throw Refusal.of(404, what + " does not exist");
        }
        return row;
    }

    /** A user as other objects show one. */
    static Map<String, @Nullable Object> embedded(Row user) {
        Map<String, @Nullable Object> out = user.copy();
        out.keySet().retainAll(List.of("id", "email", "first_name", "last_name"));
        return out;
    }

    Row asset(String id) {
        return find(assets, id, "Asset");
    }

    String currentVersion(Row asset) {
        String best = "";
        int highest = -1;
        for (Object one : asset.list("versions")) {
            if (one instanceof Map<?, ?> version && "ACTIVE".equals(version.get("status"))) {
                int number = version.get("version_number") instanceof Number given ? given.intValue() : 0;
                if (number > highest) {
                    highest = number;
                    best = String.valueOf(version.get("id"));
                }
            }
        }
        return best;
    }

    Stream<Row> ofAsset(Map<String, Row> rows, String asset) {
        return rows.values().stream().filter(row -> row.is("asset_id", asset));
    }

    List<String> in(String object) {
        return contents.entrySet().stream()
                .filter(one -> one.getValue().contains(object))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Notes a change; the index shows it after its delay. */
    void touch(Row row, String type) {
        row.with("date_modified", now());
        reindex(row, type);
    }

    void reindex(Row row, String type) {
        Map<String, @Nullable Object> document = row.copy();
        document.put("object_type", type);
        if (type.equals("assets")) {
            document.put("metadata", new LinkedHashMap<>(values.getOrDefault(row.id(), Map.of())));
            document.put("in_collections", in(row.id()));
            document.put("versions_number", row.list("versions").size());
            document.putIfAbsent("media_type", "image");
            Row approval = approvals.get(row.id() + "@" + currentVersion(row));
            document.put("approval_status", approval == null ? null : approval.text("status"));
            document.put("versions", new ArrayList<>(row.list("versions")));
        }
        List<Shown> all = index.computeIfAbsent(row.id(), any -> new ArrayList<>());
        all.add(new Shown(clock.now().plus(indexDelay), document));
        Instant now = clock.now();
        while (all.size() > 1 && !all.get(1).from().isAfter(now)) {
            all.remove(0);
        }
    }

    /** What the index shows now: of each object the last state that has arrived there. */
    List<Map<String, @Nullable Object>> index(List<String> types) {
        Instant now = clock.now();
        List<Map<String, @Nullable Object>> out = new ArrayList<>();
        index.values().forEach(all -> {
            Map<String, @Nullable Object> last = null;
            for (Shown one : all) {
                if (!one.from().isAfter(now)) {
                    last = one.document();
                }
            }
            if (last != null && types.contains(String.valueOf(last.get("object_type")))) {
                out.add(last);
            }
        });
        return out;
    }
}
