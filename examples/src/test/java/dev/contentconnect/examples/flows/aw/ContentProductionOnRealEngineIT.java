package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.workflow.engine.OnRealEngine;

/** The same with the real workflow engine. */
@OnRealEngine
class ContentProductionOnRealEngineIT extends ContentProductionTest {

    @Override
    AwStage stage() {
        return AwStage.realEngine();
    }
}
