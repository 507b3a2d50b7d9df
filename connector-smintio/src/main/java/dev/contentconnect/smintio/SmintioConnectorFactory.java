package dev.contentconnect.smintio;

import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorFactory;
import dev.contentconnect.core.spi.HostServices;
import java.util.Map;

/** Makes {@link SmintioConnector}s out of options. */
public final class SmintioConnectorFactory implements ConnectorFactory {
    /** For the service loader. */
    public SmintioConnectorFactory() {}

    @Override
    public String system() {
        return SmintioConnector.SYSTEM;
    }

    @Override
    public Connector create(Map<String, String> options, HostServices host) {
        return SmintioConnector.create(
                SmintioConfig.builder().read(options).host(host).build());
    }
}
