package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorFactory;
import dev.contentconnect.core.spi.HostServices;
import java.util.Map;

/** Makes reference connectors from options; found by {@link java.util.ServiceLoader}. */
public final class ReferenceConnectorFactory implements ConnectorFactory {
    /** Makes a factory; for {@link java.util.ServiceLoader}. */
    public ReferenceConnectorFactory() {}

    @Override
    public String system() {
        return ReferenceConnector.SYSTEM;
    }

    @Override
    public Connector create(Map<String, String> options, HostServices host) {
        return ReferenceConnector.create(ReferenceConfig.fromMap(options, host));
    }
}
