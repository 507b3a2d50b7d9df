package dev.contentconnect.aprimo.pm.wire;

import org.jspecify.annotations.Nullable;

/**
 * Somebody a task is given to.
 *
 * @param in all members
 */
public record WireAssignee(PmObject in) {
    /**
     * The id of the assignment.
     *
     * @return the number, or null
     */
    public @Nullable Long id() {
        return in.number("taskAssigneeId", "id");
    }

    /**
     * The user.
     *
     * @return the number, or null
     */
    public @Nullable Long userId() {
        return in.number("userId", "assignedTo");
    }

    /**
     * The role, where a role has it.
     *
     * @return the number, or null
     */
    public @Nullable Long roleId() {
        return in.number("roleId");
    }
}
