package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.state.TrailEntry;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Puts recorded events in the order of asset, partner, time and recording, in temporary files: memory holds {@value #IN_MEMORY}
 * of them, whatever their number. Belongs to one thread.
 */
final class SortedEvents implements Closeable {
    static final int IN_MEMORY = 5_000;

    /** So many files are open at a time, at most; more are put together first. */
    private static final int MOST_RUNS = 200;

    private final List<Line> lines = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();

    /** Where an event belongs, and the event as it was recorded, on one line. */
    private record Line(String asset, String partner, Instant at, long number, String json) {
        static final Comparator<Line> ORDER = Comparator.comparing(Line::asset)
                .thenComparing(Line::partner)
                .thenComparing(Line::at)
                .thenComparingLong(Line::number);

        static Line read(String text) {
            String[] parts = text.split("\t", 5);
            return new Line(parts[0], parts[1], Instant.parse(parts[2]), Long.parseLong(parts[3]), parts[4]);
        }

        String text() {
            return asset + '\t' + partner + '\t' + at + '\t' + number + '\t' + json;
        }
    }

    /** Takes events in their order. */
    interface Sink {
        void accept(String json) throws IOException;
    }

    void add(String asset, @Nullable String partner, Instant at, TrailEntry entry) throws IOException {
        lines.add(new Line(word(asset), partner == null ? "" : word(partner), at, entry.number(), entry.json()));
        if (lines.size() >= IN_MEMORY) {
            spill();
        }
    }

    /** A name with a tab or a line end in it must not end the column. */
    private static String word(String name) {
        return name.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private void spill() throws IOException {
        lines.sort(Line.ORDER);
        runs.add(write(lines.iterator()));
        lines.clear();
        if (runs.size() >= MOST_RUNS) {
            List<Path> done = List.copyOf(runs);
            Path one = temporary();
            try (BufferedWriter out = Files.newBufferedWriter(one, StandardCharsets.UTF_8)) {
                merge(line -> out.append(line.text()).append('\n'));
            }
            for (Path run : done) {
                Files.delete(run);
            }
            runs.clear();
            runs.add(one);
        }
    }

    private static Path temporary() throws IOException {
        return Files.createTempFile("contentconnect-trail-", ".part");
    }

    private static Path write(Iterator<Line> from) throws IOException {
        Path run = temporary();
        try (BufferedWriter out = Files.newBufferedWriter(run, StandardCharsets.UTF_8)) {
            while (from.hasNext()) {
                out.append(from.next().text()).append('\n');
            }
        }
        return run;
    }

    /** Hands all of them out. */
    void forEach(Sink sink) throws IOException {
        lines.sort(Line.ORDER);
        merge(line -> sink.accept(line.json()));
    }

    private interface Taker {
        void accept(Line line) throws IOException;
    }

    private void merge(Taker taker) throws IOException {
        List<Run> open = new ArrayList<>();
        PriorityQueue<Run> next = new PriorityQueue<>(Comparator.comparing(run -> run.head, Line.ORDER));
        try {
            for (Path run : runs) {
                open.add(new Run(run));
            }
            for (Run run : open) {
                if (run.advance()) {
                    next.add(run);
                }
            }
            int own = 0;
            while (!next.isEmpty() || own < lines.size()) {
                Run least = next.peek();
                if (least == null || (own < lines.size() && Line.ORDER.compare(lines.get(own), least.head) <= 0)) {
                    taker.accept(lines.get(own++));
                } else {
                    next.remove();
                    taker.accept(least.head);
                    if (least.advance()) {
                        next.add(least);
                    }
                }
            }
        } finally {
            for (Run run : open) {
                run.close();
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

    /** A file of lines in order, the least of them at hand. */
    private static final class Run implements Closeable {
        private static final Line NONE = new Line("", "", Instant.EPOCH, 0, "");

        private final BufferedReader reader;
        private Line head = NONE;

        Run(Path file) throws IOException {
            this.reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        }

        boolean advance() throws IOException {
            String text = reader.readLine();
            head = text == null ? NONE : Line.read(text);
            return text != null;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
