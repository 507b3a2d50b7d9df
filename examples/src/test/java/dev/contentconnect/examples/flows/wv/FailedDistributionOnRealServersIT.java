package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.examples.flows.Stage;

/** The same with a real engine and a real WordPress; skipped where they are not installed. */
class FailedDistributionOnRealServersIT extends FailedDistributionTest {

    @Override
    Stage stage() {
        return Stage.realServers();
    }
}
