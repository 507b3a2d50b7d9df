package dev.contentconnect.bench.store;

import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.feed.FeedStatus;
import dev.contentconnect.core.state.StateStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Events per second from a feed through the inbox to a handler that does nothing, beside a bare loop with the same writes.
 * Arguments, all optional: {@code items=20000}; {@code rounds=3}; {@code only=file} or {@code only=server};
 * {@code heap}, which runs the feed alone and prints how much of the heap was alive on the way.
 */
public final class Feeds {
    private final int items;

    private Feeds(int items) {
        this.items = items;
    }

    /**
     * Runs it and prints a table.
     *
     * @param args see the class
     * @throws Exception when a database cannot be started or fails
     */
    public static void main(String[] args) throws Exception {
        System.out.println(table(List.of(args)));
    }

    static String table(List<String> args) throws Exception {
        Feeds benchmark = new Feeds(number(args, "items", 20_000));
        int rounds = number(args, "rounds", 3);
        StringBuilder out =
                new StringBuilder("| database | feed, events/s | bare loop, events/s | ratio |\n|---|---|---|---|\n");
        for (String kind : List.of("file", "server")) {
            if (args.stream().noneMatch(arg -> arg.startsWith("only=")) || args.contains("only=" + kind)) {
                out.append(benchmark.row(kind, args.contains("heap") ? 0 : rounds));
            }
        }
        return out.toString();
    }

    private static int number(List<String> args, String name, int otherwise) {
        return args.stream()
                .filter(arg -> arg.startsWith(name + "="))
                .map(arg -> Integer.parseInt(arg.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    private String row(String kind, int rounds) throws Exception {
        if (rounds == 0) {
            return "| %s | %.0f | | |%n".formatted(kind, feed(kind, items, true));
        }
        List<Double> feed = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        feed(kind, items, false);
        bare(kind, items);
        for (int round = 0; round < rounds; round++) {
            feed.add(feed(kind, items, false));
            bare.add(bare(kind, items));
        }
        double ours = median(feed);
        double theirs = median(bare);
        return String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.2f |%n", kind, ours, theirs, ours / theirs);
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private static Database open(String kind) throws IOException {
        return kind.equals("file") ? Database.file() : Database.server();
    }

    private static double feed(String kind, int total, boolean heap) throws Exception {
        try (Database database = open(kind);
                StateStore store = database.store()) {
            CountDownLatch done = new CountDownLatch(total);
            AtomicInteger count = new AtomicInteger();
            AtomicLong most = new AtomicLong();
            long start = System.nanoTime();
            try (FeedRunner runner = FeedRunner.builder("bench", store, item -> {
                        if (heap && count.incrementAndGet() % 50_000 == 0) {
                            sample(count.get(), most);
                        }
                        done.countDown();
                    })
                    .poll(new ManyEvents(total), Duration.ofSeconds(1))
                    .batch(100)
                    .build()) {
                runner.start();
                done.await();
                while (runner.status().backlog() > 0) {
                    Thread.onSpinWait();
                }
                FeedStatus status = runner.status();
                if (status.parked() > 0) {
                    throw new IllegalStateException("items were parked: " + status);
                }
            }
            return perSecond(total, start);
        }
    }

    private static void sample(int count, AtomicLong most) {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        most.accumulateAndGet(used, Math::max);
        System.out.printf("%,d items: %,d KiB alive, at most %,d KiB%n", count, used >> 10, most.get() >> 10);
    }

    private static double bare(String kind, int total) throws IOException, SQLException {
        try (Database database = open(kind)) {
            // Makes the tables.
            database.store().close();
            try (Connection connection = database.connect()) {
                long start = System.nanoTime();
                new BareFeed(connection).run(total);
                return perSecond(total, start);
            }
        }
    }

    private static double perSecond(int total, long start) {
        return total * 1e9 / (System.nanoTime() - start);
    }
}
