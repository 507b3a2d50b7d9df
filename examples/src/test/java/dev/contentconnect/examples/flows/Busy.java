package dev.contentconnect.examples.flows;

import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Consumer;

/** A connector beside whose calls things happen: it says which capability's method begins or has just ended. */
public record Busy(Connector inner, Consumer<String> meanwhile) implements Connector {
    @Override
    public String system() {
        return inner.system();
    }

    @Override
    public ConnectorDescription describe() {
        return inner.describe();
    }

    @Override
    public ConnectorCheck check() {
        return inner.check();
    }

    @Override
    public <T> Optional<T> find(Class<T> capability) {
        return inner.find(capability)
                .map(found -> capability.cast(Proxy.newProxyInstance(
                        capability.getClassLoader(), new Class<?>[] {capability}, (proxy, method, args) -> {
                            meanwhile.accept(method.getName());
                            try {
                                return method.invoke(found, args);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            } finally {
                                meanwhile.accept(method.getName());
                            }
                        })));
    }

    @Override
    public void close() {}
}
