package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.workflow.engine.OnRealEngine;

/** The same with the real workflow engine. */
@OnRealEngine
class PerformanceFeedbackOnRealEngineIT extends PerformanceFeedbackTest {

    @Override
    AwStage stage() {
        return AwStage.realEngine();
    }
}
