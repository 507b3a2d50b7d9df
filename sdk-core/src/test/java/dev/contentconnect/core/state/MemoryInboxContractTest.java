package dev.contentconnect.core.state;

import dev.contentconnect.core.testkit.InboxContract;

class MemoryInboxContractTest extends InboxContract {
    @Override
    protected StateStore open() {
        return StateStore.inMemory(clock, TrailChain.plain());
    }
}
