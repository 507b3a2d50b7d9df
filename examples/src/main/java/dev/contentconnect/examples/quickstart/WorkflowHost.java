package dev.contentconnect.examples.quickstart;

import dev.contentconnect.workflow.ModelLibrary;
import dev.contentconnect.workflow.WorkflowConfig;
import dev.contentconnect.workflow.WorkflowConnector;
import dev.contentconnect.workflow.engine.RealEngine;
import java.net.URI;
import java.util.Map;

/**
 * Where the approvals run.
 *
 * @param endpoint its address
 * @param stop ends it
 */
record WorkflowHost(URI endpoint, Runnable stop) implements AutoCloseable {

    /** The real engine in a process of its own, with the models that the connector ships. */
    static WorkflowHost engine() {
        RealEngine engine = RealEngine.start();
        return new WorkflowHost(engine.endpoint(), engine::close).withModels();
    }

    static WorkflowHost sandbox() {
        return engine();
    }

    /** The options of the connector, as a host application would read them from its configuration. */
    Map<String, String> options() {
        return Map.of(
                "endpoint", endpoint.toString(),
                "tenant", RealEngine.TENANT,
                "clientId", RealEngine.CLIENT_ID,
                "clientSecret", RealEngine.CLIENT_SECRET);
    }

    private WorkflowHost withModels() {
        try (WorkflowConnector connector = WorkflowConnector.create(WorkflowConfig.fromMap(options()))) {
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
