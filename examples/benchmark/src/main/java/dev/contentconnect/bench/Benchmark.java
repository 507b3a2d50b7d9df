package dev.contentconnect.bench;

import dev.contentconnect.bench.Contender.Name;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the comparison and prints its table. Arguments, all optional: {@code quick}; {@code rounds=5};
 * {@code only=get-1,list}; {@code report=file.md}; {@code jdk21=home of a JDK with virtual threads}.
 */
public final class Benchmark {
    private final boolean quick;
    private final int rounds;
    private final List<Workload> workloads;
    private final @Nullable Path virtualThreadsHome;
    private final @Nullable Path report;

    private Benchmark(List<String> args) {
        this.quick = args.contains("quick");
        this.rounds = Integer.parseInt(option(args, "rounds", quick ? "1" : "5"));
        String only = option(args, "only", "");
        this.workloads = only.isEmpty()
                ? List.of(Workload.values())
                : Arrays.stream(only.split(",", -1)).map(Workload::of).toList();
        String home = option(args, "jdk21", Runtime.version().feature() >= 21 ? System.getProperty("java.home") : "");
        this.virtualThreadsHome = home.isEmpty() ? null : Path.of(home);
        String file = option(args, "report", "");
        this.report = file.isEmpty() ? null : Path.of(file);
    }

    /**
     * Runs it.
     *
     * @param args see the class
     * @throws IOException when a process cannot be started or fails, or the report cannot be written
     */
    public static void main(String[] args) throws IOException {
        String table = new Benchmark(List.of(args)).run();
        System.out.println(table);
    }

    /** Runs it and gives the table. */
    static String table(String... args) throws IOException {
        return new Benchmark(List.of(args)).run();
    }

    private String run() throws IOException {
        Report table = new Report(rounds, quick);
        try (ChildJvm server = ChildJvm.start(ownHome(), BenchServer.class, List.of())) {
            String port = server.line(line -> line.startsWith("PORT ")).substring(5);
            for (Workload workload : workloads) {
                Path home = workload.needsVirtualThreads() ? virtualThreadsHome : ownHome();
                if (home == null) {
                    table.skip(workload, "needs a JDK 21 or later: pass jdk21=<its home>");
                } else {
                    table.add(workload, measure(workload, "http://127.0.0.1:" + port, home));
                }
            }
        }
        String text = table.toMarkdown();
        if (report != null) {
            Files.writeString(report, text, StandardCharsets.UTF_8);
        }
        return text;
    }

    /** Contenders take turns, each round in another order, so that a noisy moment does not hit always the same one. */
    private Map<Name, Usage> measure(Workload workload, String server, Path home) throws IOException {
        Map<Name, List<Usage>> usages = new EnumMap<>(Name.class);
        List<Name> order = new ArrayList<>(workload.contenders());
        int times = workload.isForHeap() ? 1 : rounds;
        for (int round = 1; round <= times; round++) {
            for (Name contender : order) {
                System.err.printf("%s, round %d of %d: %s%n", workload.key(), round, times, contender.label());
                List<String> args = List.of(server, contender.name(), workload.key(), quick ? "quick" : "full");
                try (ChildJvm worker = ChildJvm.start(home, Worker.class, args)) {
                    Usage usage = Usage.parse(worker.line(Usage::isLine));
                    usages.computeIfAbsent(contender, unused -> new ArrayList<>())
                            .add(usage);
                }
            }
            Collections.rotate(order, 1);
        }
        Map<Name, Usage> medians = new EnumMap<>(Name.class);
        usages.forEach((contender, each) -> medians.put(contender, Usage.median(each)));
        return medians;
    }

    private static Path ownHome() {
        return Path.of(System.getProperty("java.home"));
    }

    private static String option(List<String> args, String name, String otherwise) {
        return args.stream()
                .filter(arg -> arg.startsWith(name + "="))
                .map(arg -> arg.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }
}
