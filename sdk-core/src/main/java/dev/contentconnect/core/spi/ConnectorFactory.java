package dev.contentconnect.core.spi;

import java.util.Map;

/** Makes connectors of one system; found through {@link java.util.ServiceLoader}. Factories keep no state. */
public interface ConnectorFactory {

    /**
     * The short name of the system.
     *
     * @return for example {@code iconik}
     */
    String system();

    /**
     * Makes a connector. Never touches the network.
     *
     * @param options option names and values as the module's README lists them
     * @param host what the host application brings along
     * @return a connector, ready for use
     * @throws dev.contentconnect.core.config.ConfigException when options are missing, unknown or wrong; names all of
     *     them
     */
    Connector create(Map<String, String> options, HostServices host);
}
