package dev.contentconnect.aprimo.pm.wire;

import org.jspecify.annotations.Nullable;

/**
 * A task of a project. The vendor calls some members one thing in documents and another in clients.
 *
 * @param in all members
 */
public record WireTask(PmObject in) {
    /**
     * Its id.
     *
     * @return the number, or null
     */
    public @Nullable Long id() {
        return in.number("taskId", "id");
    }

    /**
     * The project it belongs to.
     *
     * @return the number, or null
     */
    public @Nullable Long projectId() {
        return in.number("projectId");
    }

    /**
     * What people call it.
     *
     * @return the text, or null
     */
    public @Nullable String title() {
        return in.text("title", "name");
    }

    /**
     * What is to be done.
     *
     * @return the text, or null
     */
    public @Nullable String description() {
        return in.text("description");
    }

    /**
     * The id of its status.
     *
     * @return the text, or null
     */
    public @Nullable String status() {
        return in.text("workFlowTaskStatus", "status", "taskStatus");
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
     * When it should be done.
     *
     * @return the text, or null
     */
    public @Nullable String endDate() {
        return in.text("endDate");
    }

    /**
     * Who has it.
     *
     * @return the id of a user, or null
     */
    public @Nullable String assignedTo() {
        return in.text("assignedTo") != null
                ? in.text("assignedTo")
                : in.object("assignedTo").text("userId", "id");
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
