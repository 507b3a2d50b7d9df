package dev.contentconnect.xecm.wire;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit of a node.
 *
 * @param fields all members
 */
public record WireAudit(WireFields fields) {
    /**
     * The node.
     *
     * @return 0 when the answer has none
     */
    public long node() {
        return fields.number("id", 0);
    }

    /**
     * The number of what happened, for example 10 for a changed attribute.
     *
     * @return 0 when the answer has none
     */
    public long eventType() {
        return fields.number("event_type", 0);
    }

    /**
     * When; with or without a zone.
     *
     * @return null when it does not say
     */
    public @Nullable String date() {
        return fields.text("audit_date");
    }

    /**
     * Who did it.
     *
     * @return null when it does not say
     */
    public @Nullable Long userId() {
        return fields.number("user_id");
    }

    /**
     * What happened, in the language of the user.
     *
     * @return null when it does not say
     */
    public @Nullable String name() {
        return fields.text("audit_name");
    }
}
