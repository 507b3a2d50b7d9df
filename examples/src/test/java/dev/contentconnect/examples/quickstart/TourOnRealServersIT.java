package dev.contentconnect.examples.quickstart;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.workflow.engine.RealEngine;
import org.junit.jupiter.api.BeforeAll;

/** The same on the real workflow engine; skipped when it was not built. */
class TourOnEngineIT extends TourTest {

    @BeforeAll
    static void needsTheEngine() {
        assumeTrue(
                RealEngine.available() || RealEngine.isRequired(),
                "workflow-engine.jar is not built: see connector-workflow/engine/README.md");
    }

    @Override
    boolean engine() {
        return true;
    }
}
