package dev.contentconnect.bench;

import dev.contentconnect.bench.Contender.Name;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The table: what each contender used, and the SDK's use as a share of the others'. */
final class Report {
    private final int rounds;
    private final boolean quick;
    private final Map<Workload, Map<Name, Usage>> results = new EnumMap<>(Workload.class);
    private final Map<Workload, String> skipped = new EnumMap<>(Workload.class);

    Report(int rounds, boolean quick) {
        this.rounds = rounds;
        this.quick = quick;
    }

    void add(Workload workload, Map<Name, Usage> medians) {
        results.put(workload, new EnumMap<>(medians));
    }

    void skip(Workload workload, String why) {
        skipped.put(workload, why);
    }

    String toMarkdown() {
        StringBuilder out = new StringBuilder();
        out.append("%s run, medians of %d round(s), Java %s, %d processors%n%n"
                .formatted(
                        quick ? "Quick" : "Full",
                        rounds,
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors()));
        if (quick) {
            out.append(
                    "A quick run does a hundredth of the work named below: it shows that all works, not how fast.\n\n");
        }
        out.append("The SDK as a multiple of the other; below 1 is less than the other used.\n\n");
        out.append("| workload | | against | CPU | wall | allocation | peak heap |\n|---|---|---|---|---|---|---|\n");
        results.forEach((workload, usages) -> ratios(out, workload, usages));
        skipped.forEach((workload, why) -> out.append("| %s | | %s | | | | |%n".formatted(workload.title(), why)));
        out.append("\nEach contender, for one call, page or transfer.\n\n");
        out.append("| workload | contender | CPU | wall | calls/s | allocation | peak heap | heap growth |\n");
        out.append("|---|---|---|---|---|---|---|---|\n");
        results.forEach(
                (workload, usages) -> usages.forEach((name, usage) -> out.append(absolute(workload, name, usage))));
        return out.toString();
    }

    private static void ratios(StringBuilder out, Workload workload, Map<Name, Usage> usages) {
        for (Name sdk : List.of(Name.SDK, Name.SDK_PREFETCH)) {
            Usage ours = usages.get(sdk);
            for (Name other : List.of(Name.JDK, Name.RETROFIT)) {
                Usage theirs = usages.get(other);
                if (ours != null && theirs != null) {
                    out.append("| %s | %s | %s | %s | %s | %s | %s |%n"
                            .formatted(
                                    workload.title(),
                                    sdk.label(),
                                    other.label(),
                                    ratio(ours, theirs, Usage::cpuNanos),
                                    ratio(ours, theirs, Usage::wallNanos),
                                    ratio(ours, theirs, Usage::allocatedBytes),
                                    ratio(ours, theirs, Usage::peakHeap)));
                }
            }
        }
    }

    private static String ratio(Usage ours, Usage theirs, ToLongFunction<Usage> of) {
        return "%.2f".formatted((double) of.applyAsLong(ours) / Math.max(1, of.applyAsLong(theirs)));
    }

    private static String absolute(Workload workload, Name name, Usage usage) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f µs | %.1f µs | %.1f | %.1f KB | %.1f MB | %.1f MB |%n",
                workload.title(),
                name.label(),
                usage.cpuNanos() / 1e3 / usage.calls(),
                usage.wallNanos() / 1e3 / usage.calls(),
                usage.calls() / (usage.wallNanos() / 1e9),
                usage.allocatedBytes() / 1e3 / usage.calls(),
                usage.peakHeap() / 1e6,
                usage.heapGrowth() / 1e6);
    }
}
