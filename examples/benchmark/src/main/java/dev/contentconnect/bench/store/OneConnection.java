package dev.contentconnect.bench.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A pool of the simplest kind: it always lends the same connection, and closing that does nothing. */
final class OneConnection {
    private OneConnection() {}

    static DataSource of(Connection connection) {
        InvocationHandler lent = (proxy, method, args) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(connection, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        Connection open = proxy(Connection.class, lent);
        return proxy(DataSource.class, (proxy, method, args) -> open);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(OneConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
