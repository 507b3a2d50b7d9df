package dev.contentconnect.smintio;

import dev.contentconnect.core.testkit.ConnectorContract;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;

class SmintioLicensingContractTest extends ConnectorContract {
    @Override
    protected ContractSubject newSubject(FakeClock clock) {
        return new SmintioSubject(clock, false);
    }
}
