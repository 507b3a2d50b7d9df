package dev.contentconnect.core.json;

import dev.contentconnect.core.model.CaseEvent;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A trail of case events in a file, one JSON document of {@link CanonicalJson} a line, oldest first. Appended to, never
 * rewritten. Each event is one write to the file, so that a crash can cut off the last line at most; such a rest is
 * passed over in reading and cut away before the next appending. One writer at a time; its methods are safe for several
 * threads.
 */
public final class CaseEventLines implements Closeable {
    private static final byte[] BEGINNING =
            "{\"schema\":\"contentconnect/case-event/".getBytes(StandardCharsets.US_ASCII);

    private final RandomAccessFile file;

    private CaseEventLines(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Opens a trail for appending; makes the file when there is none.
     *
     * @param trail the file; its folder exists
     * @return the open trail
     * @throws IOException when the file cannot be opened or written, or ends with what is neither a line nor the beginning of
     *     an event: it is another's then, and left as it is
     */
    public static CaseEventLines append(Path trail) throws IOException {
        RandomAccessFile file = new RandomAccessFile(trail.toFile(), "rw");
        try {
            long end = endOfLastLine(file);
            requireRestOfEvent(file, end);
            file.setLength(end);
            file.seek(end);
            return new CaseEventLines(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Reads a trail lazily.
     *
     * @param trail the file
     * @return oldest first; close the stream. A line that is not a case event is a {@link JsonException} naming the line
     *     number, unless it is the last and lacks its line end: then a crash cut it off, and the stream ends before it.
     *     A failing file is an {@link UncheckedIOException}.
     * @throws IOException when the file cannot be opened
     */
    public static Stream<CaseEvent> read(Path trail) throws IOException {
        BufferedReader reader = Files.newBufferedReader(trail, StandardCharsets.ISO_8859_1);
        Iterator<CaseEvent> events = new CaseEventLineIterator(reader);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(events, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(() -> {
                    try {
                        reader.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /**
     * Adds an event to the end. An interrupted thread may add too: what ended a flow belongs into its trail.
     *
     * @param event what happened
     * @throws IOException when the file cannot be written; what was written of the event is taken away again, as far as
     *     the file lets us
     */
    public synchronized void add(CaseEvent event) throws IOException {
        byte[] json = CanonicalJson.write(event);
        byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        long end = file.getFilePointer();
        try {
            // Not through the channel: an interrupt would close it for every other thread as well.
            file.write(line);
        } catch (IOException e) {
            takeBack(end, e);
            throw e;
        }
    }

    /** Half a line, as a full disk leaves it, must not become the beginning of the next one. */
    private void takeBack(long end, IOException why) {
        try {
            file.setLength(end);
            file.seek(end);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    /** What a crash has left is the beginning of an event, or zeros where the file system had not got to it. */
    private static void requireRestOfEvent(RandomAccessFile file, long from) throws IOException {
        byte[] rest = new byte[(int) Math.min(BEGINNING.length, file.length() - from)];
        file.seek(from);
        file.readFully(rest);
        for (int i = 0; i < rest.length; i++) {
            if (rest[i] != BEGINNING[i] && rest[i] != 0) {
                throw new IOException(
                        "the file does not end with a line of a trail; it may be another's and is left as it is");
            }
        }
    }

    private static long endOfLastLine(RandomAccessFile file) throws IOException {
        byte[] block = new byte[8192];
        long end = file.length();
        while (end > 0) {
            long start = Math.max(0, end - block.length);
            int count = (int) (end - start);
            file.seek(start);
            file.readFully(block, 0, count);
            for (int i = count - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }
}
