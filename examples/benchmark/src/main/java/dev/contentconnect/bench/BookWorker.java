package dev.contentconnect.bench;

import dev.contentconnect.vip.wire.WireProduct;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** The process of one contender in one round: reads the book to warm up, reads it, prints one line. */
final class BookWorker {
    /** How many full collections are forced on the way where only the heap counts. */
    private static final int SAMPLES = 20;

    private static final int WARM_UPS = 3;

    /** How often the book is read in all. */
    static final int READINGS = WARM_UPS + 1;

    private BookWorker() {}

    /** Server, contender, products, and {@code heap} or {@code cpu}. */
    public static void main(String[] args) throws IOException {
        URI server = URI.create(args[0]);
        BookContender contender = BookContender.Name.valueOf(args[1]).open(server);
        int products = Integer.parseInt(args[2]);
        boolean heap = args[3].equals("heap");
        for (int i = 0; i < WARM_UPS; i++) {
            read(contender, products, () -> {}, Integer.MAX_VALUE);
        }
        Meter meter = heap ? Meter.ofSamples() : new Meter();
        meter.start();
        read(contender, products, meter::sampleHeap, heap ? Math.max(1, products / SAMPLES) : Integer.MAX_VALUE);
        System.out.println(meter.stop(products).toLine());
        System.exit(0);
    }

    private static void read(BookContender contender, int products, Runnable look, int stride) throws IOException {
        AtomicLong seen = new AtomicLong();
        contender.products(product -> {
            check(product, seen.get());
            if (seen.incrementAndGet() % stride == 0) {
                look.run();
            }
        });
        Contents.expect(products, seen.get());
    }

    /** Looks at a product, so that no part of the work can be left out. */
    private static void check(WireProduct product, long number) {
        if (!product.hasItemCode("I" + number) || product.sellSheet() == null) {
            throw new IllegalStateException("not the product that was asked for: " + product);
        }
    }
}
