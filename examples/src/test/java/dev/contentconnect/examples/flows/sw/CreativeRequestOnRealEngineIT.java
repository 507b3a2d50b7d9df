package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.workflow.engine.OnRealEngine;

/** The same with the real workflow engine. */
@OnRealEngine
class CreativeRequestOnRealEngineIT extends CreativeRequestTest {

    @Override
    SwStage stage() {
        return SwStage.realEngine();
    }
}
