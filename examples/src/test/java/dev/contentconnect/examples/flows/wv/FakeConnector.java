package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorCheck;
import dev.contentconnect.core.spi.ConnectorDescription;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/** Offers the capabilities whose methods a fake happens to have; the other methods refuse. */
record FakeConnector(String system, Object fake, List<Class<?>> capabilities) implements Connector {

    @Override
    public <T> Optional<T> find(Class<T> capability) {
        if (!capabilities.contains(capability)) {
            return Optional.empty();
        }
        return Optional.of(capability.cast(Proxy.newProxyInstance(
                capability.getClassLoader(),
                new Class<?>[] {capability},
                (proxy, method, args) -> call(method, args))));
    }

    private Object call(Method method, Object[] args) throws Throwable {
        try {
            Method own = fake.getClass().getDeclaredMethod(method.getName(), method.getParameterTypes());
            return own.invoke(fake, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } catch (NoSuchMethodException e) {
            throw new UnsupportedOperationException(method.toString(), e);
        }
    }

    @Override
    public ConnectorDescription describe() {
        return new ConnectorDescription(
                system,
                "fake",
                "1",
                capabilities.stream().map(CapabilityDescription::whole).toList());
    }

    @Override
    public ConnectorCheck check() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
