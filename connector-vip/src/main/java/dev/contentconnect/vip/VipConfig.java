package dev.contentconnect.vip;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.spi.ConnectorOptions;
import dev.contentconnect.core.spi.HostServices;
import java.util.Map;

/** How to reach a VIP system: which backend it is, and the options of that backend. */
public sealed interface VipConfig permits WordpressConfig, VtinfoConfig {

    /**
     * The options all connectors share.
     *
     * @return the options
     */
    ConnectorOptions options();

    /**
     * Starts a configuration for a library on WordPress 5.6 or later, or WordPress VIP.
     *
     * @return a builder with the defaults of the README
     */
    static WordpressConfigBuilder wordpress() {
        return new WordpressConfigBuilder();
    }

    /**
     * Starts a configuration for product portfolios of Vermont Information Processing.
     *
     * @return a builder with the defaults of the README
     */
    static VtinfoConfigBuilder vtinfo() {
        return new VtinfoConfigBuilder();
    }

    /**
     * A configuration out of option names and values, as the README lists them. {@code backend} is {@code wordpress} until
     * set, or {@code vtinfo}.
     *
     * @param options the options
     * @return the configuration
     * @throws ConfigException when options are missing, unknown or wrong; names all of them
     */
    static VipConfig fromMap(Map<String, String> options) {
        return fromMap(options, HostServices.defaults());
    }

    /**
     * The same, with what a host brings along.
     *
     * @param options the options
     * @param host client, listener and clock
     * @return the configuration
     * @throws ConfigException when options are missing, unknown or wrong; names all of them
     */
    static VipConfig fromMap(Map<String, String> options, HostServices host) {
        String backend = OptionReader.valueIn(options, Backend.OPTION);
        return Backend.VTINFO.name().equalsIgnoreCase(backend)
                ? vtinfo().read(options).host(host).build()
                : wordpress().read(options).host(host).build();
    }
}
