package dev.contentconnect.workflow;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.workflow.engine.RealEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** On the real engine; skipped when it was not built. */
class RealEngineFlowIT extends ApprovalFlow {
    private static @Nullable RealEngine engine;
    private static @Nullable WorkflowConnector connector;

    @BeforeAll
    static void start() {
        assumeTrue(
                RealEngine.available() || RealEngine.isRequired(),
                "workflow-engine.jar is not built: see connector-workflow/engine/README.md");
        engine = RealEngine.start();
        connector = WorkflowConnector.create(WorkflowConfig.builder()
                .endpoint(engine.endpoint())
                .tenant(RealEngine.TENANT)
                .clientId(RealEngine.CLIENT_ID)
                .clientSecret(Secret.of(RealEngine.CLIENT_SECRET))
                .build());
        ModelLibrary.deployAll(connector.client());
    }

    @AfterAll
    static void stop() {
        if (connector != null) {
            connector.close();
        }
        if (engine != null) {
            engine.close();
        }
    }

    @Override
    WorkflowConnector connector() {
        return connector;
    }
}
