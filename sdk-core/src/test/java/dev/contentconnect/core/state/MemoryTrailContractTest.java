package dev.contentconnect.core.state;

import dev.contentconnect.core.testkit.TrailContract;

class MemoryTrailContractTest extends TrailContract {
    @Override
    protected StateStore open() {
        return StateStore.inMemory(clock, TrailChain.plain());
    }
}
