package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.testkit.ConnectorContract;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;

/** Without tables, addresses and OpenText Messaging: the parts that need them are refused. */
class TradingGridBareContractTest extends ConnectorContract {
    @Override
    protected ContractSubject newSubject(FakeClock clock) {
        return new TradingGridSubject(clock, false);
    }
}
