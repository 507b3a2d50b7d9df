package dev.contentconnect.generic;

import dev.contentconnect.core.spi.AbstractConnector;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.RightsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One content system. Safe for several threads; open it once and keep it. */
public final class GenericConnector extends AbstractConnector {
    /** The short name of the system where the configuration gives no other. */
    public static final String SYSTEM = "generic";

    private final GenericConfig config;
    private final GenericClient client;

    private GenericConnector(GenericConfig config, GenericClient client) {
        super(config.system());
        this.config = config;
        this.client = client;
        GenericReader reader = new GenericReader(config, client);
        offer(AssetReader.class, reader);
        if (config.has(GenericPath.CREATE)) {
            offer(AssetWriter.class, new GenericWriter(config, client, reader));
        }
        if (!config.rights().isEmpty()) {
            offer(RightsReader.class, new GenericRights(config, client));
        }
        needs(AssetWriter.class, "paths with " + GenericPath.CREATE.word());
        needs(RightsReader.class, "rights");
    }

    /**
     * Makes a connector. Never touches the network.
     *
     * @param config how to reach the system
     * @return a connector, ready for use
     */
    public static GenericConnector create(GenericConfig config) {
        return new GenericConnector(config, GenericClient.create(config));
    }

    /**
     * The system in its own words, on the same connection.
     *
     * @return the client; closed with the connector
     */
    public GenericClient client() {
        return client;
    }

    @Override
    public ConnectorDescription describe() {
        List<CapabilityDescription> out = new ArrayList<>();
        out.add(CapabilityDescription.without(
                AssetReader.class, GenericReader.notOffered(config), "one version, the current one"));
        if (offered().contains(AssetWriter.class)) {
            out.add(CapabilityDescription.without(
                    AssetWriter.class,
                    GenericWriter.notOffered(config),
                    "two callers that use one key in the same moment get one asset only where the system refuses the second",
                    "parts of an asset that have no field are left out, its origin too",
                    "the last change wins; a change in between is not noticed"));
        }
        if (offered().contains(RightsReader.class)) {
            out.add(CapabilityDescription.whole(RightsReader.class, "as far as rights have fields"));
        }
        return new ConnectorDescription(config.system(), "A content system by configuration", "any", out);
    }

    @Override
    public ConnectorCheck check() {
        checkOpen();
        client.assets(Map.of(), 1, null);
        return new ConnectorCheck(
                config.system(), null, null, config.options().time().now(), Map.of());
    }

    @Override
    protected void disconnect() {
        client.close();
    }

    /** Names system and address; no secrets. */
    @Override
    public String toString() {
        return "GenericConnector[" + config + "]";
    }
}
