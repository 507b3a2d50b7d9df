package dev.contentconnect.examples.quickstart;

import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Connectors;
import dev.contentconnect.core.testkit.reference.ReferenceConnector;
import dev.contentconnect.core.testkit.reference.ReferenceSandbox;
import java.util.Map;

/** The two systems of the quick start, started and connected. */
final class Systems implements AutoCloseable {
    private final ReferenceSandbox shop = new ReferenceSandbox();
    private final WorkflowHost host;
    private final Connector workflow;
    private final Connector target;

    private Systems(WorkflowHost host) {
        this.host = host;
        Connectors connectors = Connectors.discover();
        this.workflow = connectors.open("workflow", host.options());
        this.target = connectors.open(
                ReferenceConnector.SYSTEM,
                Map.of(
                        "endpoint", shop.endpoint().toString(),
                        "clientId", ReferenceSandbox.CLIENT_ID,
                        "clientSecret", ReferenceSandbox.CLIENT_SECRET));
    }

    static Systems start(boolean engine) {
        return new Systems(engine ? WorkflowHost.engine() : WorkflowHost.sandbox());
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
        host.close();
        shop.close();
    }
}
