package dev.contentconnect.vip;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts rows in temporary files: memory holds {@value #IN_MEMORY} of them, whatever their number. Equal ones come once.
 * Belongs to one thread.
 */
final class SortedRows implements Closeable {
    static final int IN_MEMORY = 10_000;

    private final List<String> lines = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();

    void add(SnapshotRow row) throws IOException {
        lines.add(row.line());
        if (lines.size() >= IN_MEMORY) {
            spill();
        }
    }

    private void spill() throws IOException {
        Collections.sort(lines);
        Path run = Files.createTempFile("contentconnect-vip-", ".rows");
        runs.add(run);
        try (BufferedWriter out = Files.newBufferedWriter(run, StandardCharsets.UTF_8)) {
            for (String line : lines) {
                out.write(line);
                out.write('\n');
            }
        }
        lines.clear();
    }

    /** Takes lines in their order. */
    interface Sink {
        void accept(String line) throws IOException;
    }

    /** Hands all of them out; may be called again. */
    void forEach(Sink sink) throws IOException {
        Collections.sort(lines);
        List<Run> open = new ArrayList<>();
        try {
            PriorityQueue<Run> next = new PriorityQueue<>(Comparator.comparing(Run::head));
            for (Path run : runs) {
                Run opened = new Run(Files.newBufferedReader(run, StandardCharsets.UTF_8));
                open.add(opened);
                if (opened.advance()) {
                    next.add(opened);
                }
            }
            Run rest = new Run(lines.iterator());
            if (rest.advance()) {
                next.add(rest);
            }
            String before = null;
            while (!next.isEmpty()) {
                Run least = next.remove();
                String line = least.head();
                if (!line.equals(before)) {
                    sink.accept(line);
                    before = line;
                }
                if (least.advance()) {
                    next.add(least);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (Run one : open) {
                one.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        lines.clear();
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }

    /** Lines in order, the least of them at hand. */
    private static final class Run implements Closeable {
        private final Iterator<String> lines;
        private final Closeable source;
        private String head = "";

        Run(BufferedReader reader) {
            this.lines = reader.lines().iterator();
            this.source = reader;
        }

        Run(Iterator<String> lines) {
            this.lines = lines;
            this.source = () -> {};
        }

        String head() {
            return head;
        }

        boolean advance() {
            if (!lines.hasNext()) {
                return false;
            }
            head = lines.next();
            return true;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
