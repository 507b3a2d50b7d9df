package dev.contentconnect.bench;

import dev.contentconnect.bench.VendorContender.Listing;
import dev.contentconnect.core.model.Asset;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** The process of one contender in one round: warms up, measures, prints one line. */
final class VendorWorker {
    /** How many full collections are forced on the way where only the heap counts. */
    private static final int SAMPLES = 20;

    private VendorWorker() {}

    /** Server, contender, listing, items to warm up, items, and {@code heap} or {@code cpu}. */
    public static void main(String[] args) throws IOException {
        URI server = URI.create(args[0]);
        VendorContender contender = VendorContender.Name.valueOf(args[1]).open(server);
        Listing listing = Listing.valueOf(args[2]);
        AtomicLong seen = new AtomicLong();
        VendorServer.holds(server, Integer.parseInt(args[3]));
        listing.list(contender, asset -> see(asset, seen));
        int items = Integer.parseInt(args[4]);
        VendorServer.holds(server, items);
        boolean heap = args[5].equals("heap");
        int stride = heap ? Math.max(listing.pageSize(), items / SAMPLES) : Integer.MAX_VALUE;
        seen.set(0);
        Meter meter = heap ? Meter.ofSamples() : new Meter();
        meter.start();
        listing.list(contender, asset -> {
            see(asset, seen);
            if (seen.get() % stride == 0) {
                meter.sampleHeap();
            }
        });
        Usage usage = meter.stop(items);
        Contents.expect(items, seen.get());
        System.out.println(usage.toLine());
        System.exit(0);
    }

    /** Looks at an asset, so that no part of the work can be left out. */
    private static void see(Asset asset, AtomicLong seen) {
        if (asset.key() == null
                || asset.updatedAt() == null
                || asset.currentVersion() == null
                || asset.extensions().get(asset.ref().system()).size() < 20) {
            throw new IllegalStateException("not the asset that was asked for: " + asset);
        }
        seen.incrementAndGet();
    }
}
