package dev.contentconnect.smintio;

import dev.contentconnect.smintio.wire.WirePurchase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A shelf in memory. */
final class MemoryShelf implements PurchaseShelf {
    private final Map<String, WirePurchase> kept = new HashMap<>();
    private final int most;
    private @Nullable String position;

    MemoryShelf(int most) {
        this.most = most;
    }

    @Override
    public synchronized @Nullable String position() {
        return position;
    }

    @Override
    public synchronized void put(List<WirePurchase> purchases, @Nullable String next) {
        for (WirePurchase one : purchases) {
            kept.put(String.valueOf(one.uuid()), one);
        }
        if (kept.size() > most) {
            throw new IllegalStateException("more than " + most + " purchases; use PurchaseShelf.folder");
        }
        position = next == null ? position : next;
    }

    @Override
    public synchronized Optional<WirePurchase> find(String uuid) {
        return Optional.ofNullable(kept.get(uuid));
    }

    @Override
    public synchronized void rewind() {
        position = null;
    }
}
