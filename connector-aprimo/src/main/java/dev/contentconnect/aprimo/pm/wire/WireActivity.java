package dev.contentconnect.aprimo.pm.wire;

import org.jspecify.annotations.Nullable;

/**
 * A campaign.
 *
 * @param in all members
 */
public record WireActivity(PmObject in) {
    /**
     * Its id.
     *
     * @return the number, or null
     */
    public @Nullable Long id() {
        return in.number("activityId", "id");
    }

    /**
     * What people call it.
     *
     * @return the text, or null
     */
    public @Nullable String name() {
        return in.text("name", "title");
    }

    /**
     * What it is.
     *
     * @return the text, or null
     */
    public @Nullable String description() {
        return in.text("description");
    }

    /**
     * Its state.
     *
     * @return the number, or null
     */
    public @Nullable Long stateId() {
        return in.number("activityStateId");
    }

    /**
     * Its type.
     *
     * @return the number, or null
     */
    public @Nullable Long typeId() {
        return in.number("activityTypeId");
    }

    /**
     * Whose it is.
     *
     * @return the number, or null
     */
    public @Nullable Long ownerId() {
        return in.number("ownerId");
    }

    /**
     * When it begins.
     *
     * @return the text, or null
     */
    public @Nullable String beginDate() {
        return in.text("beginDate");
    }

    /**
     * When it ends.
     *
     * @return the text, or null
     */
    public @Nullable String endDate() {
        return in.text("endDate");
    }

    /**
     * The id of its currency.
     *
     * @return the text, or null
     */
    public @Nullable String currency() {
        return in.text("currencyCode");
    }

    /**
     * When it changed, as it was sent.
     *
     * @return the text, or null
     */
    public @Nullable String modifiedDate() {
        return in.text("modifiedDate");
    }
}
