package dev.contentconnect.core.state;

import dev.contentconnect.core.testkit.StateStoreContract;

class MemoryStateStoreContractTest extends StateStoreContract {
    @Override
    protected StateStore open() {
        return StateStore.inMemory(clock, TrailChain.plain());
    }
}
