package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.StateException.Reason;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** What the standard's and PostgreSQL's five-letter states mean. */
final class SqlStates {
    private SqlStates() {}

    static Fault fault(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        if (state == null || state.length() != 5) {
            return isConnection(failure) ? Fault.of(Reason.UNAVAILABLE) : Fault.of(Reason.FAILED);
        }
        return switch (state) {
            case "40001", "40P01", "55P03", "23505" -> Fault.rerun();
            case "25006", "25P03", "57014", "57P01", "57P02", "57P03", "57P05", "53300" -> Fault.of(Reason.UNAVAILABLE);
            case "53100", "53400" -> Fault.quoted(Reason.FULL);
            case "42P01", "42703", "3F000" -> Fault.of(Reason.SCHEMA);
            case "58030" -> Fault.quoted(Reason.UNAVAILABLE);
            default -> byClass(state, failure);
        };
    }

    private static Fault byClass(String state, SQLException failure) {
        return switch (state.substring(0, 2)) {
            case "08" -> Fault.of(Reason.UNAVAILABLE);
            case "XX" -> Fault.quoted("XX001".equals(state) || "XX002".equals(state) ? Reason.CORRUPT : Reason.FAILED);
            case "53", "54", "58" -> Fault.quoted(Reason.FAILED);
            default -> isConnection(failure) ? Fault.of(Reason.UNAVAILABLE) : Fault.of(Reason.FAILED);
        };
    }

    private static boolean isConnection(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLTimeoutException;
    }
}
