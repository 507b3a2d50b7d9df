package dev.contentconnect.smintio;

import dev.contentconnect.core.testkit.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super(SmintioConnector.class);
    }
}
