package dev.contentconnect.core.report;

import dev.contentconnect.core.json.JsonException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV by RFC 4180. An absent value is an empty cell without quotes, an empty text one with quotes. */
final class Csv {
    /** The longest row that is read, in characters: as much as one JSON text may hold. */
    static final int MAX_ROW = 64 << 20;

    /** Signs with which a formula may begin in one spreadsheet or another; the last four are full-width forms. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final Reader in;
    private int next;
    private long row;
    private int size;

    Csv(Reader in) throws IOException {
        this.in = in;
        next = in.read();
        if (next == '\uFEFF') {
            next = in.read();
        }
    }

    static void write(List<@Nullable String> cells, boolean formulas, Writer out) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            String cell = cells.get(i);
            if (cell != null) {
                write(formulas || !isFormula(cell) ? cell : "'" + cell, out);
            }
        }
        out.append("\r\n");
    }

    private static void write(String cell, Writer out) throws IOException {
        boolean plain = !cell.isEmpty() && !cell.isBlank();
        for (int i = 0; i < cell.length() && plain; i++) {
            char c = cell.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        if (plain) {
            out.append(cell);
        } else {
            out.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
    }

    /** With apostrophes before it too, so that taking one away gives back what was there. */
    private static boolean isFormula(String cell) {
        int at = 0;
        while (at < cell.length() && cell.charAt(at) == '\'') {
            at++;
        }
        return at < cell.length() && FORMULA.indexOf(cell.charAt(at)) >= 0;
    }

    /** Takes away the apostrophe that writing put there. */
    static String revived(String cell) {
        return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
    }

    /** The number of the row read last, 1 for the header. */
    long row() {
        return row;
    }

    /** The next row as written; null at the end. */
    @Nullable List<@Nullable String> read() throws IOException {
        if (next < 0) {
            return null;
        }
        row++;
        size = 0;
        List<@Nullable String> cells = new ArrayList<>();
        while (true) {
            cells.add(next == '"' ? quoted() : bare());
            if (next == ',') {
                next = in.read();
            } else if (next == '\r' || next == '\n') {
                endOfLine();
                return cells;
            } else if (next < 0) {
                throw refusal("was cut off");
            } else {
                throw refusal("holds text behind a quoted cell");
            }
        }
    }

    private @Nullable String bare() throws IOException {
        StringBuilder text = new StringBuilder();
        while (next >= 0 && next != ',' && next != '\r' && next != '\n') {
            take(text);
        }
        return text.isEmpty() ? null : text.toString();
    }

    private String quoted() throws IOException {
        StringBuilder text = new StringBuilder();
        next = in.read();
        while (true) {
            if (next < 0) {
                throw refusal("was cut off");
            }
            if (next == '"') {
                next = in.read();
                if (next != '"') {
                    return text.toString();
                }
            }
            take(text);
        }
    }

    private void take(StringBuilder text) throws IOException {
        if (++size > MAX_ROW) {
            throw refusal("is longer than " + MAX_ROW + " characters");
        }
        text.append((char) next);
        next = in.read();
    }

    private void endOfLine() throws IOException {
        boolean cr = next == '\r';
        next = in.read();
        if (cr && next == '\n') {
            next = in.read();
        }
    }

    JsonException refusal(String what) {
        return new JsonException("row " + row + " " + what);
    }
}
