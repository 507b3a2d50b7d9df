package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.core.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of a tenant, and the index behind it, which shows everything a while later. */
final class Vault {
    static final String NEUTRAL = "0".repeat(32);

    final FakeClock clock;
    final Map<String, Rec> records = new LinkedHashMap<>();
    final Map<String, Map<String, @Nullable Object>> definitions = new LinkedHashMap<>();
    final Map<String, Map<String, @Nullable Object>> languages = new LinkedHashMap<>();
    final Map<String, Map<String, @Nullable Object>> classifications = new LinkedHashMap<>();
    /** File to its versions, oldest first. */
    final Map<String, List<Map<String, @Nullable Object>>> files = new LinkedHashMap<>();

    final Map<String, String> checkouts = new LinkedHashMap<>();
    final Map<String, byte[]> bytes = new LinkedHashMap<>();
    /** Upload token to the id of its bytes; a token works once. */
    final Map<String, String> tokens = new LinkedHashMap<>();
    /** File version to its renditions and links. */
    final Map<String, List<Map<String, @Nullable Object>>> renditions = new LinkedHashMap<>();

    final Map<String, Map<String, @Nullable Object>> links = new LinkedHashMap<>();
    /** File version to what checks found about it. */
    final Map<String, List<Map<String, @Nullable Object>>> checkResults = new LinkedHashMap<>();

    Duration indexDelay = Duration.ofSeconds(5);
    private final Map<String, List<Shown>> index = new LinkedHashMap<>();
    private long lastId;

    Vault(FakeClock clock) {
        this.clock = clock;
    }

    private record Shown(Instant from, @Nullable Rec state) {}

    String nextId() {
        lastId++;
        return String.format(Locale.ROOT, "%020x%012x", 0xa1, lastId);
    }

    void numberFrom(long first) {
        lastId = first;
    }

    static String normal(String id) {
        return id.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** As the service writes dates: up to three digits of a second, without zeros at the end. */
    static String stamp(Instant moment) {
        String text = Instant.ofEpochMilli(moment.toEpochMilli()).toString();
        return text.contains(".") ? text.replaceAll("0+Z$", "Z") : text;
    }

    Instant now() {
        return Instant.ofEpochMilli(clock.now().toEpochMilli());
    }

    Rec record(String id) {
        Rec found = records.get(normal(id));
        if (found == null) {
            throw Refusal.notFound("Record " + id);
        }
        return found;
    }

    Map<String, @Nullable Object> definition(String idOrName) {
        Map<String, @Nullable Object> byId = definitions.get(normal(idOrName));
        if (byId != null) {
            return byId;
        }
        return definitions.values().stream()
                .filter(one -> idOrName.equalsIgnoreCase(String.valueOf(one.get("name"))))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("Field " + idOrName + " does not exist"));
    }

    /** Notes a change; the index shows it after its delay. */
    void touch(Rec record) {
        record.modifiedOn = now();
        show(record.id, record.copy());
    }

    void show(String id, @Nullable Rec state) {
        List<Shown> all = index.computeIfAbsent(id, any -> new ArrayList<>());
        all.add(new Shown(clock.now().plus(indexDelay), state));
    }

    /** What the index shows now: of each record the last state that has arrived there. */
    List<Rec> index() {
        Instant now = clock.now();
        List<Rec> out = new ArrayList<>();
        index.values().forEach(all -> {
            Rec last = null;
            for (Shown one : all) {
                if (!one.from().isAfter(now)) {
                    last = one.state();
                }
            }
            if (last != null) {
                out.add(last);
            }
        });
        return out;
    }

    List<Map<String, @Nullable Object>> versions(String file) {
        List<Map<String, @Nullable Object>> found = files.get(normal(file));
        if (found == null) {
            throw Refusal.notFound("File " + file);
        }
        return found;
    }

    Map<String, @Nullable Object> version(String id) {
        return files.values().stream()
                .flatMap(List::stream)
                .filter(one -> normal(id).equals(one.get("id")))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("File version " + id));
    }

    @Nullable Map<String, @Nullable Object> latest(Rec record) {
        if (record.masterFile == null) {
            return null;
        }
        List<Map<String, @Nullable Object>> all = versions(record.masterFile);
        return all.get(all.size() - 1);
    }

    /** Adds a version with bytes that are here already. */
    Map<String, @Nullable Object> addVersion(String file, String blob, String name, @Nullable String comment) {
        List<Map<String, @Nullable Object>> all = files.computeIfAbsent(file, any -> new ArrayList<>());
        all.forEach(one -> one.put("isLatest", false));
        byte[] content = bytes.getOrDefault(blob, new byte[0]);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(content);
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("id", nextId());
        out.put("versionNumber", all.size() + 1);
        out.put("versionLabel", Integer.toString(all.size() + 1));
        out.put("fileName", name);
        out.put("fileExtension", name.substring(name.lastIndexOf('.') + 1));
        out.put("fileSize", content.length);
        out.put("crc32", (int) crc.getValue());
        out.put("isLatest", true);
        out.put("fileState", "Available");
        out.put("createdOn", stamp(now()));
        out.put("comment", comment);
        out.put("preventDownload", false);
        out.put("_blob", blob);
        all.add(out);
        return out;
    }
}
