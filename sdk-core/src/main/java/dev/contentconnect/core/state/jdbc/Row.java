package dev.contentconnect.core.state.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of an answer; columns count from 1. */
final class Row {
    private final ResultSet columns;

    Row(ResultSet columns) {
        this.columns = columns;
    }

    String text(int column) throws SQLException {
        String value = textOrNull(column);
        if (value == null) {
            throw new IllegalArgumentException("column " + column + " is empty");
        }
        return value;
    }

    @Nullable String textOrNull(int column) throws SQLException {
        String value = columns.getString(column);
        return value == null ? null : Text.decode(value);
    }

    /** A text that may be too long for an index: see {@link Key}. */
    String key(int value, int whole) throws SQLException {
        String text = text(value);
        if (text.indexOf(Text.MARK) < 0) {
            return text;
        }
        String held = textOrNull(whole);
        return held == null ? text : held;
    }

    long number(int column) throws SQLException {
        return columns.getLong(column);
    }

    boolean flag(int column) throws SQLException {
        return columns.getBoolean(column);
    }

    Instant millis(int column) throws SQLException {
        return Instant.ofEpochMilli(columns.getLong(column));
    }

    @Nullable Instant millisOrNull(int column) throws SQLException {
        long value = columns.getLong(column);
        return value == 0 && columns.wasNull() ? null : Instant.ofEpochMilli(value);
    }

    Instant instant(int column) throws SQLException {
        return Instant.parse(text(column));
    }
}
