package dev.contentconnect.xecm;

import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorFactory;
import dev.contentconnect.core.spi.HostServices;
import java.util.Map;

/** Makes {@link XecmConnector}s out of options. */
public final class XecmConnectorFactory implements ConnectorFactory {
    /** For the service loader. */
    public XecmConnectorFactory() {}

    @Override
    public String system() {
        return XecmConnector.SYSTEM;
    }

    @Override
    public Connector create(Map<String, String> options, HostServices host) {
        return XecmConnector.create(
                XecmConfig.builder().read(options).host(host).build());
    }
}
