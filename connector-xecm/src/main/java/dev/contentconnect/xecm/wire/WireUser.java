package dev.contentconnect.xecm.wire;

import org.jspecify.annotations.Nullable;

/**
 * A user or a group.
 *
 * @param fields all members
 */
public record WireUser(WireFields fields) {
    /**
     * Its id.
     *
     * @return 0 when the answer has none
     */
    public long id() {
        return fields.number("id", 0);
    }

    /**
     * The login, or the name of the group.
     *
     * @return null when it does not say
     */
    public @Nullable String name() {
        return fields.text("name");
    }

    /**
     * The e-mail address.
     *
     * @return null when it does not say
     */
    public @Nullable String email() {
        return fields.text("business_email");
    }

    /**
     * The first name.
     *
     * @return null when it does not say
     */
    public @Nullable String firstName() {
        return fields.text("first_name");
    }

    /**
     * The last name.
     *
     * @return null when it does not say
     */
    public @Nullable String lastName() {
        return fields.text("last_name");
    }
}
