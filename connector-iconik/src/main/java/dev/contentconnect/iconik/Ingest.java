package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.iconik.map.AssetMapper;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireComponent;
import dev.contentconnect.iconik.wire.WireFile;
import dev.contentconnect.iconik.wire.WireFileSet;
import dev.contentconnect.iconik.wire.WireFormat;
import dev.contentconnect.iconik.wire.WireStorage;
import dev.contentconnect.iconik.wire.WireVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings bytes in as the original of a version: format, file set, file, bytes, and then the file is closed. Versions have no
 * place for a key, so a version's key stands in the metadata of its original format. What broke off is picked up: a version
 * whose format has the key and no whole file yet gets its bytes.
 */
final class Ingest {
    static final String KEY = "contentconnect_key";
    private static final String FIRST = "first";
    private static final String OPERATION = "assets.addVersion";

    /** An empty version of this age was left behind by somebody who crashed: formats follow at once. */
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(10);

    private final Library library;
    private final Originals originals;

    Ingest(Library library) {
        this.library = library;
        this.originals = new Originals(library);
    }

    Originals originals() {
        return originals;
    }

    /** The bytes of an asset's first version, unless they are there, or somebody else put others there. */
    void first(String asset, @Nullable String version, Content content) {
        List<WireFormat> all = formats(asset);
        WireFormat ours = underKey(all, FIRST);
        if (ours == null && !all.isEmpty()) {
            return;
        }
        WireFormat format = ours != null ? ours : format(asset, version, FIRST, storage(content));
        fill(asset, format, content);
    }

    /** The version that was added under a key, whole. */
    String further(String asset, String key, Content content) {
        WireAsset found = library.usable(OPERATION, asset);
        List<WireFormat> all = formats(asset);
        String mark = "v:" + key;
        WireFormat format = underKey(all, mark);
        if (format == null) {
            WireStorage storage = storage(content);
            format = format(asset, emptyVersion(asset, found, all), mark, storage);
        }
        String version = format.versionId();
        if (version == null || version.isBlank()) {
            throw REFUSED.undecodable(OPERATION, "format " + format.id() + " says no version");
        }
        fill(asset, format, content);
        return version;
    }

    /** What is missing of bytes and proxies. */
    private void fill(String asset, WireFormat format, Content content) {
        WireFile whole = originals.file(asset, format.versionId());
        if (whole == null) {
            whole = bytes(asset, format, content);
        } else if (library.client
                .files()
                .proxies(asset, format.versionId())
                .iterator()
                .hasNext()) {
            return;
        }
        library.client.files().makeProxies(asset, Objects.requireNonNullElse(whole.id(), ""));
    }

    private List<WireFormat> formats(String asset) {
        return library.client.files().formats(asset, true).stream()
                .filter(one -> !"DELETED".equals(one.status()))
                .toList();
    }

    private static @Nullable WireFormat underKey(List<WireFormat> formats, String mark) {
        return formats.stream()
                .filter(one -> mark.equals(one.metadataText(KEY)))
                .findFirst()
                .orElse(null);
    }

    /** A version without formats: one that was left behind, or a new one. */
    private String emptyVersion(String asset, WireAsset found, List<WireFormat> formats) {
        Set<String> filled = new HashSet<>();
        formats.forEach(one -> filled.add(Objects.requireNonNullElse(one.versionId(), "")));
        Instant old = library.config.options().time().now().minus(LEFT_BEHIND);
        int latest = AssetMapper.versions(found).stream()
                .mapToInt(one -> Objects.requireNonNullElse(one.versionNumber(), 0))
                .max()
                .orElse(0);
        Set<String> known = new HashSet<>();
        for (WireVersion one : AssetMapper.versions(found)) {
            String id = Objects.requireNonNullElse(one.id(), "");
            known.add(id);
            // The first version of what has no bytes waits for them; a later one without formats was left behind.
            boolean bare = "PLACEHOLDER".equals(found.type()) || "LINK".equals(found.type());
            boolean waits = found.versions().size() == 1 && bare;
            // One below a newer version would hide the new bytes behind those of that version.
            boolean isLatest = one.versionNumber() != null && one.versionNumber() > 1 && one.versionNumber() >= latest;
            boolean left = isLatest && isBefore(one.dateCreated(), old);
            if (!filled.contains(id) && (waits || left)) {
                return id;
            }
        }
        List<WireVersion> after = library.client.assets().createVersion(asset, Map.of("copy_metadata", true));
        return after.stream()
                .map(WireVersion::id)
                .filter(id -> id != null && !id.isBlank() && !known.contains(id))
                .findFirst()
                .orElseThrow(() -> REFUSED.undecodable(OPERATION, "asset " + asset + " did not get another version"));
    }

    private static boolean isBefore(@Nullable String date, Instant moment) {
        Instant at = Timestamps.read(date);
        return at != null && at.isBefore(moment);
    }

    /** Asked before anything is made: a storage that takes nothing is a refusal, not half an asset. */
    WireStorage storage(Content content) {
        if (content.length() < 0) {
            throw REFUSED.lengthUnknown(OPERATION);
        }
        String id = library.config.storage();
        WireStorage storage = id == null
                ? library.client.files().matchingStorage("FILES")
                : library.client.files().storage(id);
        String method = Objects.requireNonNullElse(storage.method(), "");
        if (!Uploads.METHODS.contains(method)) {
            throw Uploads.refused(method);
        }
        return storage;
    }

    private WireFormat format(String asset, @Nullable String version, String mark, WireStorage storage) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", Originals.ORIGINAL);
        fields.put("storage_methods", List.of(Objects.requireNonNullElse(storage.method(), "")));
        fields.put("metadata", List.of(Map.of(KEY, mark)));
        if (version != null) {
            fields.put("version_id", version);
        }
        return library.client.files().createFormat(asset, fields);
    }

    private WireFile bytes(String asset, WireFormat format, Content content) {
        WireStorage storage = storage(content);
        WireFile broken = brokenOff(asset, format, content);
        WireFile file = broken != null ? broken : openFile(asset, format, storage, content);
        String id = Objects.requireNonNullElse(file.id(), "");
        String method = file.storageMethod() != null && !file.storageMethod().isBlank()
                ? file.storageMethod()
                : Objects.requireNonNullElse(storage.method(), "");
        library.client.files().upload(asset, file, method, content);
        return library.client.files().updateFile(asset, id, Map.of("status", "CLOSED"));
    }

    /** The same file, whose bytes did not get there the last time; another one beside it would stay empty for ever. */
    private @Nullable WireFile brokenOff(String asset, WireFormat format, Content content) {
        for (WireFile one : library.client.files().files(asset, format.versionId())) {
            boolean same = "OPEN".equals(one.status())
                    && format.id() != null
                    && format.id().equals(one.formatId())
                    && Objects.equals(one.size(), content.length())
                    && name(content).equals(one.originalName());
            if (same && one.id() != null) {
                WireFile open = library.client.files().file(asset, one.id());
                boolean takes = open.uploadUrl() != null && !open.uploadUrl().isBlank();
                return takes ? open : null;
            }
        }
        return null;
    }

    private WireFile openFile(String asset, WireFormat format, WireStorage storage, Content content) {
        String name = name(content);
        String storageId = Objects.requireNonNullElse(storage.id(), "");
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("format_id", Objects.requireNonNullElse(format.id(), ""));
        set.put("storage_id", storageId);
        set.put("base_dir", asset);
        set.put("name", name);
        // Those of the format: jobs that archive it fail later when they differ.
        List<String> components = new ArrayList<>();
        for (WireComponent one : format.components()) {
            if (one.id() != null) {
                components.add(one.id());
            }
        }
        set.put("component_ids", components);
        if (format.versionId() != null) {
            set.put("version_id", format.versionId());
        }
        WireFileSet made = library.client.files().createFileSet(asset, set);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("original_name", name);
        file.put("directory_path", asset);
        file.put("size", content.length());
        file.put("type", "FILE");
        file.put("storage_id", storageId);
        file.put("file_set_id", Objects.requireNonNullElse(made.id(), ""));
        file.put("format_id", Objects.requireNonNullElse(format.id(), ""));
        file.put("status", "OPEN");
        if (format.versionId() != null) {
            file.put("version_id", format.versionId());
        }
        return library.client.files().createFile(asset, file);
    }

    /** The last part of a path, without what no file system takes. */
    private static String name(Content content) {
        String given = content.fileName() == null ? "" : content.fileName().strip();
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", "");
        return clean.isEmpty() || clean.equals(".") || clean.equals("..") ? "content.bin" : clean;
    }
}
