package dev.contentconnect.core.report;

import dev.contentconnect.core.internal.PartFile;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateView;
import dev.contentconnect.core.state.TrailEntry;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.state.TrailQuery;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Writes the audit trail for people outside: as JSON lines, which lose nothing, or as CSV for spreadsheets. Entry by entry,
 * with flat memory, in the order of recording. Immutable; safe for several threads.
 *
 * <p>A chained export carries number, time of recording and hash of each entry, so that {@link TrailFile#check} can work
 * the chain out again without the store. That needs all entries of the range: an export by case or by time has gaps, and
 * the check says so.
 */
public final class TrailExport {
    private final boolean csv;
    private final boolean chained;
    private final boolean formulas;
    private final boolean byteOrderMark;

    private TrailExport(boolean csv, boolean chained, boolean formulas, boolean byteOrderMark) {
        this.csv = csv;
        this.chained = chained;
        this.formulas = formulas;
        this.byteOrderMark = byteOrderMark;
    }

    /**
     * One canonical JSON document a line, as recorded, in UTF-8; {@code CaseEventLines.read} reads it too. A chained
     * export adds the member {@code trail} to the end of each document.
     *
     * @return the export, not chained
     */
    public static TrailExport jsonLines() {
        return new TrailExport(false, false, false, false);
    }

    /**
     * CSV by RFC 4180 in UTF-8, with a header. An absent value is an empty cell, an empty text a quoted one. Extensions
     * are JSON in a cell. A chained export begins with the columns {@code number} and {@code recordedAt} and ends with
     * {@code hash} and {@code json}, the document as recorded.
     *
     * <p>Cells that a spreadsheet could take for a formula begin with an apostrophe: see {@link #withFormulasKept}.
     *
     * @return the export, not chained
     */
    public static TrailExport csv() {
        return new TrailExport(true, false, false, false);
    }

    /**
     * With number, time of recording and hash of each entry.
     *
     * @return another export
     */
    public TrailExport chained() {
        return new TrailExport(csv, true, formulas, byteOrderMark);
    }

    /**
     * Writes cells as they are. Otherwise a cell that begins with {@code = + - @}, a tab, a line end or a full-width form
     * of these signs gets an apostrophe in front, because spreadsheets run such cells as formulas, and whoever may
     * comment on an asset could have one run. Reading with {@link TrailFile} takes the apostrophe away again. For files
     * that only programs read. Of no effect on JSON lines.
     *
     * @return another export
     */
    public TrailExport withFormulasKept() {
        return new TrailExport(csv, chained, true, byteOrderMark);
    }

    /**
     * Begins a CSV file with a byte order mark, by which some spreadsheets know UTF-8. Of no effect on JSON lines.
     *
     * @return another export
     */
    public TrailExport withByteOrderMark() {
        return new TrailExport(csv, chained, formulas, true);
    }

    /**
     * Writes to a file, which takes its place when it is whole; one that was there is replaced.
     *
     * @param view where the trail is
     * @param query which entries
     * @param target the file; its folder exists
     * @return what was written
     * @throws UncheckedIOException when the file cannot be written; an older one is left as it was
     * @throws StateException when the trail cannot be read, CORRUPT also when an entry does not hold a document on one line
     */
    public Exported write(StateView view, TrailQuery query, Path target) {
        try {
            Path part = PartFile.beside(target);
            try {
                Exported exported;
                try (OutputStream out = Files.newOutputStream(part)) {
                    exported = write(view, query, out);
                }
                PartFile.replace(part, target);
                return exported;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes to a stream.
     *
     * @param view where the trail is
     * @param query which entries
     * @param out flushed, not closed
     * @return what was written
     * @throws UncheckedIOException when the stream cannot be written
     * @throws StateException when the trail cannot be read, CORRUPT also when an entry does not hold a document on one line
     */
    public Exported write(StateView view, TrailQuery query, OutputStream out) {
        Writer writer = new BufferedWriter(
                new OutputStreamWriter(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8), 1 << 14);
        Lines lines = csv ? new CsvLines(chained, formulas) : new JsonLines(chained);
        try {
            if (csv && byteOrderMark) {
                writer.write('\uFEFF');
            }
            lines.begin(writer);
            Walk walk = new Walk(writer, lines);
            view.trail(query, walk);
            writer.flush();
            return new Exported(walk.entries, walk.last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How one entry looks in a file. */
    interface Lines {
        default void begin(Writer out) throws IOException {}

        void write(TrailEntry entry, Writer out) throws IOException;
    }

    private static final class Walk implements Consumer<TrailEntry> {
        private final Writer out;
        private final Lines lines;
        private long entries;
        private TrailHead last = TrailHead.EMPTY;

        Walk(Writer out, Lines lines) {
            this.out = out;
            this.lines = lines;
        }

        @Override
        public void accept(TrailEntry entry) {
            String json = entry.json();
            if (!json.startsWith("{") || !json.endsWith("}") || json.indexOf('\n') >= 0 || json.indexOf('\r') >= 0) {
                throw new StateException(
                        StateException.Reason.CORRUPT,
                        "entry " + entry.number() + " of the audit trail does not hold a document on one line",
                        null);
            }
            try {
                lines.write(entry, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            entries++;
            last = new TrailHead(entry.number(), entry.hash());
        }
    }
}
