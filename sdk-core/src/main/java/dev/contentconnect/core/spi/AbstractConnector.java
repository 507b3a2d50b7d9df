package dev.contentconnect.core.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What all connectors have in common: a set of capabilities, and an end. A connector fills the set in its constructor
 * and says in {@link #describe()} what each of them cannot do.
 */
public abstract class AbstractConnector implements Connector {
    private final String system;
    private final Map<Class<?>, Object> capabilities = new LinkedHashMap<>();
    private final Map<Class<?>, String> needs = new LinkedHashMap<>();
    private volatile boolean closed;

    /**
     * Makes a connector that offers nothing yet.
     *
     * @param system the short name of the system
     */
    protected AbstractConnector(String system) {
        this.system = system;
    }

    /**
     * Adds a capability; only while the connector is being made.
     *
     * @param capability its interface
     * @param implementation what does it
     * @param <T> its interface
     */
    protected final <T> void offer(Class<T> capability, T implementation) {
        capabilities.put(capability, implementation);
    }

    /**
     * Says what turns a capability on that is not always there, for those who ask for it in vain; only while the connector
     * is being made.
     *
     * @param capability its interface
     * @param option the option, or what else it takes, for example {@code webhookSecrets}
     */
    protected final void needs(Class<?> capability, String option) {
        needs.put(capability, option);
    }

    /**
     * The capabilities so far; also after the end.
     *
     * @return their interfaces in the order of {@link #offer}
     */
    protected final Set<Class<?>> offered() {
        return Collections.unmodifiableSet(capabilities.keySet());
    }

    /** Ends the client underneath. Called at each {@link #close()}, so perhaps more than once. */
    protected abstract void disconnect();

    /**
     * Lets only an open connector pass.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    protected final void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the " + system + " connector is closed");
        }
    }

    @Override
    public final String system() {
        return system;
    }

    @Override
    public final <T> Optional<T> find(Class<T> capability) {
        checkOpen();
        return Optional.ofNullable(capabilities.get(capability)).map(capability::cast);
    }

    @Override
    public final <T> T require(Class<T> capability) {
        return find(capability).orElseThrow(() -> {
            String option = needs.get(capability);
            return new IllegalArgumentException(system + " does not offer " + capability.getSimpleName()
                    + (option == null ? "" : " without the option " + option)
                    + "; it offers " + describe().capabilityNames());
        });
    }

    @Override
    public final void close() {
        closed = true;
        disconnect();
    }
}
