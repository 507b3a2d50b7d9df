package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.spi.Content;
import dev.contentconnect.iconik.map.AssetMapper;
import dev.contentconnect.iconik.wire.WireFile;
import dev.contentconnect.iconik.wire.WireFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files that people uploaded: those of the format ORIGINAL, or of any where there is no such format. */
record Originals(Library library) {
    static final String ORIGINAL = "ORIGINAL";

    /** Whether all bytes of a file are there. */
    static boolean isWhole(WireFile file) {
        return file.id() != null && "CLOSED".equals(file.status()) && !"DIRECTORY".equals(file.type());
    }

    /** The whole original of a version, or null where there is none. */
    @Nullable WireFile file(String asset, @Nullable String version) {
        List<WireFile> whole = whole(asset, version);
        return preferred(whole, hasSeveralFormats(whole) ? originals(asset) : Set.of());
    }

    /** The whole original of each version that has one. */
    Map<String, WireFile> byVersion(String asset) {
        Map<String, List<WireFile>> each = new LinkedHashMap<>();
        for (WireFile file : whole(asset, null)) {
            if (file.versionId() != null) {
                each.computeIfAbsent(file.versionId(), any -> new ArrayList<>()).add(file);
            }
        }
        Set<String> originals =
                each.values().stream().anyMatch(Originals::hasSeveralFormats) ? originals(asset) : Set.of();
        Map<String, WireFile> out = new LinkedHashMap<>();
        each.forEach((version, files) -> {
            WireFile file = preferred(files, originals);
            if (file != null) {
                out.put(version, file);
            }
        });
        return out;
    }

    private List<WireFile> whole(String asset, @Nullable String version) {
        List<WireFile> out = new ArrayList<>();
        library.client.files().files(asset, version).forEach(file -> {
            if (isWhole(file)) {
                out.add(file);
            }
        });
        return out;
    }

    private static boolean hasSeveralFormats(List<WireFile> files) {
        return files.stream().map(WireFile::formatId).distinct().count() > 1;
    }

    /** Ids of the formats that people uploaded, as far as a format says so. */
    private Set<String> originals(String asset) {
        return library.client.files().formats(asset, true).stream()
                .filter(format -> ORIGINAL.equals(format.name()))
                .map(WireFormat::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static @Nullable WireFile preferred(List<WireFile> whole, Set<String> originals) {
        for (WireFile file : whole) {
            if (file.formatId() != null && originals.contains(file.formatId())) {
                return file;
            }
        }
        return whole.isEmpty() ? null : whole.get(0);
    }

    Content content(String asset, @Nullable String version) {
        WireFile file = file(asset, version);
        if (file == null) {
            throw REFUSED.notFound(
                    "assets.content", "no bytes of asset " + asset + " are at hand: not uploaded yet, or archived");
        }
        String id = Objects.requireNonNull(file.id());
        return new IconikContent(
                library.client.files(),
                () -> library.client.files().downloadUrl(asset, id),
                AssetMapper.fileName(file),
                null,
                file.size() == null ? -1 : file.size());
    }
}
