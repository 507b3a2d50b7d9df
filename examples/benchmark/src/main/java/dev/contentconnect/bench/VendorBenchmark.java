package dev.contentconnect.bench;

import dev.contentconnect.bench.VendorContender.Listing;
import dev.contentconnect.bench.VendorContender.Name;
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
import java.util.function.ToLongFunction;

/**
 * Long lists of iconik and of Content Server through their connectors, and through the JDK's client by hand with the same
 * requests; and metadata for many assets at iconik's rate limit. Arguments, all optional: {@code rounds=3};
 * {@code hits=1000000}; {@code nodes=100000}; {@code assets=10000}; {@code only=hits,nodes,heap,writes};
 * {@code report=file.md}. Contenders take turns, each in a fresh process; both must have made as many requests, or the run
 * fails.
 *
 * <pre>
 * mvn -q -B -Pbench -pl examples/benchmark -am -DskipTests -Dbench.report=vendors.md \
 *     -Dbench.main=dev.contentconnect.bench.VendorBenchmark verify
 * </pre>
 */
public final class VendorBenchmark {
    private static final Path HOME = Path.of(System.getProperty("java.home"));
    /** Items that are listed before measuring begins: enough for the compiler to have seen everything. */
    private static final int WARM_UP = 50_000;

    private final int rounds;
    private final int hits;
    private final int nodes;
    private final int assets;
    private final List<String> only;
    private final String report;
    private final StringBuilder ratios = new StringBuilder();
    private final StringBuilder figures = new StringBuilder();
    private final StringBuilder heaps = new StringBuilder();
    private String writes = "";

    private VendorBenchmark(List<String> args) {
        this.rounds = Integer.parseInt(option(args, "rounds", "3"));
        this.hits = Integer.parseInt(option(args, "hits", "1000000"));
        this.nodes = Integer.parseInt(option(args, "nodes", "100000"));
        this.assets = Integer.parseInt(option(args, "assets", "10000"));
        this.only = List.of(option(args, "only", "hits,nodes,heap,writes").split(",", -1));
        this.report = option(args, "report", "");
    }

    private static String option(List<String> args, String name, String otherwise) {
        return args.stream()
                .filter(arg -> arg.startsWith(name + "="))
                .map(arg -> arg.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }

    /**
     * Runs it.
     *
     * @param args see the class
     * @throws IOException when a process cannot be started or fails, or the report cannot be written
     */
    public static void main(String[] args) throws IOException {
        System.out.println(table(args));
    }

    /** Runs it and gives the tables. */
    static String table(String... args) throws IOException {
        return new VendorBenchmark(List.of(args)).run();
    }

    private String run() throws IOException {
        try (ChildJvm process = ChildJvm.start(HOME, VendorServer.class, List.of())) {
            String port = process.line(line -> line.startsWith("PORT ")).substring(5);
            URI server = URI.create("http://127.0.0.1:" + port);
            for (Listing listing : Listing.values()) {
                int items = listing == Listing.HITS ? hits : nodes;
                if (only.contains(listing.key())) {
                    compare(listing, items, server);
                }
                if (only.contains("heap")) {
                    weigh(listing, items, server);
                }
            }
            if (only.contains("writes")) {
                writes = new VendorWrites(server, assets).rows();
            }
        }
        String text = """
                Medians of %d round(s), Java %s, %d processors

                The connector as a multiple of the code by hand, which makes the same requests; below 1 is less.

                | listing | requests | CPU | wall | allocation | peak heap |
                |---|---|---|---|---|---|
                %s
                Each contender, for one item.

                | listing | contender | CPU | wall | allocation | peak heap |
                |---|---|---|---|---|---|
                %s
                The connector's heap that is alive, the most of twenty looks on the way.

                | listing | peak heap | above what was there before |
                |---|---|---|
                %s
                Writes within iconik's limit of 50 requests a second; answers take %d ms.

                | writes | requests | wall | requests/s | of what is permitted | turned away |
                |---|---|---|---|---|---|
                %s""".formatted(
                        rounds,
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        ratios,
                        figures,
                        heaps,
                        VendorServer.PAUSE_MILLIS,
                        writes);
        if (!report.isEmpty()) {
            Files.writeString(Path.of(report), text, StandardCharsets.UTF_8);
        }
        return text;
    }

    private void compare(Listing listing, int items, URI server) throws IOException {
        Map<Name, List<Usage>> usages = new EnumMap<>(Name.class);
        List<Name> order = new ArrayList<>(List.of(Name.values()));
        long requests = -1;
        for (int round = 1; round <= rounds; round++) {
            for (Name contender : order) {
                System.err.printf("%s, round %d of %d: %s%n", listing.key(), round, rounds, contender.label());
                usages.computeIfAbsent(contender, unused -> new ArrayList<>())
                        .add(measure(server, contender, listing, items, "cpu"));
                long made = VendorServer.requests(server);
                Contents.expect(requests < 0 ? made : requests, made);
                requests = made;
            }
            Collections.rotate(order, 1);
        }
        Map<Name, Usage> medians = new EnumMap<>(Name.class);
        usages.forEach((contender, each) -> medians.put(contender, Usage.median(each)));
        tell(listing.title(items), requests, medians);
    }

    private static Usage measure(URI server, Name contender, Listing listing, int items, String what)
            throws IOException {
        int warmUp = Math.max(listing.pageSize(), Math.min(WARM_UP, items));
        List<String> args = List.of(
                server.toString(),
                contender.name(),
                listing.name(),
                Integer.toString(warmUp),
                Integer.toString(items),
                what);
        try (ChildJvm worker = ChildJvm.start(HOME, VendorWorker.class, args)) {
            return Usage.parse(worker.line(Usage::isLine));
        }
    }

    private void tell(String title, long requests, Map<Name, Usage> medians) {
        ratios.append(String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s |%n",
                title,
                requests,
                ratio(medians, Usage::cpuNanos),
                ratio(medians, Usage::wallNanos),
                ratio(medians, Usage::allocatedBytes),
                ratio(medians, Usage::peakHeap)));
        medians.forEach((contender, usage) -> figures.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.1f µs | %.1f µs | %.1f KB | %.1f MB |%n",
                title,
                contender.label(),
                usage.cpuNanos() / 1e3 / usage.calls(),
                usage.wallNanos() / 1e3 / usage.calls(),
                usage.allocatedBytes() / 1e3 / usage.calls(),
                usage.peakHeap() / 1e6)));
    }

    /** The ratio of medians taken in one run, in which both had the same machine. */
    private static String ratio(Map<Name, Usage> medians, ToLongFunction<Usage> of) {
        long ours = of.applyAsLong(Objects.requireNonNull(medians.get(Name.CONNECTOR)));
        long theirs = of.applyAsLong(Objects.requireNonNull(medians.get(Name.BARE)));
        return String.format(Locale.ROOT, "%.2f", (double) ours / Math.max(1, theirs));
    }

    /** A hundredth of the list, and the list. */
    private void weigh(Listing listing, int items, URI server) throws IOException {
        for (int some : new int[] {Math.max(listing.pageSize(), items / 100), items}) {
            System.err.printf(Locale.ROOT, "%s, heap of %,d%n", listing.key(), some);
            Usage usage = measure(server, Name.CONNECTOR, listing, some, "heap");
            heaps.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f MB | %.1f MB |%n",
                    listing.title(some),
                    usage.peakHeap() / 1e6,
                    usage.heapGrowth() / 1e6));
        }
    }
}
