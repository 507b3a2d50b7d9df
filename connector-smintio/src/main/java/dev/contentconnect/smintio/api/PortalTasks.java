package dev.contentconnect.smintio.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tasks for people in a portal. What a task has become and what is decided on it is not published: {@link #decide} goes to the
 * host's {@link TaskDecisions}.
 */
public interface PortalTasks {
    /**
     * The form that a new task wants to be filled in.
     *
     * @param handler the id of the kind of task
     * @return what the portal says of it, as plain values
     */
    Map<String, @Nullable Object> form(String handler);

    /**
     * Asks whether a filled-in form is well, and makes no task.
     *
     * @param handler the id of the kind of task
     * @param values values of form fields
     * @return what is wrong, each with {@code formItemId} and {@code errorCode}; empty when all is well
     */
    List<Map<String, @Nullable Object>> validate(String handler, List<Map<String, Object>> values);

    /**
     * Makes a task.
     *
     * @param handler the id of the kind of task
     * @param values values of form fields; a file is the id that {@link Portal#upload} gave
     * @return what the portal says of it; among it {@code openExternalUrl}
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code task_not_created} when the portal
     *     answers that it did not succeed, with the fields that are wrong
     */
    Map<String, @Nullable Object> create(String handler, List<Map<String, Object>> values);

    /**
     * Decides on a task, by the host's {@link TaskDecisions}.
     *
     * @param task its id
     * @param action Approve, Decline, Ignore, Done and the like
     * @param note why, or null
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code not_offered} where the host has none
     */
    void decide(String task, String action, @Nullable String note);
}
