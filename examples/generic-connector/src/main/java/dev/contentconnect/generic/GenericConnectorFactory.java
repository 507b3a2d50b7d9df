package dev.contentconnect.generic;

import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorFactory;
import dev.contentconnect.core.spi.HostServices;
import java.util.Map;

/** Makes generic connectors from options; found by {@link java.util.ServiceLoader}. */
public final class GenericConnectorFactory implements ConnectorFactory {
    /** Makes a factory; for {@link java.util.ServiceLoader}. */
    public GenericConnectorFactory() {}

    @Override
    public String system() {
        return GenericConnector.SYSTEM;
    }

    @Override
    public Connector create(Map<String, String> options, HostServices host) {
        return GenericConnector.create(GenericConfig.fromMap(options, host));
    }
}
