package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.workflow.engine.OnRealEngine;

/** The same with the real workflow engine. */
@OnRealEngine
class PolicyExceptionOnRealEngineIT extends PolicyExceptionTest {

    @Override
    SwStage stage() {
        return SwStage.realEngine();
    }
}
