package dev.contentconnect.core.spi;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The connectors on the class path. Immutable and safe for several threads. */
public final class Connectors {
    private final Map<String, ConnectorFactory> factories;

    private Connectors(Map<String, ConnectorFactory> factories) {
        this.factories = factories;
    }

    /**
     * Finds the connectors on the class path of the calling thread's context; where that has none, as on the common pool of an
     * application in one jar, on the class path of the SDK.
     *
     * @return the registry
     * @throws IllegalStateException when two factories claim the same system
     */
    public static Connectors discover() {
        Connectors ofThread = of(ServiceLoader.load(ConnectorFactory.class));
        return ofThread.systems().isEmpty()
                ? of(ServiceLoader.load(ConnectorFactory.class, Connectors.class.getClassLoader()))
                : ofThread;
    }

    /**
     * A registry of given factories.
     *
     * @param factories one for each system
     * @return the registry
     * @throws IllegalStateException when two factories claim the same system
     */
    public static Connectors of(Iterable<ConnectorFactory> factories) {
        Map<String, ConnectorFactory> bySystem = new TreeMap<>();
        for (ConnectorFactory factory : factories) {
            ConnectorFactory other = bySystem.putIfAbsent(factory.system(), factory);
            if (other != null) {
                throw new IllegalStateException("two connectors for " + factory.system() + ": "
                        + other.getClass().getName() + " and "
                        + factory.getClass().getName());
            }
        }
        return new Connectors(bySystem);
    }

    /**
     * The systems that can be opened.
     *
     * @return short names in alphabetical order
     */
    public List<String> systems() {
        return List.copyOf(factories.keySet());
    }

    /**
     * Opens a connector. Never touches the network.
     *
     * @param system its short name
     * @param options option names and values as the module's README lists them
     * @return a connector, ready for use
     * @throws IllegalArgumentException when there is no such connector on the class path, or an option is wrong
     */
    public Connector open(String system, Map<String, String> options) {
        return open(system, options, HostServices.defaults());
    }

    /**
     * Opens a connector with services of the host. Never touches the network.
     *
     * @param system its short name
     * @param options option names and values as the module's README lists them
     * @param host what the host application brings along
     * @return a connector, ready for use
     * @throws IllegalArgumentException when there is no such connector on the class path, or an option is wrong
     */
    public Connector open(String system, Map<String, String> options, HostServices host) {
        ConnectorFactory factory = factories.get(system);
        if (factory == null) {
            throw new IllegalArgumentException(
                    "no connector for \"" + system + "\" on the class path; there are " + factories.keySet());
        }
        return factory.create(options, host);
    }
}
