package dev.contentconnect.core.report;

import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailCheck;
import dev.contentconnect.core.state.TrailEntry;
import dev.contentconnect.core.state.TrailHead;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A file that {@link TrailExport} wrote. Which of its forms it has is seen from its beginning. Immutable; each call reads
 * the file anew, row by row, with flat memory. Safe for several threads.
 */
public final class TrailFile {
    private final Path file;
    private final boolean formulas;

    private TrailFile(Path file, boolean formulas) {
        this.file = file;
        this.formulas = formulas;
    }

    /**
     * A file; not opened yet.
     *
     * @param file where it is
     * @return the file
     */
    public static TrailFile of(Path file) {
        return new TrailFile(file, false);
    }

    /**
     * The same file, known to be written with {@link TrailExport#withFormulasKept}: an apostrophe before a formula belongs
     * to the text.
     *
     * @return another value
     */
    public TrailFile withFormulasKept() {
        return new TrailFile(file, true);
    }

    /**
     * What happened, in the order of recording.
     *
     * @return lazy; close it. A row that holds no event or was cut off is a {@link JsonException} that names the row, a
     *     failing file an {@link UncheckedIOException}
     * @throws IOException when the file cannot be opened
     */
    public Stream<CaseEvent> events() throws IOException {
        return stream(TrailRows::nextEvent);
    }

    /**
     * Entries with their place in the trail, of a chained file, in the order of recording.
     *
     * @return lazy; close it. A row that holds no entry, was cut off, or shows in its columns something else than its
     *     document says is a {@link JsonException} that names the row; a failing file is an {@link UncheckedIOException}
     * @throws IOException when the file cannot be opened
     */
    public Stream<TrailEntry> entries() throws IOException {
        return stream(TrailRows::nextEntry);
    }

    /**
     * Works the hashes of a chained file out again.
     *
     * @param chain with the key the trail was recorded under, if any
     * @param after the end of the trail before the first row; {@link TrailHead#EMPTY} for an export from the first entry
     *     on
     * @param known an end of the trail that was kept elsewhere, such as {@link Exported#last}; {@link TrailHead#EMPTY} where
     *     there is none. Without one, a file that ends too early looks whole
     * @return what was found; a row that cannot be read is a problem like any other
     * @throws IOException when the file cannot be read
     */
    public TrailCheck check(TrailChain chain, TrailHead after, TrailHead known) throws IOException {
        long[] read = {0};
        try (Stream<TrailEntry> entries = entries()) {
            return TrailCheck.of(entries.peek(entry -> read[0]++), chain, after, known);
        } catch (JsonException | StateException unreadable) {
            return new TrailCheck(read[0], unreadable.getMessage());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private <T> Stream<T> stream(Function<TrailRows, @Nullable T> next) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        try {
            TrailRows rows = TrailRows.of(reader, formulas);
            Iterator<T> iterator = new RowIterator<>(() -> next.apply(rows));
            return StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL),
                            false)
                    .onClose(() -> {
                        try {
                            reader.close();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (CharacterCodingException e) {
            reader.close();
            throw new JsonException("line 1 or one of the next is not UTF-8");
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }
}
