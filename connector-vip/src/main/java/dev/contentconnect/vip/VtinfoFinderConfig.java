package dev.contentconnect.vip;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.ConnectorOptions;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Brand Finder, the signed web service of Vermont Information Processing that knows where products are sold.
 *
 * @param options the options all connectors share; {@code endpoint} is the address of the service
 * @param customer the customer id, 3 to 5 characters
 * @param secret signs requests that name no implementation; null where each names one
 * @param implementations the secret of each implementation set up at VIP, by its UUID; may be empty
 * @param cacheTime how long lists of brands, packages and categories are kept
 */
public record VtinfoFinderConfig(
        ConnectorOptions options,
        String customer,
        @Nullable Secret secret,
        Map<String, Secret> implementations,
        Duration cacheTime) {

    /**
     * Makes a configuration; the map is copied. {@link #builder()} checks what it is given, this does not.
     *
     * @param options the options all connectors share; {@code endpoint} is the address of the service
     * @param customer the customer id, 3 to 5 characters
     * @param secret signs requests that name no implementation; null where each names one
     * @param implementations the secret of each implementation set up at VIP, by its UUID; may be empty
     * @param cacheTime how long lists of brands, packages and categories are kept
     */
    public VtinfoFinderConfig {
        implementations = Map.copyOf(implementations);
    }

    /**
     * Starts a configuration.
     *
     * @return a builder with the defaults of the README
     */
    public static VtinfoFinderConfigBuilder builder() {
        return new VtinfoFinderConfigBuilder();
    }

    /**
     * A configuration out of option names and values, as the README lists them.
     *
     * @param options the options
     * @return the configuration
     * @throws ConfigException when options are missing, unknown or wrong; names all of them
     */
    public static VtinfoFinderConfig fromMap(Map<String, String> options) {
        return builder().readAlone(new OptionReader(options)).build();
    }

    /** The implementation that a request goes through: the one it names, else the only one there is without a secret. */
    @Nullable String implementation(@Nullable String named) {
        if (named != null && !implementations.containsKey(named)) {
            throw new IllegalArgumentException("no secret is configured for this implementation");
        }
        return named == null && secret == null
                ? implementations.keySet().iterator().next()
                : named;
    }

    /** Address and customer; no secrets. */
    @Override
    public String toString() {
        return "VtinfoFinderConfig[" + options.endpoint() + ", customer " + customer + "]";
    }
}
