package dev.contentconnect.examples.quickstart;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.vip.wordpress.RealWordpress;
import dev.contentconnect.workflow.engine.RealEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;

/** The same on the real workflow engine and the real WordPress; skipped when they are not installed. */
class TourOnRealServersIT extends TourTest {

    @BeforeAll
    static void needsTheServers() {
        assumeTrue(
                (RealEngine.available() || RealEngine.isRequired())
                        && (RealWordpress.available() || RealWordpress.isRequired()),
                "the workflow engine is not built or WordPress is not installed: see the connectors' README pages");
    }

    @Override
    Systems start() {
        return Systems.real(Path.of("target", "wordpress-tour").toAbsolutePath());
    }

    @Override
    boolean real() {
        return true;
    }
}
