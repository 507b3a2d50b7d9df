package dev.contentconnect.tradinggrid.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/** Files on their way as assets: what is known about them, never their bytes. */
public final class AssetMapper {
    private AssetMapper() {}

    /**
     * The name of the file of an entry, as the receiver sees it if possible.
     *
     * @param entry the entry
     * @return the name; null for an entry without a file
     */
    public static @Nullable String fileName(WireEntry entry) {
        for (String attribute : new String[] {"deliveryfilename", "senderfilename", "receivefilename"}) {
            String name = entry.text(attribute);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    /**
     * The size of the file of an entry.
     *
     * @param entry the entry
     * @return bytes, or null
     */
    public static @Nullable Long size(WireEntry entry) {
        Long out = entry.number("outsize");
        Long size = out != null ? out : entry.number("insize");
        return size != null && size < 0 ? null : size;
    }

    /**
     * The asset for an entry.
     *
     * @param entry the entry
     * @param meaning what its free fields mean
     * @return the asset, or what is wrong with it
     */
    public static Either<MappingIssue, Asset> toAsset(WireEntry entry, Meaning meaning) {
        String id = entry.id();
        String name = fileName(entry);
        if (id == null || name == null) {
            return Either.left(new MappingIssue(
                    id == null ? "transactionid" : "deliveryfilename", "is missing: the entry carries no file", id));
        }
        AssetVersion version = new AssetVersion(
                id, 1, name, null, size(entry), null, null, Reading.date(entry.text("arrivaltime")), null);
        return Either.right(Asset.builder(SourceRef.of(Meaning.SYSTEM, id))
                .key(entry.contentKeys().get(meaning.assetKey()))
                .title(name)
                .currentVersion(version)
                .master(meaning.namedAsset(entry))
                .createdAt(Reading.date(entry.text("arrivaltime")))
                .updatedAt(Reading.date(entry.text("statusdate")))
                .extensions(Extensions.of(Meaning.SYSTEM, meaning.members(entry)))
                .build());
    }
}
