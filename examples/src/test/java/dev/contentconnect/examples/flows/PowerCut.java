package dev.contentconnect.examples.flows;

import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.StateTransaction;
import dev.contentconnect.core.state.StateView;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ends the process at one of the moments at which a call to a system or to the store begins or has just ended. */
final class PowerCut {
    private final int moment;
    private int passed;

    /** @param moment counted from 0; each call has two, before its effect and after it */
    PowerCut(int moment) {
        this.moment = moment;
    }

    static PowerCut never() {
        return new PowerCut(-1);
    }

    Connector on(Connector connector) {
        return (Connector) Proxy.newProxyInstance(
                Connector.class.getClassLoader(), new Class<?>[] {Connector.class}, (proxy, method, args) -> {
                    if (method.getName().equals("require")) {
                        return capability((Class<?>) args[0], connector.require((Class<?>) args[0]));
                    }
                    if (method.getName().equals("find")) {
                        Class<?> type = (Class<?>) args[0];
                        Optional<?> found = connector.find(type);
                        return found.map(capability -> capability(type, capability));
                    }
                    return method.invoke(connector, args);
                });
    }

    StateStore on(StateStore store) {
        return new StateStore() {
            @Override
            public <T extends @Nullable Object> T transact(Function<StateTransaction, T> work) {
                tick();
                T result = store.transact(work);
                tick();
                return result;
            }

            @Override
            public <T extends @Nullable Object> T read(Function<StateView, T> work) {
                return store.read(work);
            }

            @Override
            public void close() {}
        };
    }

    /** A moment after each request, token requests among them: the system did it and nobody heard the answer. */
    HttpStep onRequests() {
        return (call, next) -> {
            HttpReply reply = next.proceed(call);
            tick();
            return reply;
        };
    }

    private Object capability(Class<?> type, Object capability) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            tick();
            Object result = invoke(capability, method, args);
            tick();
            return result;
        });
    }

    private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void tick() {
        if (passed++ == moment) {
            throw new Killed();
        }
    }

    /** Not an exception that anybody could mean to catch. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
