package dev.contentconnect.core.report;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.TrailEntry;
import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of an exported file, whatever its form. */
interface TrailRows {
    /** The next event; null at the end. */
    @Nullable CaseEvent nextEvent();

    /** The next entry of a chained file; null at the end. */
    @Nullable TrailEntry nextEntry();

    /** The form that the beginning of the file shows. */
    static TrailRows of(BufferedReader in, boolean formulas) throws IOException {
        in.mark(1);
        int first = in.read();
        if (first < 0) {
            return new JsonRows(in);
        }
        in.reset();
        return first == '{' ? new JsonRows(in) : new CsvRows(in, formulas);
    }
}
