package dev.contentconnect.core.state;

import dev.contentconnect.core.testkit.LeaseContract;

class MemoryLeaseContractTest extends LeaseContract {
    @Override
    protected StateStore open() {
        return StateStore.inMemory(clock, TrailChain.plain());
    }
}
