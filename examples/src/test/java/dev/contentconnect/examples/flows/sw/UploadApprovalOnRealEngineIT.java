package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.workflow.engine.OnRealEngine;

/** The same with the real workflow engine. */
@OnRealEngine
class UploadApprovalOnRealEngineIT extends UploadApprovalTest {

    @Override
    SwStage stage() {
        return SwStage.realEngine();
    }
}
