package dev.contentconnect.iconik;

import dev.contentconnect.core.testkit.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super(IconikConnector.class);
    }
}
