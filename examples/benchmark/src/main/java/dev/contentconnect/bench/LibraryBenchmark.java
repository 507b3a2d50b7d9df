package dev.contentconnect.bench;

import dev.contentconnect.bench.LibraryContender.Name;
import dev.contentconnect.bench.LibraryContender.Workload;
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
 * A content library through its connector, and through the JDK's client by hand with the same requests. Arguments, all
 * optional: {@code quick}; {@code rounds=5}; {@code report=file.md}. Contenders take turns, each in a fresh process; both must
 * have made as many requests, or the run fails.
 *
 * <pre>
 * mvn -q -B -Pbench -pl examples/benchmark -am -DskipTests -Dbench.report=library.md \
 *     -Dbench.main=dev.contentconnect.bench.LibraryBenchmark verify
 * </pre>
 */
public final class LibraryBenchmark {
    private final boolean quick;
    private final int rounds;
    private final String report;
    private final StringBuilder ratios = new StringBuilder();
    private final StringBuilder figures = new StringBuilder();

    private LibraryBenchmark(List<String> args) {
        this.quick = args.contains("quick");
        this.rounds = Integer.parseInt(option(args, "rounds", quick ? "1" : "5"));
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

    /** Runs it and gives the table. */
    static String table(String... args) throws IOException {
        return new LibraryBenchmark(List.of(args)).run();
    }

    private String run() throws IOException {
        try (ChildJvm server = ChildJvm.start(home(), LibraryServer.class, List.of())) {
            String port = server.line(line -> line.startsWith("PORT ")).substring(5);
            for (Workload workload : Workload.values()) {
                measure(workload, URI.create("http://127.0.0.1:" + port));
            }
        }
        String text = """
                %s run, medians of %d round(s), Java %s, %d processors

                The connector as a multiple of the code by hand, which makes the same requests; below 1 is less.

                | workload | requests | CPU | wall | allocation | peak heap |
                |---|---|---|---|---|---|
                %s
                Each contender, for one asset.

                | workload | contender | CPU | wall | allocation | peak heap |
                |---|---|---|---|---|---|
                %s""".formatted(
                        quick ? "Quick" : "Full",
                        rounds,
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        ratios,
                        figures);
        if (!report.isEmpty()) {
            Files.writeString(Path.of(report), text, StandardCharsets.UTF_8);
        }
        return text;
    }

    private void measure(Workload workload, URI server) throws IOException {
        Map<Name, List<Usage>> usages = new EnumMap<>(Name.class);
        List<Name> order = new ArrayList<>(List.of(Name.values()));
        long requests = -1;
        for (int round = 1; round <= rounds; round++) {
            for (Name contender : order) {
                System.err.printf("%s, round %d of %d: %s%n", workload.key(), round, rounds, contender.label());
                List<String> args =
                        List.of(server.toString(), contender.name(), workload.name(), quick ? "quick" : "full");
                try (ChildJvm worker = ChildJvm.start(home(), LibraryWorker.class, args)) {
                    Usage usage = Usage.parse(worker.line(Usage::isLine));
                    usages.computeIfAbsent(contender, unused -> new ArrayList<>())
                            .add(usage);
                }
                long made = LibraryServer.requests(server);
                Contents.expect(requests < 0 ? made : requests, made);
                requests = made;
            }
            Collections.rotate(order, 1);
        }
        Map<Name, Usage> medians = new EnumMap<>(Name.class);
        usages.forEach((contender, each) -> medians.put(contender, Usage.median(each)));
        tell(workload, requests, medians);
    }

    private void tell(Workload workload, long requests, Map<Name, Usage> medians) {
        ratios.append("| %s | %d | %s | %s | %s | %s |%n"
                .formatted(
                        workload.title(),
                        requests,
                        ratio(medians, Usage::cpuNanos),
                        ratio(medians, Usage::wallNanos),
                        ratio(medians, Usage::allocatedBytes),
                        ratio(medians, Usage::peakHeap)));
        medians.forEach((contender, usage) -> figures.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.1f µs | %.1f µs | %.1f KB | %.1f MB |%n",
                workload.title(),
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

    private static Path home() {
        return Path.of(System.getProperty("java.home"));
    }
}
