package dev.contentconnect.workflow;

import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorFactory;
import dev.contentconnect.core.spi.HostServices;
import java.util.Map;

/** Makes {@link WorkflowConnector}s out of options. */
public final class WorkflowConnectorFactory implements ConnectorFactory {
    /** For the service loader. */
    public WorkflowConnectorFactory() {}

    @Override
    public String system() {
        return WorkflowConnector.SYSTEM;
    }

    @Override
    public Connector create(Map<String, String> options, HostServices host) {
        return WorkflowConnector.create(
                WorkflowConfig.builder().read(options).host(host).build());
    }
}
