package dev.contentconnect.core.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leases in memory. */
final class MemoryLeases implements Leases {
    private final MemoryTransaction transaction;

    MemoryLeases(MemoryTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<Lease> acquire(String name, String owner, Duration ttl) {
        Instant now = transaction.now();
        Lease held = transaction.open().leases.get(name);
        boolean own = held != null && held.owner().equals(owner);
        if (held != null && !own && held.until().isAfter(now)) {
            return Optional.empty();
        }
        long fence = held == null ? 1 : held.fence() + (own ? 0 : 1);
        return Optional.of(put(new Lease(name, owner, fence, end(now, ttl))));
    }

    @Override
    public Optional<Lease> renew(Lease lease, Duration ttl) {
        Instant until = end(transaction.now(), ttl);
        return isCurrent(lease)
                ? Optional.of(put(new Lease(lease.name(), lease.owner(), lease.fence(), until)))
                : Optional.empty();
    }

    @Override
    public void release(Lease lease) {
        if (isCurrent(lease)) {
            put(new Lease(lease.name(), lease.owner(), lease.fence(), transaction.now()));
        }
    }

    @Override
    public void fence(Lease lease) {
        if (!isCurrent(lease)) {
            throw transaction.lose(
                    StateException.Reason.FENCED, "lease " + lease.name() + " is in other hands than " + lease.owner());
        }
    }

    private boolean isCurrent(Lease lease) {
        @Nullable Lease held = transaction.open().leases.get(lease.name());
        return held != null && held.fence() == lease.fence() && held.owner().equals(lease.owner());
    }

    private static Instant end(Instant now, Duration ttl) {
        if (ttl.isNegative() || ttl.isZero()) {
            throw new IllegalArgumentException("a lease lasts for more than zero");
        }
        return now.plus(ttl);
    }

    private Lease put(Lease lease) {
        transaction.put(transaction.open().leases, lease.name(), lease);
        return lease;
    }
}
