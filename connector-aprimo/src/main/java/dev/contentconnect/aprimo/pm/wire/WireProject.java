package dev.contentconnect.aprimo.pm.wire;

import org.jspecify.annotations.Nullable;

/**
 * A project: one run of a workflow.
 *
 * @param in all members
 */
public record WireProject(PmObject in) {
    /**
     * Its id.
     *
     * @return the number, or null
     */
    public @Nullable Long id() {
        return in.number("projectId", "id");
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
     * What people call it.
     *
     * @return the text, or null
     */
    public @Nullable String title() {
        return in.text("title", "name");
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
     * The id of its status.
     *
     * @return the text, or null
     */
    public @Nullable String status() {
        return in.text("projectStatus", "status");
    }

    /**
     * The workflow it was made from.
     *
     * @return the number, or null
     */
    public @Nullable Long workflowId() {
        return in.number("workflowId");
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
     * When it should end.
     *
     * @return the text, or null
     */
    public @Nullable String endDate() {
        return in.text("endDate");
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
