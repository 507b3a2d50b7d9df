package dev.contentconnect.workflow;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** On the sandbox. */
class SandboxFlowIT {
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

    @Nested
    class Approvals extends ApprovalFlow {
        Approvals() {
            super(config(sandbox).build(), connector);
        }
    }

    @Nested
    class Cases extends CaseFlow {
        Cases() {
            super(config(sandbox).build(), connector);
        }
    }

    @Nested
    class Feed extends FeedFlow {
        Feed() {
            super(config(sandbox).build(), connector);
        }
    }

    @Nested
    class Client extends ClientFlow {
        Client() {
            super(config(sandbox).build(), connector);
        }
    }

    @Nested
    class Models extends ModelsFlow {
        Models() {
            super(config(sandbox).build(), connector);
        }
    }
}
