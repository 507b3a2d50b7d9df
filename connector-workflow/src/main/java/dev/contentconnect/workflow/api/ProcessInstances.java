package dev.contentconnect.workflow.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireStart;

/** Operations on running instances. Threads and errors are as {@code WorkflowClient} says. */
public interface ProcessInstances {
    /**
     * Starts an instance.
     *
     * @param start what to start
     * @return the instance
     */
    WireInstance start(WireStart start);

    /**
     * Lists running instances.
     *
     * @param query filters
     * @return oldest first unless the query says otherwise
     */
    Paged<WireInstance> list(WorkflowQuery query);

    /**
     * One running instance with its variables.
     *
     * @param id its id
     * @return the instance; NotFound once it has ended
     */
    WireInstance get(String id);

    /**
     * Puts an instance on hold; what is on hold already is a Conflict.
     *
     * @param id its id
     * @param comment why
     */
    void suspend(String id, String comment);

    /**
     * Lets an instance go on; what goes on already is a Conflict.
     *
     * @param id its id
     * @param comment why
     */
    void activate(String id, String comment);

    /**
     * Stops an instance.
     *
     * @param id its id
     * @param reason kept in the history
     */
    void delete(String id, String reason);

    /**
     * Draws where an instance stands.
     *
     * @param id its id
     * @return a PNG picture
     */
    byte[] diagram(String id);
}
