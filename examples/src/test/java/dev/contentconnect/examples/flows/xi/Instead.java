package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connector with another capability in the place of one.
 *
 * @param connector does everything else; stays open
 * @param capability which
 * @param other what it offers instead, or null for nothing
 * @param <C> the capability
 */
record Instead<C>(
        Connector connector, Class<C> capability, @Nullable C other) implements Connector {
    @Override
    public String system() {
        return connector.system();
    }

    @Override
    public ConnectorDescription describe() {
        return connector.describe();
    }

    @Override
    public ConnectorCheck check() {
        return connector.check();
    }

    @Override
    public <T> Optional<T> find(Class<T> wanted) {
        return wanted.equals(capability) ? Optional.ofNullable(wanted.cast(other)) : connector.find(wanted);
    }

    @Override
    public void close() {}
}
