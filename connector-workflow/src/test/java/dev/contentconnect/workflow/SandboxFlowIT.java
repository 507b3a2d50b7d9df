package dev.contentconnect.workflow;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** On the sandbox. */
class SandboxFlowIT extends ApprovalFlow {
    private final WorkflowSandbox sandbox = new WorkflowSandbox();
    private final WorkflowConnector connector =
            WorkflowConnector.create(config(sandbox).build());

    static WorkflowConfigBuilder config(WorkflowSandbox sandbox) {
        return WorkflowConfig.builder()
                .endpoint(sandbox.endpoint())
                .tenant(WorkflowSandbox.TENANT)
                .clientId(WorkflowSandbox.CLIENT_ID)
                .clientSecret(Secret.of(WorkflowSandbox.CLIENT_SECRET));
    }

    @BeforeEach
    void deploy() {
        ModelLibrary.deployAll(connector.client());
    }

    @AfterEach
    void stop() {
        connector.close();
        sandbox.close();
    }

    @Override
    WorkflowConnector connector() {
        return connector;
    }
}
