package dev.contentconnect.bench;

import dev.contentconnect.bench.UploadContender.Name;
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
 * An upload to Aprimo in segments of 20 MB, through the connector and in a bare loop over the JDK's client. Arguments, all
 * optional: {@code rounds=3}; {@code bytes=2147483648}; {@code report=file.md}. Contenders take turns, each in a fresh process;
 * both must have made as many requests but for the one for a token, and have sent all bytes, or the run fails.
 *
 * <pre>
 * mvn -q -B -Pbench -pl examples/benchmark -am -DskipTests -Dbench.report=aprimo.md \
 *     -Dbench.main=dev.contentconnect.bench.AprimoBenchmark verify
 * </pre>
 */
public final class AprimoBenchmark {
    private static final Path HOME = Path.of(System.getProperty("java.home"));

    private AprimoBenchmark() {}

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
        long bytes = Long.parseLong(option(args, "bytes", Long.toString(2L << 30)));
        Map<Name, List<Usage>> usages = new EnumMap<>(Name.class);
        try (ChildJvm process = ChildJvm.start(HOME, UploadServer.class, List.of())) {
            String port = process.line(line -> line.startsWith("PORT ")).substring(5);
            URI server = URI.create("http://127.0.0.1:" + port);
            List<Name> order = new ArrayList<>(List.of(Name.values()));
            for (int round = 1; round <= rounds; round++) {
                for (Name name : order) {
                    System.err.printf("upload, round %d of %d: %s%n", round, rounds, name.label());
                    usages.computeIfAbsent(name, unused -> new ArrayList<>()).add(measure(server, name, bytes));
                }
                Collections.rotate(order, 1);
            }
        }
        String text = report(rounds, bytes, usages);
        String report = option(args, "report", "");
        if (!report.isEmpty()) {
            Files.writeString(Path.of(report), text, StandardCharsets.UTF_8);
        }
        return text;
    }

    private static Usage measure(URI server, Name name, long bytes) throws IOException {
        List<String> args = List.of(server.toString(), name.name(), Long.toString(bytes));
        try (ChildJvm worker = ChildJvm.start(HOME, UploadWorker.class, args)) {
            Usage usage = Usage.parse(worker.line(Usage::isLine));
            long segments = (bytes + UploadContender.SEGMENT - 1) / UploadContender.SEGMENT;
            // Its beginning, its segments and its end; the token was had while warming up.
            Contents.expect(segments + 2, PlainServer.ask(server, "requests"));
            return usage;
        }
    }

    private static String report(int rounds, long bytes, Map<Name, List<Usage>> usages) {
        Usage ours = Usage.median(Objects.requireNonNull(usages.get(Name.CONNECTOR)));
        Usage theirs = Usage.median(Objects.requireNonNull(usages.get(Name.BARE)));
        StringBuilder rows = new StringBuilder();
        for (Name name : Name.values()) {
            Usage usage = name == Name.CONNECTOR ? ours : theirs;
            rows.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f MB/s | %.2f s | %.2f s | %.0f MB | %.0f MB |%n",
                    name.label(),
                    bytes / 1e6 / (usage.wallNanos() / 1e9),
                    usage.wallNanos() / 1e9,
                    usage.cpuNanos() / 1e9,
                    usage.peakHeap() / 1e6,
                    usage.heapGrowth() / 1e6));
        }
        return String.format(
                Locale.ROOT,
                """
                Medians of %d round(s), Java %s, %d processors; %,d bytes in segments of %,d

                | upload | throughput | wall | CPU | peak heap | above what was there before |
                |---|---|---|---|---|---|
                %s
                Throughput of the connector as a multiple of the bare loop: %.2f
                """,
                rounds,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                bytes,
                UploadContender.SEGMENT,
                rows,
                (double) theirs.wallNanos() / ours.wallNanos());
    }
}
