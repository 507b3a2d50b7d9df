package dev.contentconnect.core.state;

import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;

/**
 * Says whose a store is, where a host keeps one for each of several tenants of the same system. All of them name their objects
 * by the same system, so that in one store their keys, links, cursors and trails would run into each other; stores with
 * different table prefixes share nothing. This keeps a wrong configuration from mixing them up.
 */
public final class StoreOwner {
    private static final String TYPE = "owner";
    private static final SourceRef STORE = SourceRef.of("store", TYPE);

    private StoreOwner() {}

    /**
     * Takes a store for somebody, for ever; taking it again changes nothing. Call it before the store is used.
     *
     * @param store the store; it may hold something already
     * @param owner who it is for, such as the name of a client; never blank
     * @param at now
     * @throws IllegalArgumentException when the owner is blank
     * @throws IllegalStateException when the store is somebody else's; who that is stays there
     * @throws StateException when the store cannot be read or written
     */
    public static void take(StateStore store, String owner, Instant at) {
        if (owner.isBlank()) {
            throw new IllegalArgumentException("owner must not be blank");
        }
        if (!owner.equals(taken(store, owner, at))) {
            throw new IllegalStateException("the store that was given for " + owner
                    + " is somebody else's: open one with another table prefix");
        }
    }

    private static String taken(StateStore store, String owner, Instant at) {
        try {
            return store.transact(memory -> {
                String known = known(memory);
                if (!known.isEmpty()) {
                    return known;
                }
                memory.replaceLink(null, new StateLink(STORE, TYPE, STORE, 1, owner, at));
                return owner;
            });
        } catch (StateException e) {
            // Somebody else took it in the same moment.
            String known = e.reason() == StateException.Reason.CONFLICT ? store.read(StoreOwner::known) : "";
            if (known.isEmpty()) {
                throw e;
            }
            return known;
        }
    }

    private static String known(StateView view) {
        return view.link(STORE, TYPE, STORE)
                .map(StateLink::fingerprint)
                .map(String::valueOf)
                .orElse("");
    }
}
