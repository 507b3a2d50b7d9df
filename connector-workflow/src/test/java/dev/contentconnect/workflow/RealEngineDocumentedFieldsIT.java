package dev.contentconnect.workflow;

import dev.contentconnect.workflow.engine.OnRealEngine;
import dev.contentconnect.workflow.engine.RealEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** On the real engine without the fields of tasks that are only inferred. */
@OnRealEngine
class RealEngineDocumentedFieldsIT {
    private static @Nullable RealEngine engine;
    private static @Nullable WorkflowConnector connector;

    @BeforeAll
    static void start() {
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
