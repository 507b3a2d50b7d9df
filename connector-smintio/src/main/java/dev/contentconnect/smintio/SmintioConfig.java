package dev.contentconnect.smintio;

import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.ConnectorOptions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a tenant of Smint.io: its licensing, one of its portals, or both. Made by {@link #builder()} or {@link #fromMap}.
 *
 * @param options the options all connectors share; the endpoint is where people log in to the tenant
 * @param tenant the name of the tenant
 * @param clientId the client id
 * @param clientSecret the client's secret
 * @param redirectUri where people come back to after a login
 * @param languages the languages that are wanted, best first; empty for all
 * @param tokens keeps the refresh token of licensing, backend and groups, or null
 * @param portalTokens keeps the refresh token of the portal, or null
 * @param licensing how to reach licensing, or null
 * @param portal how to reach the portal, or null
 * @param admin how to reach backend and groups
 * @param ports what the host does where Smint.io publishes nothing
 */
public record SmintioConfig(
        ConnectorOptions options,
        String tenant,
        String clientId,
        Secret clientSecret,
        URI redirectUri,
        List<String> languages,
        @Nullable TokenStore tokens,
        @Nullable TokenStore portalTokens,
        @Nullable LicensingConfig licensing,
        @Nullable PortalConfig portal,
        AdminConfig admin,
        SmintioPorts ports) {
    /**
     * Starts a configuration.
     *
     * @return a builder with the defaults of the README
     */
    public static SmintioConfigBuilder builder() {
        return new SmintioConfigBuilder();
    }

    /**
     * A configuration out of option names and values, as the README lists them.
     *
     * @param options the options
     * @return the configuration
     * @throws ConfigException when options are missing, unknown or wrong; names all of them
     */
    public static SmintioConfig fromMap(Map<String, String> options) {
        return builder().read(options).build();
    }

    /** Tenant and parts; no secrets. */
    @Override
    public String toString() {
        String portalUrl = portal == null ? "" : ", portal " + portal.portalUrl();
        return "SmintioConfig[" + tenant + (licensing == null ? "" : ", licensing") + portalUrl + "]";
    }
}
