package dev.contentconnect.core.spi;

import java.util.Optional;

/**
 * One configured connection to one system. Safe for use by several threads; open it once and keep it.
 *
 * <p>After {@link #close()} every capability throws {@code IllegalStateException}.
 */
public interface Connector extends AutoCloseable {

    /**
     * The short name of the system, as it stands in {@code SourceRef.system()}.
     *
     * @return for example {@code iconik}
     */
    String system();

    /**
     * What this connector can do with the options it was given. Never touches the network.
     *
     * @return the capabilities and their limits
     */
    ConnectorDescription describe();

    /**
     * Makes one cheap authenticated call.
     *
     * @return who the system takes us for and when it said so
     * @throws dev.contentconnect.core.error.ConnectorException Unauthenticated, Forbidden, RateLimited, Unavailable,
     *     TimedOut, Undecodable; NotFound or Rejected where the endpoint leads to something else
     */
    ConnectorCheck check();

    /**
     * Asks for a capability. Never touches the network.
     *
     * @param capability its interface
     * @param <T> its interface
     * @return the capability, or nothing when the system does not offer it
     */
    <T> Optional<T> find(Class<T> capability);

    /**
     * Asks for a capability that the caller cannot do without. Never touches the network.
     *
     * @param capability its interface
     * @param <T> its interface
     * @return the capability
     * @throws IllegalArgumentException when the system does not offer it; the message names the option that is missing, where
     *     that is all it takes, and lists what it does offer
     */
    default <T> T require(Class<T> capability) {
        return find(capability)
                .orElseThrow(
                        () -> new IllegalArgumentException(system() + " does not offer " + capability.getSimpleName()
                                + "; it offers " + describe().capabilityNames()));
    }

    /** Ends the connector. Calls under way may finish or fail; later ones fail. A second close does nothing. */
    @Override
    void close();
}
