package dev.contentconnect.core.state;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the audit trail found.
 *
 * @param entries how many entries were read
 * @param problem what is wrong, naming the first entry where it shows; null when the trail is whole
 */
public record TrailCheck(long entries, @Nullable String problem) {

    /**
     * Whether nothing was changed, removed, added or put in another order.
     *
     * @return true when there is no problem
     */
    public boolean isWhole() {
        return problem == null;
    }

    /**
     * Reads the whole trail and works its hashes out again, with flat memory.
     *
     * @param store where the trail is
     * @param chain with the key it was recorded under, if any
     * @param known an end of the trail that was kept elsewhere; {@link TrailHead#EMPTY} where there is none
     * @return what was found
     * @throws StateException when the store does not let it be read; a trail that is damaged is a problem found
     */
    public static TrailCheck of(StateStore store, TrailChain chain, TrailHead known) {
        TrailWalk walk = new TrailWalk(chain, known);
        try {
            return store.read(view -> {
                view.trail(TrailQuery.ALL, walk);
                return walk.result(view.trailHead());
            });
        } catch (StateException e) {
            if (e.reason() != StateException.Reason.CORRUPT) {
                throw e;
            }
            return walk.broken(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Works out the hashes of entries that came another way than from a store, such as from an exported file, with flat
     * memory.
     *
     * @param entries in the order of recording, without gaps
     * @param chain with the key they were recorded under, if any
     * @param after the end of the trail before the first of them; {@link TrailHead#EMPTY} when it is the first of all
     * @param known an end of the trail that was kept elsewhere; {@link TrailHead#EMPTY} where there is none. Without one,
     *     a file that ends too early looks whole
     * @return what was found
     */
    public static TrailCheck of(Stream<TrailEntry> entries, TrailChain chain, TrailHead after, TrailHead known) {
        TrailWalk walk = new TrailWalk(chain, after, known);
        entries.forEachOrdered(walk);
        return walk.result();
    }
}
