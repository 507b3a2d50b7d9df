package dev.contentconnect.core.state.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** Keeps one connection for ever, as a pool of one does, counts who has it, and lets chosen calls fail. */
final class WatchedSource {
    private final Connection kept;
    private final Set<String> failing = new HashSet<>();
    private int out;

    WatchedSource(DataSource source) throws SQLException {
        this.kept = source.getConnection();
    }

    Connection kept() {
        return kept;
    }

    int out() {
        return out;
    }

    void fail(String method) {
        failing.add(method);
    }

    DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> lend());
    }

    private Connection lend() {
        out++;
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (failing.contains(method.getName())) {
                        throw new SQLException(method.getName() + " fails with password=open-sesame", "08006");
                    }
                    if (method.getName().equals("close")) {
                        out--;
                        return null;
                    }
                    try {
                        return method.invoke(kept, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
