package dev.contentconnect.workflow.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.wire.WireVariable;
import java.util.List;

/** Operations on variables. Those of tasks are only inferred to be there. */
public interface Variables {
    /**
     * Variables of a running instance.
     *
     * @param instanceId its id
     * @param query filters such as {@code scope}, {@code type}
     * @return the variables; encrypted ones masked or without a value
     */
    Paged<WireVariable> ofInstance(String instanceId, WorkflowQuery query);

    /**
     * Makes variables; Conflict when one exists already.
     *
     * @param instanceId the instance
     * @param variables the values
     */
    void create(String instanceId, List<WireVariable> variables);

    /**
     * Changes one variable; NotFound when there is none of this name.
     *
     * @param instanceId the instance
     * @param variable the value
     */
    void put(String instanceId, WireVariable variable);

    /**
     * Sets variables, new ones and others. Seen with the engine, not documented for the service.
     *
     * @param instanceId the instance
     * @param variables the values
     */
    void putAll(String instanceId, List<WireVariable> variables);

    /**
     * Variables as an open task sees them.
     *
     * @param taskId its id
     * @param query filters such as {@code scope}
     * @return its own and those of its instance
     */
    Paged<WireVariable> ofTask(String taskId, WorkflowQuery query);

    /**
     * Makes variables of a task alone; Conflict when one exists already.
     *
     * @param taskId the task
     * @param variables the values, of scope {@code local}
     */
    void createForTask(String taskId, List<WireVariable> variables);
}
