package dev.contentconnect.workflow;

import dev.contentconnect.workflow.api.Assignments;
import dev.contentconnect.workflow.api.Attachments;
import dev.contentconnect.workflow.api.Comments;
import dev.contentconnect.workflow.api.Executions;
import dev.contentconnect.workflow.api.History;
import dev.contentconnect.workflow.api.Models;
import dev.contentconnect.workflow.api.ProcessInstances;
import dev.contentconnect.workflow.api.Tasks;
import dev.contentconnect.workflow.api.Variables;

/** {@link WorkflowClient} over HTTP: a record for each group, one short method for each endpoint. */
final class HttpWorkflowClient implements WorkflowClient {
    private final WorkflowHttp http;
    private final HttpTasks tasks;

    HttpWorkflowClient(WorkflowConfig config) {
        this.http = new WorkflowHttp(config);
        this.tasks = new HttpTasks(http);
    }

    @Override
    public Models models() {
        return new HttpModels(http);
    }

    @Override
    public ProcessInstances processInstances() {
        return new HttpInstances(http);
    }

    @Override
    public Executions executions() {
        return new HttpExecutions(http);
    }

    @Override
    public Tasks tasks() {
        return tasks;
    }

    @Override
    public Comments comments() {
        return new HttpComments(http, tasks);
    }

    @Override
    public Attachments attachments() {
        return new HttpAttachments(http);
    }

    @Override
    public Variables variables() {
        return new HttpVariables(http);
    }

    @Override
    public Assignments assignments() {
        return new HttpAssignments(http);
    }

    @Override
    public History history() {
        return new HttpHistory(http);
    }

    @Override
    public void close() {
        http.close();
    }
}
