package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.testkit.ConnectorContract;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;

class TradingGridContractTest extends ConnectorContract {
    @Override
    protected ContractSubject newSubject(FakeClock clock) {
        return new TradingGridSubject(clock, true);
    }
}
