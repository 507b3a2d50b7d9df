package dev.contentconnect.vip;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AbstractConnector;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.vip.map.AssetMapper;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One VIP system: a content library on WordPress, or the product portfolios of Vermont Information Processing. Which one the
 * configuration says; each offers the capabilities it really has. Safe for several threads; open it once and keep it.
 */
public final class VipConnector extends AbstractConnector {
    /** The short name of the system, as it stands in {@link SourceRef#system()}. */
    public static final String SYSTEM = AssetMapper.SYSTEM;

    /** What this connector throws where it finds a failure itself. */
    static final LocalErrors REFUSED = LocalErrors.of(SYSTEM);

    private final VipConfig config;
    private final VipBackend backend;

    private VipConnector(VipConfig config, VipBackend backend) {
        super(SYSTEM);
        this.config = config;
        this.backend = backend;
        backend.offerTo(this::offer);
        backend.options().forEach(this::needs);
    }

    /**
     * Makes a connector. Never touches the network.
     *
     * @param config how to reach the system
     * @return a connector, ready for use
     */
    public static VipConnector create(VipConfig config) {
        return config instanceof VtinfoConfig vtinfo
                ? create(vtinfo, VtinfoClient.create(vtinfo))
                : create((WordpressConfig) config, WordpressClient.create((WordpressConfig) config));
    }

    /**
     * Makes a connector on a client of the host's own, for example a fake.
     *
     * @param config what the capabilities go by
     * @param client the client; closed with the connector
     * @return a connector, ready for use
     */
    public static VipConnector create(WordpressConfig config, WordpressClient client) {
        return new VipConnector(config, new WordpressBackend(config, client));
    }

    /**
     * Makes a connector on a client of the host's own, for example a fake.
     *
     * @param config what the capabilities go by
     * @param client the client; closed with the connector
     * @return a connector, ready for use
     */
    public static VipConnector create(VtinfoConfig config, VtinfoClient client) {
        return new VipConnector(config, new VtinfoBackend(config, client));
    }

    /**
     * WordPress in its own words, on the same connection.
     *
     * @return the client; closed with the connector
     * @throws IllegalStateException when the backend is another one
     */
    public WordpressClient wordpress() {
        if (backend instanceof WordpressBackend wordpress) {
            return wordpress.client();
        }
        throw new IllegalStateException("the backend of this connector is vtinfo");
    }

    /**
     * Brand Builder in its own words, on the same connection.
     *
     * @return the client; closed with the connector
     * @throws IllegalStateException when the backend is another one
     */
    public VtinfoClient vtinfo() {
        if (backend instanceof VtinfoBackend vtinfo) {
            return vtinfo.client();
        }
        throw new IllegalStateException("the backend of this connector is wordpress");
    }

    /**
     * Brand Finder: which outlets sold a product.
     *
     * @return the client, closed with the connector; nothing where it is not configured or the backend is another one
     */
    public Optional<VtinfoFinder> finder() {
        return backend instanceof VtinfoBackend vtinfo ? Optional.ofNullable(vtinfo.finder()) : Optional.empty();
    }

    /**
     * The private REST interface, by the paths and fields of the configuration.
     *
     * @return the client, closed with the connector; nothing where it is not configured or the backend is another one
     */
    public Optional<VtinfoRest> rest() {
        return backend instanceof VtinfoBackend vtinfo ? Optional.ofNullable(vtinfo.rest()) : Optional.empty();
    }

    /**
     * Which of some assets are gone. WordPress tells nobody of deletions, so a host that needs to know asks for what it
     * remembers, now and then: a request for each hundred. The feed of Vermont Information Processing tells what was dropped.
     *
     * @param known identities of this system
     * @return those that are no longer there
     * @throws dev.contentconnect.core.error.ConnectorException RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut,
     *     Undecodable; Rejected with the code {@code not_offered} where the backend is vtinfo
     */
    public List<SourceRef> gone(Collection<SourceRef> known) {
        checkOpen();
        return backend.gone(known);
    }

    @Override
    public ConnectorDescription describe() {
        return backend.describe();
    }

    @Override
    public ConnectorCheck check() {
        checkOpen();
        return backend.check();
    }

    @Override
    protected void disconnect() {
        backend.close();
    }

    /** Names the system; no secrets. */
    @Override
    public String toString() {
        return "VipConnector[" + config + "]";
    }
}
