package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Wiring;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The reference connector with one mistake.
 *
 * @param mistake what it does wrong
 * @param check group and name of the check of the contract that must fail, for example {@code Reads.survives}
 * @param config changes the configuration
 * @param connector changes the connector
 * @param list changes the list of the paging checks
 * @param wrong makes a subject that is itself the mistake; null for the one that goes with the changes
 */
record Mutant(
        String mistake,
        String check,
        UnaryOperator<ReferenceConfig.Builder> config,
        BiFunction<ReferenceSubject, Connector, Connector> connector,
        UnaryOperator<Paged<?>> list,
        @Nullable Function<FakeClock, ReferenceSubject> wrong) {

    /** Stands between the contract and one method. */
    interface Middleman {
        /** Does what it wants; the real method is not called unless it calls it. */
        Object call(Real real, Object[] args) throws Throwable;
    }

    /** The real method. */
    interface Real {
        /** Calls it. */
        Object call(Object... args) throws Throwable;

        /** What has the method. */
        Object target();

        /** Calls another method of the same capability. */
        Object sibling(String name, Object... args) throws Throwable;
    }

    static Mutant configured(String mistake, String check, UnaryOperator<ReferenceConfig.Builder> config) {
        return new Mutant(mistake, check, config, (subject, connector) -> connector, list -> list, null);
    }

    static Mutant listing(String mistake, String check, UnaryOperator<Paged<?>> list) {
        return new Mutant(mistake, check, config -> config, (subject, connector) -> connector, list, null);
    }

    static Mutant changed(String mistake, String check, BiFunction<ReferenceSubject, Connector, Connector> connector) {
        return new Mutant(mistake, check, config -> config, connector, list -> list, null);
    }

    /** A mistake in what a connector's tests say of it. */
    static Mutant told(String mistake, String check, Function<FakeClock, ReferenceSubject> wrong) {
        return new Mutant(mistake, check, config -> config, (subject, connector) -> connector, list -> list, wrong);
    }

    /** A mistake in one method of one capability. */
    static Mutant doing(String mistake, String check, Class<?> type, String method, Middleman middleman) {
        return changed(
                mistake,
                check,
                (subject, connector) ->
                        replacing(connector, type, capability -> between(type, capability, method, middleman)));
    }

    ReferenceSubject subject(FakeClock clock) {
        if (wrong != null) {
            return wrong.apply(clock);
        }
        return new ReferenceSubject(clock) {
            @Override
            public Connector connect(Wiring wiring) {
                return connector.apply(
                        this,
                        ReferenceConnector.create(config.apply(config(wiring)).build()));
            }

            @Override
            public Paged<?> list(Connector connector, int pageSize) {
                return list.apply(super.list(connector, pageSize));
            }
        };
    }

    /** The connector with another implementation of one capability. */
    static Connector replacing(Connector connector, Class<?> type, UnaryOperator<Object> change) {
        return (Connector) between(Connector.class, connector, "find", (real, args) -> {
            Optional<?> found = (Optional<?>) real.call(args);
            return args[0] == type ? found.map(change) : found;
        });
    }

    static Object between(Class<?> type, Object real, String name, Middleman middleman) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals("require")) {
                // As the interface's own default does, through the find above.
                return ((Connector) proxy).find((Class<?>) args[0]).orElseThrow(IllegalArgumentException::new);
            }
            return method.getName().equals(name)
                    ? middleman.call(new Called(real, method), args)
                    : invoke(real, method, args);
        });
    }

    private record Called(Object target, Method method) implements Real {
        @Override
        public Object call(Object... args) throws Throwable {
            return invoke(target, method, args);
        }

        @Override
        public Object sibling(String name, Object... args) throws Throwable {
            for (Method other : method.getDeclaringClass().getMethods()) {
                if (other.getName().equals(name)) {
                    return invoke(target, other, args);
                }
            }
            throw new NoSuchMethodException(name);
        }
    }

    private static Object invoke(Object real, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public String toString() {
        return mistake;
    }
}
