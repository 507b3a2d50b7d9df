package dev.contentconnect.workflow;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.workflow.engine.RealEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** On the real engine without the fields of tasks that are only inferred; skipped when it was not built. */
class DocumentedFieldsIT {
    private static @Nullable RealEngine engine;
    private static @Nullable WorkflowConnector connector;

    @BeforeAll
    static void start() {
        assumeTrue(
                RealEngine.available() || RealEngine.isRequired(),
                "workflow-engine.jar is not built: see connector-workflow/engine/README.md");
        engine = RealEngine.start("--documented-fields-only");
        connector = WorkflowConnector.create(RealEngineFlowIT.config(engine).build());
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

    @Nested
    class Approvals extends ApprovalFlow {
        Approvals() {
            super(RealEngineFlowIT.config(engine).build(), connector);
        }
    }

    @Nested
    class Feed extends FeedFlow {
        Feed() {
            super(RealEngineFlowIT.config(engine).build(), connector);
        }
    }
}
