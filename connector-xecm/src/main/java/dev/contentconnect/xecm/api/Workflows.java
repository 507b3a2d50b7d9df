package dev.contentconnect.xecm.api;

import dev.contentconnect.xecm.wire.WireActivity;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireProcess;
import dev.contentconnect.xecm.wire.WireTaskForm;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Workflows, their tasks and what was done in them. All calls act as the user of the credential.
 *
 * <p>Every call is one request unless it says otherwise and may be made by several threads. All throw
 * {@link dev.contentconnect.core.error.ConnectorException}: NotFound for what is absent or not visible to us, which the server
 * does not tell apart, Forbidden, Conflict, Rejected, RateLimited, Unauthenticated, Unavailable, TimedOut, Undecodable.
 */
public interface Workflows {
    /**
     * The maps that are offered for documents.
     *
     * @param documents their ids
     * @param parent the folder they are in, or null
     * @return {@code DataID}, {@code Name}, {@code WorkflowType} of each
     */
    List<WireFields> mapsFor(Collection<Long> documents, @Nullable Long parent);

    /**
     * Prepares a workflow; nobody sees it before it is initiated.
     *
     * @param map the node id of the map
     * @param documents ids of what is attached; may be empty
     * @return the id of the draft
     */
    long createDraft(long map, Collection<Long> documents);

    /**
     * What a draft asks for.
     *
     * @param draft its id
     * @return the form
     */
    WireTaskForm draftForm(long draft);

    /**
     * Fills in a draft.
     *
     * @param draft its id
     * @param values by key, such as {@code WorkflowForm_Title}
     */
    void fillDraft(long draft, Map<String, ?> values);

    /**
     * Starts a workflow. Never repeated by itself.
     *
     * @param draft its id
     * @param comment what to say, or null
     * @return the id of the workflow, which is another than that of the draft
     */
    long initiate(long draft, @Nullable String comment);

    /**
     * How a workflow stands.
     *
     * @param process the workflow
     * @return its details and steps
     */
    WireProcess status(long process);

    /**
     * Workflows that we may see.
     *
     * @param kind {@code Managed}, {@code Initiated} or {@code Both}
     * @param status {@code ontime}, {@code workflowlate}, {@code completed} or {@code stopped}
     * @param days how far back completed and stopped ones are wanted
     * @return {@code process_id}, {@code wf_name}, {@code status_key} and more of each, newest first
     */
    List<WireFields> list(String kind, String status, int days);

    /**
     * What was done in a workflow.
     *
     * @param process the workflow
     * @param subprocess the part of it
     * @param limit the most wanted
     * @return newest first
     */
    List<WireActivity> activities(long process, long subprocess, int limit);

    /**
     * What waits for the user of the credential.
     *
     * @return steps of workflows, tasks and reminders
     */
    List<WireFields> assignments();

    /**
     * What a task asks for.
     *
     * @param process the workflow
     * @param subprocess the part of it, mostly the same number
     * @param task the number of the step
     * @return the form
     */
    WireTaskForm taskForm(long process, long subprocess, long task);

    /**
     * Takes a task that is offered to a group; Conflict when somebody else was faster.
     *
     * @param process the workflow
     * @param subprocess the part of it, mostly the same number
     * @param task the number of the step
     */
    void accept(long process, long subprocess, long task);

    /**
     * Acts on a task. Never repeated by itself.
     *
     * @param process the workflow
     * @param subprocess the part of it, mostly the same number
     * @param task the number of the step
     * @param body {@code action} such as {@code SendOn}, or {@code custom_action}, never both; {@code comment}, {@code assignee}
     */
    void act(long process, long subprocess, long task, Map<String, ?> body);

    /**
     * Changes a workflow as a whole.
     *
     * @param process the workflow
     * @param status {@code suspend}, {@code resume}, {@code stop} or {@code archive}
     */
    void changeStatus(long process, String status);

    /**
     * Deletes a workflow.
     *
     * @param process the workflow
     */
    void delete(long process);
}
