package dev.contentconnect.iconik.map;

import dev.contentconnect.core.model.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an approval: iconik gives it none, and has one for each version of an asset.
 *
 * @param asset the asset
 * @param version the version; null for the current one, whichever that is
 */
public record ApprovalRef(String asset, @Nullable String version) {
    private static final char BETWEEN = '@';

    /**
     * An identity.
     *
     * @param asset the asset
     * @param version the version; null or blank for the current one
     * @return the identity
     */
    public static ApprovalRef of(String asset, @Nullable String version) {
        return new ApprovalRef(asset, Reading.text(version));
    }

    /**
     * Reads an identity.
     *
     * @param id as {@link #toRef} writes it, or the id of an asset
     * @return the identity
     */
    public static ApprovalRef parse(String id) {
        int at = id.indexOf(BETWEEN);
        return at < 1 ? of(id, null) : of(id.substring(0, at), id.substring(at + 1));
    }

    /**
     * The canonical form.
     *
     * @return asset and version with an at-sign between them
     */
    public SourceRef toRef() {
        return SourceRef.of(AssetMapper.SYSTEM, version == null ? asset : asset + BETWEEN + version);
    }
}
