package dev.contentconnect.core.state;

import java.time.Instant;

/**
 * The right to be the only one who does something, for a while. What is done under it is committed only while nobody
 * else has taken it over: see {@link Leases#fence(Lease)}.
 *
 * @param name what it is about, for example {@code poll:wv1}; never blank
 * @param owner who holds it; never blank
 * @param fence grows with each change of hands; 1 or more
 * @param until when it runs out unless it is renewed, by the store's clock
 */
public record Lease(String name, String owner, long fence, Instant until) {

    /**
     * Makes a lease; hosts get theirs from {@link Leases}.
     *
     * @param name what it is about; never blank
     * @param owner who holds it; never blank
     * @param fence grows with each change of hands; 1 or more
     * @param until when it runs out unless it is renewed, by the store's clock
     * @throws IllegalArgumentException when a word is blank or {@code fence} is below 1
     */
    public Lease {
        if (name.isBlank() || owner.isBlank() || fence < 1) {
            throw new IllegalArgumentException("a lease has a name, an owner and a fence of 1 or more");
        }
    }
}
