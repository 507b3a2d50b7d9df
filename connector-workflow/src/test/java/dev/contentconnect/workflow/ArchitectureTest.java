package dev.contentconnect.workflow;

import dev.contentconnect.core.testkit.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super(WorkflowConnector.class);
    }
}
