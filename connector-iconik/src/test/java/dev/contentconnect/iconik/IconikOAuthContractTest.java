package dev.contentconnect.iconik;

import dev.contentconnect.core.testkit.ConnectorContract;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;

class IconikOAuthContractTest extends ConnectorContract {
    @Override
    protected ContractSubject newSubject(FakeClock clock) {
        return new IconikSubject(clock, true);
    }
}
