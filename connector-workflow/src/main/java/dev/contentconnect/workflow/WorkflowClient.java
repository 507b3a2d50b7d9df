package dev.contentconnect.workflow;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.wire.WireAssignment;
import dev.contentconnect.workflow.wire.WireAttachment;
import dev.contentconnect.workflow.wire.WireComment;
import dev.contentconnect.workflow.wire.WireExecution;
import dev.contentconnect.workflow.wire.WireExecutionAction;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireModel;
import dev.contentconnect.workflow.wire.WireStart;
import dev.contentconnect.workflow.wire.WireTask;
import dev.contentconnect.workflow.wire.WireTaskAction;
import dev.contentconnect.workflow.wire.WireTaskChange;
import dev.contentconnect.workflow.wire.WireVariable;
import java.util.List;
import java.util.Optional;

/**
 * The service in its own words. Safe for several threads. Every method makes one request unless it says otherwise, and
 * fails with {@link dev.contentconnect.core.error.ConnectorException} of the kinds Unauthenticated, Forbidden, NotFound,
 * Conflict, Rejected, RateLimited, Unavailable, TimedOut, Undecodable and Cancelled. Lists are lazy: a request a page, made
 * when it is reached.
 *
 * <p>{@code start} and {@code act} on tasks and executions are never repeated after a failure that leaves open whether
 * they took effect: read the state, then decide.
 *
 * <p>One file for all groups, because a group has its name, such as {@code Tasks}, from the client it belongs to.
 */
public interface WorkflowClient extends AutoCloseable {

    /**
     * Makes a client. Never touches the network.
     *
     * @param config how to reach the service
     * @return the client
     */
    static WorkflowClient create(WorkflowConfig config) {
        return new HttpWorkflowClient(config);
    }

    /**
     * Executable process models.
     *
     * @return the operations
     */
    Models models();

    /**
     * Running instances.
     *
     * @return the operations
     */
    ProcessInstances processInstances();

    /**
     * Where instances stand.
     *
     * @return the operations
     */
    Executions executions();

    /**
     * Open tasks.
     *
     * @return the operations
     */
    Tasks tasks();

    /**
     * Comments of instances and tasks.
     *
     * @return the operations
     */
    Comments comments();

    /**
     * Links and files of tasks.
     *
     * @return the operations
     */
    Attachments attachments();

    /**
     * Variables of instances.
     *
     * @return the operations
     */
    Variables variables();

    /**
     * Whose a task is or may be.
     *
     * @return the operations
     */
    Assignments assignments();

    /**
     * What was, finished or not.
     *
     * @return the operations
     */
    History history();

    /** Ends the client: later calls throw {@code IllegalStateException}. */
    @Override
    void close();

    /** Operations on models. */
    interface Models {
        /**
         * Deploys a model; the same key again makes a higher version.
         *
         * @param model what to deploy
         * @return the model as the service keeps it
         */
        WireModel create(WireModel model);

        /**
         * Lists models.
         *
         * @param query filters such as {@code key}, {@code latestVersion}, {@code processDefinitionId}
         * @return heads without content
         */
        Paged<WireModel> list(WorkflowQuery query);

        /**
         * One model with its content.
         *
         * @param id its id
         * @param modelType {@code json} or {@code xml}
         * @return the model
         */
        WireModel get(String id, String modelType);

        /**
         * Deletes a model.
         *
         * @param id its id
         */
        void delete(String id);
    }

    /** Operations on running instances. */
    interface ProcessInstances {
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

    /** Operations on executions. */
    interface Executions {
        /**
         * Lists executions.
         *
         * @param query filters such as {@code processInstanceId}, {@code messageEventSubscriptionName}
         * @return executions; the root one has no parent
         */
        Paged<WireExecution> list(WorkflowQuery query);

        /**
         * Wakes an execution.
         *
         * @param id its id
         * @param action how
         * @return the execution, or nothing when it ended by it
         */
        Optional<WireExecution> act(String id, WireExecutionAction action);
    }

    /** Operations on open tasks. */
    interface Tasks {
        /**
         * Lists open tasks.
         *
         * @param query filters
         * @return oldest first unless the query says otherwise
         */
        Paged<WireTask> list(WorkflowQuery query);

        /**
         * One open task with its variables and assignments.
         *
         * @param id its id
         * @return the task; NotFound once it has ended
         */
        WireTask get(String id);

        /**
         * Does something with a task.
         *
         * @param id its id
         * @param action what
         */
        void act(String id, WireTaskAction action);

        /**
         * Takes a task; Conflict when another has it.
         *
         * @param id its id
         * @param assignee for whom
         */
        default void claim(String id, String assignee) {
            act(id, WireTaskAction.claim(assignee));
        }

        /**
         * Changes a task.
         *
         * @param id its id
         * @param change what; parts that are null stay as they are
         * @return the task afterwards
         */
        WireTask update(String id, WireTaskChange change);
    }

    /** Operations on comments. */
    interface Comments {
        /**
         * What was said about a running instance.
         *
         * @param instanceId its id
         * @param query paging
         * @return the comments
         */
        Paged<WireComment> ofInstance(String instanceId, WorkflowQuery query);

        /**
         * Says something about a running instance.
         *
         * @param instanceId its id
         * @param message what to say
         * @return the comment
         */
        WireComment addToInstance(String instanceId, String message);

        /**
         * Deletes a comment of an instance.
         *
         * @param instanceId its id
         * @param commentId the comment
         */
        void deleteFromInstance(String instanceId, String commentId);

        /**
         * What was said about an open task. Where the service has no comments of tasks, those of its instance that name
         * the task.
         *
         * @param taskId its id
         * @return the comments
         */
        List<WireComment> ofTask(String taskId);

        /**
         * Says something about an open task. Where the service has no comments of tasks, about its instance.
         *
         * @param taskId its id
         * @param message what to say
         * @return the comment
         */
        WireComment addToTask(String taskId, String message);
    }

    /** Operations on attachments. */
    interface Attachments {
        /**
         * What is attached to an open task.
         *
         * @param taskId its id
         * @return the attachments
         */
        Paged<WireAttachment> list(String taskId);

        /**
         * Attaches something.
         *
         * @param taskId the task
         * @param attachment what
         * @return the attachment
         */
        WireAttachment add(String taskId, WireAttachment attachment);

        /**
         * Removes an attachment, and nothing of what it points to.
         *
         * @param taskId the task
         * @param attachmentId the attachment
         */
        void delete(String taskId, String attachmentId);
    }

    /** Operations on variables. */
    interface Variables {
        /**
         * Variables of a running instance.
         *
         * @param instanceId its id
         * @return the variables; encrypted ones masked or without a value
         */
        Paged<WireVariable> ofInstance(String instanceId);

        /**
         * Sets variables, new ones and others.
         *
         * @param instanceId the instance
         * @param variables the values
         */
        void put(String instanceId, List<WireVariable> variables);

        /**
         * Makes variables; Conflict when one exists already.
         *
         * @param instanceId the instance
         * @param variables the values
         */
        void create(String instanceId, List<WireVariable> variables);
    }

    /** Operations on assignments. */
    interface Assignments {
        /**
         * Whose a task is or may be.
         *
         * @param taskId the task
         * @return the assignments
         */
        Paged<WireAssignment> list(String taskId);

        /**
         * Adds assignments; one request each unless the configuration sends them together.
         *
         * @param taskId the task
         * @param assignments whose it may be
         */
        void add(String taskId, List<WireAssignment> assignments);

        /**
         * Removes assignments; one request each unless the configuration sends them together.
         *
         * @param taskId the task
         * @param assignments whose it may no longer be
         */
        void remove(String taskId, List<WireAssignment> assignments);
    }

    /** Operations on the history, which may be written some seconds late. */
    interface History {
        /**
         * Lists instances of all times.
         *
         * @param query filters
         * @return oldest first unless the query says otherwise
         */
        Paged<WireInstance> processInstances(WorkflowQuery query);

        /**
         * One instance with its variables.
         *
         * @param id its id
         * @return the instance
         */
        WireInstance processInstance(String id);

        /**
         * Lists tasks of all times.
         *
         * @param query filters
         * @return oldest first unless the query says otherwise
         */
        Paged<WireTask> tasks(WorkflowQuery query);

        /**
         * One task with its variables.
         *
         * @param id its id
         * @return the task
         */
        WireTask task(String id);
    }
}
