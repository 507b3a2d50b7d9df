package dev.contentconnect.vip;

import dev.contentconnect.core.testkit.ConnectorContract;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.vip.sandbox.VipSandbox;

/** A plain WordPress, without the server profile. */
class VipPlainContractTest extends ConnectorContract {
    @Override
    protected ContractSubject newSubject(FakeClock clock) {
        return new VipContractTest.Subject(new VipSandbox(clock), false);
    }
}
