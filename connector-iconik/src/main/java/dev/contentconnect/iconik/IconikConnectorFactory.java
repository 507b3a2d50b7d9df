package dev.contentconnect.iconik;

import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorFactory;
import dev.contentconnect.core.spi.HostServices;
import java.util.Map;

/** Makes {@link IconikConnector}s out of options. */
public final class IconikConnectorFactory implements ConnectorFactory {
    /** For the service loader. */
    public IconikConnectorFactory() {}

    @Override
    public String system() {
        return IconikConnector.SYSTEM;
    }

    @Override
    public Connector create(Map<String, String> options, HostServices host) {
        return IconikConnector.create(
                IconikConfig.builder().read(options).host(host).build());
    }
}
