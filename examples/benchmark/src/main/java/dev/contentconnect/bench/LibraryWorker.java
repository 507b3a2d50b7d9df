package dev.contentconnect.bench;

import dev.contentconnect.core.model.Asset;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** The process of one contender in one round: warms up, measures, prints one line. */
final class LibraryWorker {
    private static final int FILE_SIZE = 100_000;

    private LibraryWorker() {}

    /** Server, contender, workload and {@code quick} or {@code full}. */
    public static void main(String[] args) throws IOException {
        URI server = URI.create(args[0]);
        LibraryContender contender = LibraryContender.Name.valueOf(args[1]).open(server);
        LibraryContender.Workload workload = LibraryContender.Workload.valueOf(args[2]);
        boolean quick = args[3].equals("quick");
        int warmUp = workload.warmUp(quick);
        int assets = workload.assets(quick);
        Usage usage = workload == LibraryContender.Workload.LIST
                ? list(server, contender, warmUp, assets)
                : publish(server, contender, warmUp, assets);
        System.out.println(usage.toLine());
        System.exit(0);
    }

    private static Usage list(URI server, LibraryContender contender, int warmUp, int assets) throws IOException {
        AtomicLong seen = new AtomicLong();
        LibraryServer.holds(server, warmUp);
        contender.list(asset -> see(asset, seen));
        LibraryServer.holds(server, assets);
        seen.set(0);
        Meter meter = new Meter();
        meter.start();
        contender.list(asset -> see(asset, seen));
        Contents.expect(assets, seen.get());
        return meter.stop(assets);
    }

    /** Looks at an asset, so that no part of the work can be left out. */
    private static void see(Asset asset, AtomicLong seen) {
        if (asset.renditions().size() != 3 || asset.segments().size() != 2 || asset.updatedAt() == null) {
            throw new IllegalStateException("not the asset that was asked for: " + asset);
        }
        seen.incrementAndGet();
    }

    private static Usage publish(URI server, LibraryContender contender, int warmUp, int assets) throws IOException {
        Path folder = Files.createTempDirectory("bench");
        List<Path> files = new ArrayList<>();
        try {
            byte[] bytes = new byte[FILE_SIZE];
            for (int i = 0; i < Math.max(warmUp, assets); i++) {
                new Random(i).nextBytes(bytes);
                files.add(Files.write(folder.resolve("poster-" + i + ".png"), bytes));
            }
            LibraryServer.holds(server, 0);
            contender.publish("warm-up", files.subList(0, warmUp));
            LibraryServer.holds(server, 0);
            Meter meter = new Meter();
            meter.start();
            contender.publish("launch", files.subList(0, assets));
            Usage usage = meter.stop(assets);
            Contents.expect(assets, LibraryServer.published(server));
            return usage;
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        }
    }
}
