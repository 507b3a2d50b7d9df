package dev.contentconnect.xecm.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a workflow stands.
 *
 * @param results all members
 */
public record WireProcess(WireFields results) {
    /**
     * What it is.
     *
     * @return without members when there is nothing
     */
    public WireFields details() {
        return results.object("wf_details");
    }

    /**
     * Its title.
     *
     * @return null when it does not say
     */
    public @Nullable String name() {
        return details().text("wf_name");
    }

    /**
     * For example {@code ontime}, {@code completed} or {@code stopped}.
     *
     * @return null when it does not say
     */
    public @Nullable String status() {
        return details().text("status");
    }

    /**
     * When it was started; without a zone.
     *
     * @return null when it does not say
     */
    public @Nullable String initiated() {
        return details().text("date_initiated");
    }

    /**
     * When it is due; without a zone.
     *
     * @return null when it does not say
     */
    public @Nullable String due() {
        return details().text("due_date");
    }

    /**
     * The steps that wait for somebody.
     *
     * @return may be empty
     */
    public List<WireStep> current() {
        return WireStep.all(results.object("step_list").get("current"));
    }

    /**
     * The steps that come after those.
     *
     * @return may be empty
     */
    public List<WireStep> next() {
        return WireStep.all(results.object("step_list").get("next"));
    }

    /**
     * The steps that are done.
     *
     * @return may be empty
     */
    public List<WireStep> completed() {
        return WireStep.all(results.object("step_list").get("completed"));
    }

    /**
     * The folder of its attachments.
     *
     * @return null when it has none
     */
    public @Nullable Long attachmentFolder() {
        return results.object("attachments").number("attachment_folder_id");
    }
}
