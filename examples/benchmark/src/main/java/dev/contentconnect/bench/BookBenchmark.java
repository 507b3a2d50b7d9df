package dev.contentconnect.bench;

import dev.contentconnect.bench.BookContender.Name;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A product book of Brand Builder, which comes whole in one answer, through the connector and with the JDK's client and a
 * parser by hand. Arguments, all optional: {@code rounds=3}; {@code products=20000}, which is more than 20 MB;
 * {@code report=file.md}. Contenders take turns, each in a fresh process, once for processor time and once for the heap, which
 * is looked at twenty times on the way after a full collection. Both must have handed out all products in one request, or the
 * run fails.
 *
 * <pre>
 * mvn -q -B -Pbench -pl examples/benchmark -am -DskipTests -Dbench.report=book.md \
 *     -Dbench.main=dev.contentconnect.bench.BookBenchmark verify
 * </pre>
 */
public final class BookBenchmark {
    private static final Path HOME = Path.of(System.getProperty("java.home"));

    private BookBenchmark() {}

    /**
     * Runs it.
     *
     * @param args see the class
     * @throws IOException when a process cannot be started or fails, or the report cannot be written
     */
    public static void main(String[] args) throws IOException {
        System.out.println(table(args));
    }

    private static String option(List<String> args, String name, String otherwise) {
        return args.stream()
                .filter(arg -> arg.startsWith(name + "="))
                .map(arg -> arg.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }

    /** Runs it and gives the table. */
    static String table(String... arguments) throws IOException {
        List<String> args = List.of(arguments);
        int rounds = Integer.parseInt(option(args, "rounds", "3"));
        int products = Integer.parseInt(option(args, "products", "20000"));
        Map<Name, List<Usage>> work = new EnumMap<>(Name.class);
        Map<Name, List<Usage>> heaps = new EnumMap<>(Name.class);
        long bytes;
        try (ChildJvm process = ChildJvm.start(HOME, BookServer.class, List.of())) {
            String port = process.line(line -> line.startsWith("PORT ")).substring(5);
            URI server = URI.create("http://127.0.0.1:" + port);
            BookServer.holds(server, products);
            bytes = BookServer.bytes(server);
            List<Name> order = new ArrayList<>(List.of(Name.values()));
            for (int round = 1; round <= rounds; round++) {
                for (Name name : order) {
                    System.err.printf("book, round %d of %d: %s%n", round, rounds, name.label());
                    add(work, name, measure(server, name, products, "cpu"));
                    add(heaps, name, measure(server, name, products, "heap"));
                }
                Collections.rotate(order, 1);
            }
        }
        String text = report(rounds, products, bytes, work, heaps);
        String report = option(args, "report", "");
        if (!report.isEmpty()) {
            Files.writeString(Path.of(report), text, StandardCharsets.UTF_8);
        }
        return text;
    }

    private static void add(Map<Name, List<Usage>> usages, Name name, Usage usage) {
        usages.computeIfAbsent(name, unused -> new ArrayList<>()).add(usage);
    }

    private static Usage measure(URI server, Name name, int products, String what) throws IOException {
        long before = PlainServer.ask(server, "requests");
        List<String> args = List.of(server.toString(), name.name(), Integer.toString(products), what);
        try (ChildJvm worker = ChildJvm.start(HOME, BookWorker.class, args)) {
            Usage usage = Usage.parse(worker.line(Usage::isLine));
            Contents.expect(BookWorker.READINGS, PlainServer.ask(server, "requests") - before);
            return usage;
        }
    }

    private static String report(
            int rounds, int products, long bytes, Map<Name, List<Usage>> work, Map<Name, List<Usage>> heaps) {
        StringBuilder rows = new StringBuilder();
        Map<Name, Usage> medians = new EnumMap<>(Name.class);
        for (Name name : Name.values()) {
            Usage usage = Usage.median(Objects.requireNonNull(work.get(name)));
            Usage heap = Usage.median(Objects.requireNonNull(heaps.get(name)));
            medians.put(name, usage);
            rows.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f µs | %.1f µs | %.1f KB | %.1f MB | %.1f MB |%n",
                    name.label(),
                    usage.cpuNanos() / 1e3 / usage.calls(),
                    usage.wallNanos() / 1e3 / usage.calls(),
                    usage.allocatedBytes() / 1e3 / usage.calls(),
                    heap.peakHeap() / 1e6,
                    heap.heapGrowth() / 1e6));
        }
        Usage ours = Objects.requireNonNull(medians.get(Name.CONNECTOR));
        Usage theirs = Objects.requireNonNull(medians.get(Name.BARE));
        return String.format(
                Locale.ROOT,
                """
                Medians of %d round(s), Java %s, %d processors; %,d products, %,d bytes in one answer

                | a product | CPU | wall | allocation | peak heap that is alive | above what was there before |
                |---|---|---|---|---|---|
                %s
                The connector as a multiple of the code by hand: CPU %.2f, wall %.2f, allocation %.2f
                """,
                rounds,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                products,
                bytes,
                rows,
                ratio(ours.cpuNanos(), theirs.cpuNanos()),
                ratio(ours.wallNanos(), theirs.wallNanos()),
                ratio(ours.allocatedBytes(), theirs.allocatedBytes()));
    }

    private static double ratio(long ours, long theirs) {
        return (double) ours / Math.max(1, theirs);
    }
}
