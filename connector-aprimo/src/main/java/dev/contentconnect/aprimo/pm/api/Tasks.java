package dev.contentconnect.aprimo.pm.api;

import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.aprimo.pm.wire.WireAssignee;
import dev.contentconnect.aprimo.pm.wire.WireTask;
import dev.contentconnect.core.page.Paged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks. */
public interface Tasks {
    /**
     * One object.
     *
     * @param id the number of the object
     * @return the object
     */
    WireTask get(long id);

    /**
     * All objects. Lazy: each page is one request. What is made or deleted meanwhile may move others across a page.
     *
     * @param pageSize objects per request, 1–1000
     * @return the objects
     */
    Paged<WireTask> list(int pageSize);

    /**
     * Objects that answer a question. Lazy: each page is one request.
     *
     * @param query the question
     * @param pageSize objects per request, 1–1000
     * @return the objects
     */
    Paged<WireTask> search(PmQuery query, int pageSize);

    /**
     * Changes an object: reads it, changes it and writes it back whole, as the vendor advises; campaigns in parts. Three requests.
     *
     * @param id the number of the object
     * @param change what is to be different
     * @return the object afterwards
     */
    WireTask update(long id, PmChange change);

    /**
     * The tasks of the user of the credential.
     *
     * @param status only those with this status; null for all
     * @param pageSize objects per request, 1–1000
     * @return the tasks
     */
    Paged<WireTask> mine(@Nullable String status, int pageSize);

    /**
     * Takes a task, for the user of the credential.
     *
     * @param id the number of the object
     */
    void accept(long id);

    /**
     * Declines a task. Whether it is then rejected or offered to others, the vendor does not say.
     *
     * @param id the number of the object
     */
    void decline(long id);

    /**
     * Completes a task.
     *
     * @param id the number of the object
     */
    void close(long id);

    /**
     * Hands a task to another user.
     *
     * @param id the number of the object
     * @param assigneeId the number of the assignment
     * @param userId the user
     */
    void delegate(long id, long assigneeId, long userId);

    /**
     * Who a task is given to.
     *
     * @param id the number of the object
     * @return the assignments
     */
    List<WireAssignee> assignees(long id);

    /**
     * What is to be reviewed in a task.
     *
     * @param id the number of the object
     * @param pageSize objects per request, 1–1000
     * @return the materials
     */
    Paged<PmObject> reviewMaterials(long id, int pageSize);

    /**
     * Makes a task beside a workflow; tries the other of two documented routes when one is not there.
     *
     * @param task the task
     * @return its number
     */
    long createSimple(SimpleTask task);
}
