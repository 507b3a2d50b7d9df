package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorFactory;
import dev.contentconnect.core.spi.HostServices;
import java.util.Map;

/** Finds this connector by its name. */
public final class TradingGridConnectorFactory implements ConnectorFactory {
    /** For the service loader. */
    public TradingGridConnectorFactory() {}

    @Override
    public String system() {
        return TradingGridConnector.SYSTEM;
    }

    @Override
    public Connector create(Map<String, String> options, HostServices host) {
        return TradingGridConnector.create(
                TradingGridConfig.builder().read(options).host(host).build());
    }
}
