package dev.contentconnect.examples.quickstart;

import dev.contentconnect.workflow.ModelLibrary;
import dev.contentconnect.workflow.WorkflowConfig;
import dev.contentconnect.workflow.WorkflowConnector;
import dev.contentconnect.workflow.engine.RealEngine;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import java.net.URI;
import java.util.Map;

/** Where the approvals run, with the process models that the connector ships. */
final class WorkflowHost implements AutoCloseable {
    private final Map<String, String> options;
    private final Runnable stop;

    private WorkflowHost(URI endpoint, String tenant, String clientId, String clientSecret, Runnable stop) {
        this.options = Map.of(
                "endpoint", endpoint.toString(), "tenant", tenant, "clientId", clientId, "clientSecret", clientSecret);
        this.stop = stop;
    }

    /** The real engine in a process of its own. */
    static WorkflowHost engine() {
        RealEngine engine = RealEngine.start();
        return new WorkflowHost(
                        engine.endpoint(),
                        RealEngine.TENANT,
                        RealEngine.CLIENT_ID,
                        RealEngine.CLIENT_SECRET,
                        engine::close)
                .withModels();
    }

    /** A sandbox in this process. */
    static WorkflowHost sandbox() {
        WorkflowSandbox sandbox = new WorkflowSandbox();
        return new WorkflowHost(
                        sandbox.endpoint(),
                        WorkflowSandbox.TENANT,
                        WorkflowSandbox.CLIENT_ID,
                        WorkflowSandbox.CLIENT_SECRET,
                        sandbox::close)
                .withModels();
    }

    /** The options of the connector, as a host application would read them from its configuration. */
    Map<String, String> options() {
        return options;
    }

    private WorkflowHost withModels() {
        try (WorkflowConnector connector = WorkflowConnector.create(WorkflowConfig.fromMap(options))) {
            ModelLibrary.deployAll(connector.client());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        return this;
    }

    @Override
    public void close() {
        stop.run();
    }
}
