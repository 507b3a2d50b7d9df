package dev.contentconnect.workflow;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.workflow.api.Assignments;
import dev.contentconnect.workflow.api.Attachments;
import dev.contentconnect.workflow.api.Comments;
import dev.contentconnect.workflow.api.Executions;
import dev.contentconnect.workflow.api.History;
import dev.contentconnect.workflow.api.Models;
import dev.contentconnect.workflow.api.ProcessInstances;
import dev.contentconnect.workflow.api.Tasks;
import dev.contentconnect.workflow.api.Variables;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireStart;

/** A client under whose hands somebody else starts an instance: just before its own start, or just after. */
record RivalClient(WorkflowClient real, Runnable before, Runnable after) implements WorkflowClient {
    @Override
    public ProcessInstances processInstances() {
        return new Rivalled(real.processInstances(), before, after);
    }

    private record Rivalled(ProcessInstances real, Runnable before, Runnable after) implements ProcessInstances {
        @Override
        public WireInstance start(WireStart start) {
            before.run();
            WireInstance started = real.start(start);
            after.run();
            return started;
        }

        @Override
        public Paged<WireInstance> list(WorkflowQuery query) {
            return real.list(query);
        }

        @Override
        public WireInstance get(String id) {
            return real.get(id);
        }

        @Override
        public void suspend(String id, String comment) {
            real.suspend(id, comment);
        }

        @Override
        public void activate(String id, String comment) {
            real.activate(id, comment);
        }

        @Override
        public void delete(String id, String reason) {
            real.delete(id, reason);
        }

        @Override
        public byte[] diagram(String id) {
            return real.diagram(id);
        }
    }

    @Override
    public Models models() {
        return real.models();
    }

    @Override
    public Executions executions() {
        return real.executions();
    }

    @Override
    public Tasks tasks() {
        return real.tasks();
    }

    @Override
    public Comments comments() {
        return real.comments();
    }

    @Override
    public Attachments attachments() {
        return real.attachments();
    }

    @Override
    public Variables variables() {
        return real.variables();
    }

    @Override
    public Assignments assignments() {
        return real.assignments();
    }

    @Override
    public History history() {
        return real.history();
    }

    /** Leaves the real client open: it belongs to the test. */
    @Override
    public void close() {}
}
