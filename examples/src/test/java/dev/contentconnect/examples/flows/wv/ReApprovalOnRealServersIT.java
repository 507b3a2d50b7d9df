package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.examples.OnRealServers;
import dev.contentconnect.examples.flows.Stage;

/** The same with a real engine and a real WordPress. */
@OnRealServers
class ReApprovalOnRealServersIT extends ReApprovalTest {

    @Override
    Stage stage() {
        return Stage.realServers();
    }
}
