package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.spi.Content;
import dev.contentconnect.iconik.map.AssetMapper;
import dev.contentconnect.iconik.wire.WireFile;
import dev.contentconnect.iconik.wire.WireFormat;
import java.util.ArrayList;
import java.util.List;
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
        List<WireFile> whole = new ArrayList<>();
        library.client.files().files(asset, version).forEach(file -> {
            if (isWhole(file)) {
                whole.add(file);
            }
        });
        long formats = whole.stream().map(WireFile::formatId).distinct().count();
        if (formats > 1) {
            Set<String> originals = library.client.files().formats(asset, true).stream()
                    .filter(format -> ORIGINAL.equals(format.name()))
                    .map(WireFormat::id)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            for (WireFile file : whole) {
                if (file.formatId() != null && originals.contains(file.formatId())) {
                    return file;
                }
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
