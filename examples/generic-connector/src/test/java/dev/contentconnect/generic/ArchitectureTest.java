package dev.contentconnect.generic;

import dev.contentconnect.core.testkit.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super(GenericConnector.class);
    }
}
