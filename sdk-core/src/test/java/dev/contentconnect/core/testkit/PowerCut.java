package dev.contentconnect.core.testkit;

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

/**
 * Ends the process at one of the moments at which a call to a system or to the store begins or has just ended. What went
 * through it is dead from then on: no call arrives any more. Safe for several threads, such as those of a
 * {@code FeedRunner}: which call the moment falls on may differ from run to run then. What such a runner holds stays its
 * own until its {@code hold} has passed, as after any crash.
 */
public final class PowerCut {
    private final int moment;
    private int passed;
    private boolean dead;

    /**
     * A power cut to come.
     *
     * @param moment counted from 0; each call has two, before its effect and after it
     */
    public PowerCut(int moment) {
        this.moment = moment;
    }

    /**
     * No power cut.
     *
     * @return lets every call through
     */
    public static PowerCut never() {
        return new PowerCut(-1);
    }

    /**
     * Whether the power went off. It may have ended in another exception than {@link Killed}, where a body was being sent.
     *
     * @return whether the moment has come
     */
    public synchronized boolean happened() {
        return dead;
    }

    /**
     * A connector whose capabilities are cut off.
     *
     * @param connector does the work
     * @return the same connector until the cut
     */
    public Connector on(Connector connector) {
        return (Connector) Proxy.newProxyInstance(
                Connector.class.getClassLoader(), new Class<?>[] {Connector.class}, (proxy, method, args) -> {
                    if (method.getName().equals("require")) {
                        return onAny((Class<?>) args[0], connector.require((Class<?>) args[0]));
                    }
                    if (method.getName().equals("find")) {
                        Class<?> type = (Class<?>) args[0];
                        return found(type, connector.find(type));
                    }
                    return method.invoke(connector, args);
                });
    }

    private Optional<Object> found(Class<?> type, Optional<?> capability) {
        return capability.map(one -> onAny(type, one));
    }

    /**
     * A store that is cut off. Reads are no moments of their own: they have no effect.
     *
     * @param store does the work; not closed through this one
     * @return the same store until the cut
     */
    public StateStore on(StateStore store) {
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
                breathe();
                return store.read(work);
            }

            @Override
            public void close() {}
        };
    }

    /**
     * A moment after each request, token requests among them: the system did it and nobody heard the answer.
     *
     * @return a step for a connector's configuration
     */
    public HttpStep onRequests() {
        return (call, next) -> {
            HttpReply reply = next.proceed(call);
            tick();
            return reply;
        };
    }

    /**
     * Anything with an interface, cut off.
     *
     * @param type the interface
     * @param target does the work
     * @param <T> the interface
     * @return the same thing until the cut
     */
    public <T> T on(Class<T> type, T target) {
        return type.cast(onAny(type, target));
    }

    private Object onAny(Class<?> type, Object target) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            tick();
            Object result = invoke(target, method, args);
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

    private synchronized void breathe() {
        if (dead) {
            throw new Killed();
        }
    }

    private synchronized void tick() {
        breathe();
        if (passed++ == moment) {
            dead = true;
            throw new Killed();
        }
    }

    /** Not an exception that anybody could mean to catch. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        private Killed() {
            super("the power is off");
        }
    }
}
