package dev.contentconnect.core.state;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes along a trail and works its hashes out again. */
final class TrailWalk implements Consumer<TrailEntry> {
    private final TrailChain chain;
    private final TrailHead known;
    private TrailHead before;
    private long entries;
    private @Nullable String problem;

    TrailWalk(TrailChain chain, TrailHead known) {
        this(chain, TrailHead.EMPTY, known);
    }

    TrailWalk(TrailChain chain, TrailHead after, TrailHead known) {
        this.chain = chain;
        this.before = after;
        this.known = known;
    }

    @Override
    public void accept(TrailEntry entry) {
        entries++;
        if (problem != null) {
            return;
        }
        if (entry.number() != before.number() + 1) {
            problem = "entry " + (before.number() + 1) + " is missing: " + entry.number() + " follows";
        } else if (!entry.hash().equals(chain.next(before, entry.recordedAt().toEpochMilli(), entry.json()))) {
            problem = "entry " + entry.number() + " does not fit its hash";
        } else if (entry.number() == known.number() && !entry.hash().equals(known.hash())) {
            problem = "entry " + entry.number() + " is not the one whose hash was kept elsewhere";
        }
        before = new TrailHead(entry.number(), entry.hash());
    }

    /** The result for a trail that has no other head than its last entry. */
    TrailCheck result() {
        return result(before);
    }

    TrailCheck result(TrailHead head) {
        if (problem == null && !before.equals(head)) {
            problem = "the trail ends with entry " + before.number() + "; its head says " + head.number();
        }
        if (problem == null && before.number() < known.number()) {
            problem = "the trail ends with entry " + before.number() + "; entry " + known.number() + " is known";
        }
        return new TrailCheck(entries, problem);
    }

    /** What was found when the trail could not be read to its end. */
    TrailCheck broken(String why) {
        return new TrailCheck(entries, problem == null ? why : problem);
    }
}
