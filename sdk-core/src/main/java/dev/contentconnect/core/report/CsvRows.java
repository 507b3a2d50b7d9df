package dev.contentconnect.core.report;

import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.TrailEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file. */
final class CsvRows implements TrailRows {
    private final Csv csv;
    private final boolean formulas;
    private final List<@Nullable String> header;
    private final boolean chained;

    CsvRows(BufferedReader in, boolean formulas) throws IOException {
        this.csv = new Csv(in);
        this.formulas = formulas;
        List<@Nullable String> first = csv.read();
        this.header = first == null ? List.of() : first;
        this.chained = header.equals(CsvLines.chainedHeader());
        if (!chained && !header.equals(CsvLines.EVENT)) {
            throw new JsonException("the file is neither JSON lines nor CSV with the header of an export");
        }
    }

    @Override
    public @Nullable CaseEvent nextEvent() {
        if (chained) {
            TrailEntry entry = nextEntry();
            return entry == null ? null : entry.event();
        }
        List<@Nullable String> cells = cells();
        return cells == null ? null : event(cells, 0);
    }

    @Override
    public @Nullable TrailEntry nextEntry() {
        if (!chained) {
            throw new JsonException("the file was not exported with the chain");
        }
        List<@Nullable String> cells = cells();
        if (cells == null) {
            return null;
        }
        TrailEntry entry =
                JsonLines.entry("row " + csv.row(), cell(cells, 0), cell(cells, 1), hash(cells), json(cells));
        List<@Nullable String> said = new ArrayList<>();
        for (String cell : CsvLines.cells(entry.event())) {
            said.add(asWritten(cell));
        }
        if (!said.equals(cells.subList(2, 2 + said.size()))) {
            throw csv.refusal("shows something else than its document says");
        }
        return entry;
    }

    /** Half of a surrogate pair has no form in UTF-8: a cell shows a question mark where the document has an escape. */
    private static @Nullable String asWritten(@Nullable String cell) {
        return cell == null ? null : new String(cell.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String json(List<@Nullable String> cells) {
        return cell(cells, cells.size() - 1);
    }

    private static String hash(List<@Nullable String> cells) {
        return cell(cells, cells.size() - 2);
    }

    private static String cell(List<@Nullable String> cells, int at) {
        String cell = cells.get(at);
        return cell == null ? "" : cell;
    }

    private CaseEvent event(List<@Nullable String> cells, int first) {
        try {
            return CsvLines.event(cells, first);
        } catch (IllegalArgumentException | java.time.DateTimeException | JsonException refused) {
            throw csv.refusal("does not hold an event");
        }
    }

    private @Nullable List<@Nullable String> cells() {
        try {
            List<@Nullable String> row = csv.read();
            if (row == null) {
                return null;
            }
            if (row.size() != header.size()) {
                throw csv.refusal("has " + row.size() + " cells instead of " + header.size());
            }
            List<@Nullable String> cells = new ArrayList<>(row.size());
            for (String cell : row) {
                cells.add(cell == null || formulas ? cell : Csv.revived(cell));
            }
            return cells;
        } catch (java.nio.charset.CharacterCodingException e) {
            throw csv.refusal("or one of the next is not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
