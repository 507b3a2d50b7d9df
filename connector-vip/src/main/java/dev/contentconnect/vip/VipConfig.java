package dev.contentconnect.vip;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.spi.ConnectorOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How to reach a VIP content library: which backend it runs on, and the options of that backend. */
public sealed interface VipConfig permits WordpressConfig {

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
     * A configuration out of option names and values, as the README lists them. {@code backend} is
     * {@code wordpress} until set.
     *
     * @param options the options
     * @return the configuration
     * @throws ConfigException when options are missing, unknown or wrong; names all of them
     */
    static VipConfig fromMap(Map<String, String> options) {
        return reader(options).build();
    }

    /**
     * The builder for the backend that the options name, with the options read.
     *
     * @param options the options
     * @return the builder
     * @throws ConfigException when there is no such backend
     */
    static WordpressConfigBuilder reader(Map<String, String> options) {
        Map<String, String> rest = new LinkedHashMap<>(options);
        String backend = rest.remove("backend");
        if (backend != null && !backend.strip().equalsIgnoreCase("wordpress")) {
            throw new ConfigException(VipConnector.SYSTEM, List.of(new ConfigProblem("backend", "must be wordpress")));
        }
        return wordpress().read(rest);
    }
}
