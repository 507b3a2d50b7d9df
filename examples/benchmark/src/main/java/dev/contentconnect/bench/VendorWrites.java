package dev.contentconnect.bench;

import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.iconik.api.Metadata;
import dev.contentconnect.iconik.api.ObjectType;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * New metadata for many assets of iconik, within what it allows a credential: 50 requests a second, and 1,000 in any 20
 * seconds. In chunks of 500, which is what the bulk call takes; and with one call for each asset, from several threads, where
 * the limit is what decides. Each answer takes {@value VendorServer#PAUSE_MILLIS} ms.
 */
final class VendorWrites {
    private static final int PER_SECOND = VendorServer.WINDOW_REQUESTS / VendorServer.WINDOW_SECONDS;
    private static final int CALLERS = 8;

    private final URI server;
    private final int assets;

    VendorWrites(URI server, int assets) {
        this.server = server;
        this.assets = assets;
    }

    /** Rows of a table. */
    String rows() throws IOException {
        Map<String, Map<String, List<String>>> values = new LinkedHashMap<>();
        for (int i = 0; i < assets; i++) {
            String id = String.format(Locale.ROOT, "1d6a0f3c-8a01-11ee-9d2c-%012d", i);
            values.put(id, Map.of("Tags", List.of("spring", "take " + i)));
        }
        return row(
                        "in chunks of 500",
                        metadata -> metadata.writeEach(ObjectType.ASSETS, VendorPages.FIELD_VIEW, values))
                + row("one call for each asset, " + CALLERS + " callers", metadata -> each(metadata, values));
    }

    private interface Writing {
        void write(Metadata metadata) throws IOException;
    }

    private String row(String title, Writing writing) throws IOException {
        VendorServer.holds(server, 0);
        long began;
        try (IconikConnector iconik = VendorConnectors.iconik(server, PER_SECOND)) {
            began = System.nanoTime();
            writing.write(iconik.client().metadata());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Contents.expect(assets, VendorServer.written(server));
        long requests = VendorServer.requests(server);
        double rate = requests / seconds;
        return String.format(
                Locale.ROOT,
                "| %,d assets, %s | %,d | %.1f s | %.1f | %.2f | %d |%n",
                assets,
                title,
                requests,
                seconds,
                rate,
                rate / PER_SECOND,
                VendorServer.refused(server));
    }

    private static void each(Metadata metadata, Map<String, Map<String, List<String>>> values) throws IOException {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            values.forEach((id, value) -> all.add(
                    callers.submit(() -> metadata.write(ObjectType.ASSETS, id, VendorPages.FIELD_VIEW, value))));
            for (Future<?> one : all) {
                one.get(10, TimeUnit.MINUTES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IOException(e);
        } finally {
            callers.shutdownNow();
        }
    }
}
