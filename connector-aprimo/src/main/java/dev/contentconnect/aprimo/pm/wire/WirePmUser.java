package dev.contentconnect.aprimo.pm.wire;

import org.jspecify.annotations.Nullable;

/**
 * A user of this product; the DAM has other ids.
 *
 * @param in all members
 */
public record WirePmUser(PmObject in) {
    /**
     * Its id.
     *
     * @return the number, or null
     */
    public @Nullable Long id() {
        return in.number("userId", "id");
    }

    /**
     * Its id in the DAM, where said.
     *
     * @return the text, or null
     */
    public @Nullable String damId() {
        return in.text("adamUserId");
    }
}
