package dev.contentconnect.examples.quickstart;

import dev.contentconnect.core.spi.HostServices;
import dev.contentconnect.examples.OnRealServers;
import java.nio.file.Path;

/** The same on the real workflow engine and the real WordPress. */
@OnRealServers
class TourOnRealServersIT extends TourTest {

    @Override
    Systems start() {
        return Systems.real(Path.of("target", "wordpress-tour").toAbsolutePath(), HostServices.defaults());
    }

    @Override
    boolean real() {
        return true;
    }
}
