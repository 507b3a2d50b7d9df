package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.internal.Redaction;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateException.Reason;
import java.sql.SQLException;

/**
 * What a failure of the database means.
 *
 * @param reason for the caller
 * @param met whether two transactions met, so that running the work again helps
 * @param quotable whether the driver's words are about the database and not about values or the way to reach it
 */
record Fault(Reason reason, boolean met, boolean quotable) {
    private static final int MAX_QUOTE = 200;

    static Fault rerun() {
        return new Fault(Reason.CONFLICT, true, false);
    }

    static Fault of(Reason reason) {
        return new Fault(reason, false, false);
    }

    static Fault quoted(Reason reason) {
        return new Fault(reason, false, true);
    }

    /**
     * The exception for the caller. Drivers put values of parameters, and URLs with passwords, into their messages; so the
     * cause keeps the stack and the codes of the driver's exception, and its words only where they are harmless.
     */
    StateException exception(SQLException failure) {
        String codes = failure.getClass().getSimpleName() + ", SQLState " + failure.getSQLState() + ", code "
                + failure.getErrorCode();
        String words = quotable ? ": " + Redaction.clean(String.valueOf(failure.getMessage()), MAX_QUOTE) : "";
        SQLException cause = new SQLException(codes + words, failure.getSQLState(), failure.getErrorCode());
        cause.setStackTrace(failure.getStackTrace());
        return new StateException(reason, meaning() + " (" + codes + ")" + words, cause);
    }

    private String meaning() {
        return switch (reason) {
            case CONFLICT -> "two transactions met";
            case FENCED -> "in other hands";
            case UNAVAILABLE -> "the database does not answer; whether a commit under way arrived is not known";
            case FULL -> "the database has no room left; nothing of this transaction was written";
            case CORRUPT -> "the database is damaged";
            case SCHEMA -> "the tables are not those that this library knows";
            case FAILED -> "the database refused";
        };
    }
}
