package dev.contentconnect.aprimo.pm.wire;

import org.jspecify.annotations.Nullable;

/**
 * An asset under review, on this side of the vendor; no record of the DAM.
 *
 * @param in all members
 */
public record WireDigitalAsset(PmObject in) {
    /**
     * Its id.
     *
     * @return the number, or null
     */
    public @Nullable Long id() {
        return in.number("assetId", "id");
    }

    /**
     * What people call it.
     *
     * @return the text, or null
     */
    public @Nullable String title() {
        return in.text("title");
    }

    /**
     * The campaign it belongs to.
     *
     * @return the number, or null
     */
    public @Nullable Long activityId() {
        return in.number("activityId");
    }

    /**
     * The id of its status.
     *
     * @return the text, or null
     */
    public @Nullable String status() {
        return in.text("assetStatus");
    }
}
