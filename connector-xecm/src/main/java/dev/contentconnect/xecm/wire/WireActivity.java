package dev.contentconnect.xecm.wire;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done in a workflow.
 *
 * @param fields all members
 */
public record WireActivity(WireFields fields) {
    /**
     * For example {@code start}, {@code sendon}, {@code disposition} or {@code attachment}.
     *
     * @return null when it does not say
     */
    public @Nullable String action() {
        return fields.text("action");
    }

    /**
     * When; without a zone.
     *
     * @return null when it does not say
     */
    public @Nullable String date() {
        return fields.text("date");
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
     * What was said.
     *
     * @return null when it does not say
     */
    public @Nullable String comment() {
        return fields.text("comment");
    }

    /**
     * How the author of the map calls a disposition.
     *
     * @return null for all other actions
     */
    public @Nullable String label() {
        WireFields of = fields.object("action_properties");
        return of.text("label") != null ? of.text("label") : of.text("event");
    }
}
