package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.testkit.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super(TradingGridConnector.class);
    }
}
