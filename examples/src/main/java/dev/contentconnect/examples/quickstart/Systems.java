package dev.contentconnect.examples.quickstart;

import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Connectors;
import dev.contentconnect.core.spi.HostServices;
import dev.contentconnect.vip.wordpress.RealWordpress;
import dev.contentconnect.workflow.engine.RealEngine;
import java.nio.file.Path;

/** The two systems of the quick start, started and connected. */
final class Systems implements AutoCloseable {
    private final Host desk;
    private final Host library;
    private final Connector workflow;
    private final Connector target;

    private Systems(Host desk, Host library, HostServices services) {
        this.desk = desk;
        this.library = library;
        Connectors connectors = Connectors.discover();
        this.workflow = connectors.open("workflow", desk.options(), services);
        this.target = connectors.open("vip", library.options(), services);
    }

    /** Sandboxes inside this process. */
    static Systems sandboxes(HostServices services) {
        return new Systems(Host.workflowSandbox(), Host.librarySandbox(), services);
    }

    /** The real servers, with their files in a folder. */
    static Systems real(Path folder, HostServices services) {
        if (!RealEngine.available() || !RealWordpress.available()) {
            throw new IllegalStateException("the real servers are missing:"
                    + (RealEngine.available()
                            ? ""
                            : "\n"
                                    + "  the workflow engine: mvn -q -B -f connector-workflow/engine/pom.xml package"
                                    + " -DskipTests")
                    + (RealWordpress.available()
                            ? ""
                            : "\n  WordPress: the packages that connector-vip/README.md names under Tests"));
        }
        Host desk = Host.workflowEngine();
        try {
            return new Systems(desk, Host.wordpress(folder), services);
        } catch (RuntimeException e) {
            desk.close();
            throw e;
        }
    }

    /** Where people decide. */
    Connector workflow() {
        return workflow;
    }

    /** Where content is published. */
    Connector target() {
        return target;
    }

    @Override
    public void close() {
        workflow.close();
        target.close();
        desk.close();
        library.close();
    }
}
