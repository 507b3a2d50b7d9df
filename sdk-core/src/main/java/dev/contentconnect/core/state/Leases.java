package dev.contentconnect.core.state;

import java.time.Duration;
import java.util.Optional;

/**
 * Leases of several workers on one store. Part of a {@link StateTransaction} and of no use after it.
 *
 * <p>Time is the store's: a shared database's own clock, so that hosts whose clocks differ agree on who holds what. Even
 * a clock that jumps cannot let two workers commit: the fence decides, not the time.
 */
public interface Leases {

    /**
     * Takes a lease that is free, has run out, or is the owner's own already.
     *
     * @param name what it is about
     * @param owner who asks; different for each worker, also for two in one process
     * @param ttl for how long; more than zero
     * @return the lease, or nothing while somebody else holds it
     */
    Optional<Lease> acquire(String name, String owner, Duration ttl);

    /**
     * Holds a lease longer.
     *
     * @param lease what {@link #acquire} or this method gave
     * @param ttl for how long from now; more than zero
     * @return the lease with its new end, or nothing when somebody else has taken it over. One that ran out and was not
     *     taken over is renewed.
     */
    Optional<Lease> renew(Lease lease, Duration ttl);

    /**
     * Gives a lease back before it runs out. Does nothing when somebody else has it.
     *
     * @param lease what {@link #acquire} or {@link #renew} gave
     */
    void release(Lease lease);

    /**
     * Makes this transaction depend on a lease: it commits only if nobody has taken the lease over by then.
     *
     * @param lease what {@link #acquire} or {@link #renew} gave
     * @throws StateException FENCED when somebody else has it; nothing of this transaction is written, even where the
     *     work catches this
     */
    void fence(Lease lease);
}
