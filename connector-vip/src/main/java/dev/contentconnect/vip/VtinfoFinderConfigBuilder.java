package dev.contentconnect.vip;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.ConnectorConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects the options of a {@link VtinfoFinderConfig}. In a map and in messages an option bears the word {@code finder}
 * before its name, as {@code finderCustomer}, because it stands beside those of other services. Not safe for several threads.
 */
public final class VtinfoFinderConfigBuilder extends ConnectorConfigBuilder<VtinfoFinderConfigBuilder> {
    private static final URI ENDPOINT = URI.create("https://api.vtinfo.com/analytics/v2/finder");

    private @Nullable String customer;
    private @Nullable Secret secret;
    private final Map<String, Secret> implementations = new LinkedHashMap<>();
    private Duration cacheTime = Duration.ofHours(1);
    private boolean misplacedEndpoint;

    VtinfoFinderConfigBuilder() {
        endpoint(ENDPOINT);
    }

    @Override
    protected VtinfoFinderConfigBuilder self() {
        return this;
    }

    /**
     * Sets the customer id; required.
     *
     * @param value 3 to 5 characters, as VIP gave it
     * @return this builder
     */
    public VtinfoFinderConfigBuilder customer(@Nullable String value) {
        this.customer = value;
        return this;
    }

    /**
     * Sets the secret of the customer; required unless there is exactly one implementation, through which all requests then
     * go.
     *
     * @param value as VIP gave it
     * @return this builder
     */
    public VtinfoFinderConfigBuilder secret(@Nullable Secret value) {
        this.secret = value;
        return this;
    }

    /**
     * Adds an implementation set up at VIP. Requests through it are signed with its own secret.
     *
     * @param uuid as VIP gave it
     * @param value its secret
     * @return this builder
     */
    public VtinfoFinderConfigBuilder implementation(String uuid, Secret value) {
        implementations.put(uuid, value);
        return this;
    }

    /**
     * Sets how long lists of brands, packages and categories are kept; 1 hour until set.
     *
     * @param value more than zero
     * @return this builder
     */
    public VtinfoFinderConfigBuilder cacheTime(Duration value) {
        this.cacheTime = value;
        return this;
    }

    /** Whether a map says anything about Brand Finder. */
    static boolean isMentioned(Map<String, String> options) {
        return OptionReader.mentions(options, "finder");
    }

    /** Reads options from among those of other services; whoever made the reader ends it. */
    VtinfoFinderConfigBuilder read(OptionReader in) {
        URI address = in.uri("finderEndpoint");
        common(in);
        // The common endpoint is that of another service.
        endpoint(either(address, ENDPOINT));
        customer = in.text("finderCustomer");
        secret = in.secret("finderSecret");
        String uuid = in.text("finderImplementation");
        Secret own = in.secret("finderImplementationSecret");
        if (uuid != null && own != null) {
            implementations.put(uuid, own);
        } else if (uuid != null || own != null) {
            in.problem(
                    own == null ? "finderImplementationSecret" : "finderImplementation",
                    "is required: an implementation has a UUID and a secret");
        }
        cacheTime = either(in.duration("finderCacheTime"), cacheTime);
        return this;
    }

    VtinfoFinderConfigBuilder readAlone(OptionReader in) {
        misplacedEndpoint = in.text("endpoint") != null;
        return read(in).finish(in);
    }

    /** What is wrong, of all options. */
    ConfigCheck check() {
        ConfigCheck check = VtinfoOptions.renamed(startCheck(), "finderEndpoint");
        if (misplacedEndpoint) {
            check.problem("endpoint", "is not an option here; there is finderEndpoint");
        }
        VtinfoOptions.tls(check, "finderEndpoint", endpoint());
        check.required("finderCustomer", customer);
        if (customer != null && !customer.matches("[!-~]{3,5}")) {
            check.problem("finderCustomer", "must be 3 to 5 characters without blanks");
        }
        if (secret == null && implementations.size() != 1) {
            check.problem("finderSecret", "is required, unless there is exactly one implementation");
        }
        if (implementations.keySet().stream().anyMatch(uuid -> !uuid.matches("[A-Za-z0-9-]{1,64}"))) {
            check.problem("finderImplementation", "must be letters, digits and hyphens");
        }
        check.positive("finderCacheTime", cacheTime);
        return check;
    }

    /**
     * The configuration.
     *
     * @return the configuration
     * @throws ConfigException when options are missing or wrong; names all of them
     */
    public VtinfoFinderConfig build() {
        check().finish(VipConnector.SYSTEM);
        return new VtinfoFinderConfig(
                commonOptions(Objects.requireNonNull(endpoint())),
                Objects.requireNonNull(customer),
                secret,
                implementations,
                cacheTime);
    }
}
