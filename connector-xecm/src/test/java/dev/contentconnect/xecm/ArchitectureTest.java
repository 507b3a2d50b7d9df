package dev.contentconnect.xecm;

import dev.contentconnect.core.testkit.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super(XecmConnector.class);
    }
}
