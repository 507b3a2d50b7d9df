package dev.contentconnect.vip;

import dev.contentconnect.core.testkit.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super(VipConnector.class);
    }
}
