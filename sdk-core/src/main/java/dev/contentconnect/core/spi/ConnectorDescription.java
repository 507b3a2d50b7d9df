package dev.contentconnect.core.spi;

import java.util.List;
import java.util.Optional;

/**
 * What a connector can do.
 *
 * @param system the short name, for example {@code iconik}
 * @param title the name people use, for example {@code iconik}
 * @param apiVersion the version of the vendor's API that is spoken
 * @param capabilities what it offers
 */
public record ConnectorDescription(
        String system, String title, String apiVersion, List<CapabilityDescription> capabilities) {

    /**
     * Makes a description; the list is copied.
     *
     * @param system the short name, for example {@code iconik}
     * @param title the name people use, for example {@code iconik}
     * @param apiVersion the version of the vendor's API that is spoken
     * @param capabilities what it offers
     */
    public ConnectorDescription {
        capabilities = List.copyOf(capabilities);
    }

    /**
     * The names of what is offered.
     *
     * @return simple interface names, in order
     */
    public List<String> capabilityNames() {
        return capabilities.stream().map(c -> c.type().getSimpleName()).toList();
    }

    /**
     * One capability.
     *
     * @param type its interface
     * @return its description, or nothing when it is not offered
     */
    public Optional<CapabilityDescription> capability(Class<?> type) {
        return capabilities.stream().filter(c -> c.type().equals(type)).findFirst();
    }
}
