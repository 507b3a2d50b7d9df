package dev.contentconnect.vip;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The spools of lists that are being read. Those that were not looked at for longest go when there are too many. */
final class AssetSpools implements Closeable {
    private static final int MOST = 16;

    private final Map<Long, AssetSpool> spools = new LinkedHashMap<>(32, 0.75f, true);
    private boolean closed;

    synchronized @Nullable AssetSpool find(long id, String sourceCode) {
        checkOpen();
        AssetSpool spool = spools.get(id);
        return spool != null && spool.sourceCode().equals(sourceCode) ? spool : null;
    }

    synchronized long keep(AssetSpool spool) {
        if (closed) {
            quietly(spool);
        }
        checkOpen();
        if (spools.size() >= MOST) {
            Iterator<AssetSpool> oldest = spools.values().iterator();
            quietly(oldest.next());
            oldest.remove();
        }
        // Not counted: a cursor may come from another process, which counts too.
        long id = ThreadLocalRandom.current().nextLong(1, 1_000_000_000_000_000_000L);
        spools.put(id, spool);
        return id;
    }

    synchronized void drop(long id) {
        AssetSpool spool = spools.remove(id);
        if (spool != null) {
            quietly(spool);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        spools.values().forEach(AssetSpools::quietly);
        spools.clear();
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the " + VipConnector.SYSTEM + " connector is closed");
        }
    }

    private static void quietly(AssetSpool spool) {
        try {
            spool.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
