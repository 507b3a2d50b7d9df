package dev.contentconnect.vip.map;

import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.vip.wire.WirePost;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Packages as publications. */
public final class PackageMapper {
    /** State of a package whose assets are being published. */
    public static final String PENDING = "pending";

    /** State of a package that is out, or will be at its time. */
    public static final String DONE = "done";

    /** State of a package that lost its last asset. */
    public static final String WITHDRAWN = "withdrawn";

    private PackageMapper() {}

    /**
     * The canonical form of a package.
     *
     * @param in the package
     * @param audience its terms
     * @return the publication; while a run that publishes it has not ended, {@code held} where it may be seen by now, and
     *     {@code draft} or {@code in_review} where nobody has seen it
     */
    public static Publication toPublication(WirePost in, List<Segment> audience) {
        Fields meta = new Fields(in.metaFields());
        Map<SourceRef, String> versions = versions(in);
        List<SourceRef> assets =
                meta.texts(Profile.ASSET_IDS).stream().map(PackageMapper::ref).toList();
        versions.keySet().retainAll(assets);
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("title", PlainText.of(in.title()));
        members.put("note", PlainText.of(in.content()));
        members.put("status", in.status());
        return new Publication(
                ref(Long.toString(in.id())),
                meta.text(Profile.ITEM_KEY),
                assets,
                versions,
                status(in, meta),
                audience,
                Fields.date(in.dateGmt()),
                AssetMapper.address(in.link()),
                Extensions.of(AssetMapper.SYSTEM, members));
    }

    /**
     * What came out of each asset.
     *
     * @param in the package
     * @return the ids of versions by asset, also of assets that are no longer in the package; what cannot be read is left out
     */
    public static Map<SourceRef, String> versions(WirePost in) {
        Map<SourceRef, String> out = new LinkedHashMap<>();
        for (String pair : new Fields(in.metaFields()).texts(Profile.ASSET_VERSIONS)) {
            int at = pair.indexOf('=');
            if (at > 0 && at < pair.length() - 1) {
                out.put(ref(pair.substring(0, at)), pair.substring(at + 1));
            }
        }
        return out;
    }

    private static AssetStatus status(WirePost in, Fields meta) {
        String state = meta.text(Profile.STATE);
        if (WITHDRAWN.equals(state) || "trash".equals(in.status())) {
            return AssetStatus.WITHDRAWN;
        }
        boolean isUnfinished = PENDING.equals(state);
        return switch (in.status() == null ? "" : in.status()) {
            case "publish" -> isUnfinished ? AssetStatus.HELD : AssetStatus.PUBLISHED;
            case "future" -> isUnfinished ? AssetStatus.HELD : AssetStatus.of(AssetMapper.SCHEDULED);
            case "pending" -> AssetStatus.IN_REVIEW;
            case "draft" -> AssetStatus.DRAFT;
            case "private" -> AssetStatus.HELD;
            default -> isUnfinished ? AssetStatus.HELD : AssetStatus.UNKNOWN;
        };
    }

    private static SourceRef ref(String id) {
        return SourceRef.of(AssetMapper.SYSTEM, id);
    }
}
