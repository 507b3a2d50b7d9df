package dev.contentconnect.examples.quickstart;

import dev.contentconnect.vip.sandbox.VipSandbox;
import dev.contentconnect.vip.wordpress.RealWordpress;
import dev.contentconnect.workflow.ModelLibrary;
import dev.contentconnect.workflow.WorkflowConfig;
import dev.contentconnect.workflow.WorkflowConnector;
import dev.contentconnect.workflow.engine.RealEngine;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * A system that was started here.
 *
 * @param options the options of its connector, as a host application would read them from its configuration
 * @param stop ends it
 */
record Host(Map<String, String> options, Runnable stop) implements AutoCloseable {

    /** The Workflow Service as a sandbox in this process. */
    static Host workflowSandbox() {
        WorkflowSandbox sandbox = new WorkflowSandbox();
        return workflow(
                sandbox.endpoint(),
                WorkflowSandbox.TENANT,
                WorkflowSandbox.CLIENT_ID,
                WorkflowSandbox.CLIENT_SECRET,
                sandbox::close);
    }

    /** The real workflow engine in a process of its own. */
    static Host workflowEngine() {
        RealEngine engine = RealEngine.start();
        return workflow(
                engine.endpoint(), RealEngine.TENANT, RealEngine.CLIENT_ID, RealEngine.CLIENT_SECRET, engine::close);
    }

    private static Host workflow(URI endpoint, String tenant, String clientId, String clientSecret, Runnable stop) {
        Host host = new Host(
                Map.of(
                        "endpoint", endpoint.toString(),
                        "tenant", tenant,
                        "clientId", clientId,
                        "clientSecret", clientSecret),
                stop);
        try (WorkflowConnector connector = WorkflowConnector.create(WorkflowConfig.fromMap(host.options))) {
            ModelLibrary.deployAll(connector.client());
            return host;
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    /** The content library as a sandbox in this process. */
    static Host librarySandbox() {
        VipSandbox sandbox = new VipSandbox();
        return library(sandbox.endpoint(), VipSandbox.ADMIN, VipSandbox.PASSWORD, sandbox::close);
    }

    /** The real WordPress in processes of its own, with its files in a folder that is emptied in the end. */
    static Host wordpress(Path folder) {
        RealWordpress wordpress = RealWordpress.start(folder);
        String login = RealWordpress.ADMIN;
        return library(wordpress.endpoint(), login, wordpress.password(login), wordpress::close);
    }

    private static Host library(URI endpoint, String username, String password, Runnable stop) {
        return new Host(
                Map.of("endpoint", endpoint.toString(), "username", username, "applicationPassword", password), stop);
    }

    @Override
    public void close() {
        stop.run();
    }
}
