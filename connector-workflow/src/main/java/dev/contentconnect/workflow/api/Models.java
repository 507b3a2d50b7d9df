package dev.contentconnect.workflow.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.wire.WireModel;

/** Operations on models. Threads and errors are as {@code WorkflowClient} says. */
public interface Models {
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
