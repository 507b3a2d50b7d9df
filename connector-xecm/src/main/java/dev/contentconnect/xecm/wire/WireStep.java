package dev.contentconnect.xecm.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a workflow.
 *
 * @param fields all members
 */
public record WireStep(WireFields fields) {
    static List<WireStep> all(@Nullable Object plain) {
        return WireFields.all(plain).stream().map(WireStep::new).toList();
    }

    /**
     * The workflow.
     *
     * @return 0 when the answer has none
     */
    public long process() {
        return fields.number("process_id", 0);
    }

    /**
     * The part of the workflow.
     *
     * @return mostly that of the workflow
     */
    public long subprocess() {
        return fields.number("subprocess_id", process());
    }

    /**
     * The number of the step.
     *
     * @return from 1; 0 when the answer has none
     */
    public long task() {
        return fields.number("task_id", 0);
    }

    /**
     * Its name.
     *
     * @return null when it does not say
     */
    public @Nullable String name() {
        return fields.text("task_name");
    }

    /**
     * Who may act on it.
     *
     * @return users with {@code userId}, {@code loginName}, {@code emailAddress}; may be empty
     */
    public List<WireFields> assignees() {
        WireFields assignees = fields.object("task_assignees");
        return assignees.list("assignee");
    }

    /**
     * When it began.
     *
     * @return without a zone; null when it does not say
     */
    public @Nullable String start() {
        return fields.text("task_start_date");
    }

    /**
     * When it is due.
     *
     * @return without a zone; null when it does not say
     */
    public @Nullable String due() {
        return fields.text("task_due_date");
    }
}
