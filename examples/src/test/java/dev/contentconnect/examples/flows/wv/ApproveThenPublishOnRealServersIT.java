package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.examples.OnRealServers;
import dev.contentconnect.examples.flows.Stage;

/** The same from a real engine to a real WordPress. */
@OnRealServers
class ApproveThenPublishOnRealServersIT extends ApproveThenPublishOnVipTest {

    @Override
    Stage stage() {
        return Stage.realServers();
    }
}
