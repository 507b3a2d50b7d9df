package dev.contentconnect.core.state.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps statements prepared from one transaction to the next. In a file that saves a quarter of the time of a commit: the
 * driver keeps nothing by itself, as those of servers do. A connection and its statements belong to one thread at a time.
 */
final class StatementCache {
    /** A handful are the same for ever; those for arrivals and for parts of the trail differ with what is asked. */
    private static final int MOST = 64;

    private final Map<Connection, Map<String, PreparedStatement>> idle = new ConcurrentHashMap<>();

    /** A statement that is in nobody's hands, or a new one: a walk through rows may ask the same question on its way. */
    PreparedStatement take(Connection connection, String sql) throws SQLException {
        @Nullable PreparedStatement kept = of(connection).remove(sql);
        return kept == null ? connection.prepareStatement(sql) : kept;
    }

    /**
     * Takes a statement back whose result is closed. One that failed is not used again. Values go: each statement would keep
     * the last it was given alive, whole events among them.
     */
    void giveBack(Connection connection, String sql, PreparedStatement statement, boolean sound) throws SQLException {
        if (sound) {
            statement.clearParameters();
        }
        Map<String, PreparedStatement> kept = of(connection);
        @Nullable PreparedStatement tooMany = sound ? kept.put(sql, statement) : statement;
        if (tooMany != null) {
            tooMany.close();
        }
        if (kept.size() > MOST) {
            Iterator<PreparedStatement> all = kept.values().iterator();
            PreparedStatement oldest = all.next();
            all.remove();
            oldest.close();
        }
    }

    /** A connection is about to be closed. Its statements do not show that they end with it, so they are closed before. */
    void forget(Connection connection) throws SQLException {
        @Nullable Map<String, PreparedStatement> kept = idle.remove(connection);
        if (kept != null) {
            for (PreparedStatement each : kept.values()) {
                each.close();
            }
        }
    }

    private Map<String, PreparedStatement> of(Connection connection) {
        return idle.computeIfAbsent(connection, added -> new LinkedHashMap<>());
    }
}
