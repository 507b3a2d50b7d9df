package dev.contentconnect.aprimo;

import dev.contentconnect.core.testkit.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super(AprimoConnector.class);
    }
}
