package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.examples.OnRealServers;
import dev.contentconnect.examples.flows.Stage;

/** The same on the real workflow engine and the real WordPress. */
@OnRealServers
class LocalisationOnRealServersIT extends LocalisationTest {

    @Override
    Stage stage() {
        return Stage.realServers();
    }
}
