package dev.contentconnect.vip;

import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorFactory;
import dev.contentconnect.core.spi.HostServices;
import java.util.Map;

/** Makes {@link VipConnector}s out of options. */
public final class VipConnectorFactory implements ConnectorFactory {
    /** For the service loader. */
    public VipConnectorFactory() {}

    @Override
    public String system() {
        return VipConnector.SYSTEM;
    }

    @Override
    public Connector create(Map<String, String> options, HostServices host) {
        return VipConnector.create(VipConfig.fromMap(options, host));
    }
}
