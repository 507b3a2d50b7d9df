package dev.contentconnect.workflow;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.api.Models;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireModel;

/** Process models over HTTP. */
record HttpModels(WorkflowHttp http) implements Models {
    @Override
    public WireModel create(WireModel model) {
        return http.read(
                HttpCall.post("models.create", http.action("runtime", "models").build())
                        .json(model),
                WireModel.class);
    }

    @Override
    public Paged<WireModel> list(WorkflowQuery query) {
        return http.list("models.list", () -> http.action("runtime", "models"), "models", query, WireModel.class);
    }

    @Override
    public WireModel get(String id, String modelType) {
        return http.read(
                HttpCall.get(
                        "models.get",
                        http.action("runtime", "models", id)
                                .query("modelType", modelType)
                                .build()),
                WireModel.class);
    }

    @Override
    public void delete(String id) {
        http.send(HttpCall.delete(
                "models.delete", http.action("runtime", "models", id).build()));
    }
}
