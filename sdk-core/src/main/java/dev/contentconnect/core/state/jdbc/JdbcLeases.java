package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.Lease;
import dev.contentconnect.core.state.Leases;
import dev.contentconnect.core.state.StateException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Leases: one row each, changed by one statement each. */
final class JdbcLeases implements Leases {
    private static final String SET_END =
            "UPDATE {p}leases SET until_ms = ? WHERE name = ? AND owner = ? AND fence = ?";

    private final JdbcTransaction transaction;
    private final Session session;

    JdbcLeases(JdbcTransaction transaction) {
        this.transaction = transaction;
        this.session = transaction.session();
    }

    @Override
    public Optional<Lease> acquire(String name, String owner, Duration ttl) {
        long now = transaction.now();
        long until = end(now, ttl);
        // Makes the lease to be given back first: it checks the words.
        Lease asked = new Lease(name, owner, 1, Instant.ofEpochMilli(until));
        return session.first(
                "INSERT INTO {p}leases AS held (name, owner, fence, until_ms) VALUES (?, ?, 1, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until_ms = excluded.until_ms,"
                        + " fence = held.fence + CASE WHEN held.owner = excluded.owner THEN 0 ELSE 1 END"
                        + " WHERE held.owner = excluded.owner OR held.until_ms <= ? RETURNING fence",
                row -> new Lease(name, owner, row.number(1), asked.until()),
                Key.value(name),
                Key.value(owner),
                until,
                now);
    }

    @Override
    public Optional<Lease> renew(Lease lease, Duration ttl) {
        long until = end(transaction.now(), ttl);
        return setEnd(lease, until)
                ? Optional.of(new Lease(lease.name(), lease.owner(), lease.fence(), Instant.ofEpochMilli(until)))
                : Optional.empty();
    }

    @Override
    public void release(Lease lease) {
        setEnd(lease, transaction.now());
    }

    private boolean setEnd(Lease lease, long until) {
        return session.update(SET_END, until, Key.value(lease.name()), Key.value(lease.owner()), lease.fence()) > 0;
    }

    @Override
    public void fence(Lease lease) {
        // Shared, so that one owner's transactions run side by side; it makes whoever takes over wait for the commit.
        String lock = session.dialect().locksRows() ? " FOR SHARE" : "";
        boolean current = session.first(
                        "SELECT 1 FROM {p}leases WHERE name = ? AND owner = ? AND fence = ?" + lock,
                        row -> true,
                        Key.value(lease.name()),
                        Key.value(lease.owner()),
                        lease.fence())
                .isPresent();
        if (!current) {
            throw session.lose(Reason.FENCED, "lease " + lease.name() + " is in other hands than " + lease.owner());
        }
    }

    private static long end(long now, Duration ttl) {
        if (ttl.isNegative() || ttl.isZero()) {
            throw new IllegalArgumentException("a lease lasts for more than zero");
        }
        return Times.end(now, ttl);
    }
}
