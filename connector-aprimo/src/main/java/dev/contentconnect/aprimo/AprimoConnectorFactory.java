package dev.contentconnect.aprimo;

import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorFactory;
import dev.contentconnect.core.spi.HostServices;
import java.util.Map;

/** Makes {@link AprimoConnector}s out of options. */
public final class AprimoConnectorFactory implements ConnectorFactory {
    /** For the service loader. */
    public AprimoConnectorFactory() {}

    @Override
    public String system() {
        return AprimoConnector.SYSTEM;
    }

    /** Without the option {@code clientSecret} the host's place for tokens is where the login with PKCE is kept. */
    @Override
    public Connector create(Map<String, String> options, HostServices host) {
        AprimoConfigBuilder builder = AprimoConfig.builder().read(options).host(host);
        if (OptionReader.valueIn(options, "clientSecret") == null) {
            builder.tokens(host.tokens());
        }
        return AprimoConnector.create(builder.build());
    }
}
