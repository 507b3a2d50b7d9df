package dev.contentconnect.xecm.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task asks for.
 *
 * @param data what the form says
 * @param forms the forms themselves
 */
public record WireTaskForm(WireFields data, List<WireFields> forms) {
    /**
     * Makes the value; collections are copied.
     *
     * @param data what the form says
     * @param forms the forms themselves
     */
    public WireTaskForm {
        forms = List.copyOf(forms);
    }

    /**
     * Standard actions, each with {@code key} and {@code label}.
     *
     * @return may be empty
     */
    public List<WireFields> actions() {
        return data.list("actions");
    }

    /**
     * What the author of the map lets one decide, each with {@code key} and {@code label}.
     *
     * @return may be empty
     */
    public List<WireFields> dispositions() {
        return data.list("custom_actions");
    }

    /**
     * The title.
     *
     * @return null when it does not say
     */
    public @Nullable String title() {
        return data.text("title");
    }

    /**
     * Whether the decider must give the password once more.
     *
     * @return true when so
     */
    public boolean asksForPassword() {
        return data.flag("authentication");
    }

    /**
     * Whether it is offered to a group and nobody has taken it yet.
     *
     * @return true when so
     */
    public boolean isOffered() {
        return data.flag("member_accept");
    }
}
