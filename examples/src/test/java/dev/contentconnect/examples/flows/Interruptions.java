package dev.contentconnect.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.core.time.TimeSource;

/**
 * The process ends after any single request or beside any single commit, and a new one finishes. Each time the flow runs on
 * objects of its own, once until the cut and twice to the end; then the proof is read from the systems.
 */
public final class Interruptions {
    private static final int EACH = 12;

    /** No flow comes near; one that gets here is longer with each run. */
    private static final int MOST = 2_000;

    /** All of them, unless who is short of time asks for fewer: a run on objects of its own takes up to half a second. */
    private static final int EVERY = Integer.getInteger("contentconnect.interruptions.every", 1);

    private Interruptions() {}

    /** A flow from its trigger to its end, with what people do in between. Has to bear being run again. */
    public interface Run {
        /**
         * Runs.
         *
         * @param id names the objects of this run
         * @param cut for the connectors
         * @param state already cut off
         */
        void go(String id, PowerCut cut, StateStore state) throws Exception;
    }

    /** What must be true of the systems in the end, however often the process died. */
    public interface Proof {
        void of(String id, StateStore state) throws Exception;
    }

    /**
     * Tries every moment. A run must not ask about what the runs before it left behind, or each is longer than the one
     * before and none is the last: give it ids, or a tenant, of its own. With
     * {@code -Dcontentconnect.interruptions.every=3} it tries those of the beginning and every third of the rest. Which
     * third depends on the name.
     *
     * @param name begins the ids
     * @return how many runs there were
     */
    public static int survived(String name, Run run, Proof proof) throws Exception {
        return survived(name, TimeSource.system(), run, proof);
    }

    /**
     * The same, on a clock that lets what the dead held run out.
     *
     * @param name begins the ids
     * @param time the clock of what is remembered
     * @return how many runs there were
     */
    public static int survived(String name, TimeSource time, Run run, Proof proof) throws Exception {
        boolean killed = true;
        int runs = 0;
        int moments = 0;
        int which = Math.floorMod(name.hashCode(), EVERY);
        for (int moment = 0; killed; moment++) {
            assertThat(moment)
                    .as("moments without an end: is each run longer than the one before?")
                    .isLessThan(MOST);
            moments = moment;
            if (moment > EACH && moment % EVERY != which) {
                continue;
            }
            String id = name + "-" + moment;
            StateStore state = StateStore.inMemory(time, TrailChain.plain());
            PowerCut cut = new PowerCut(moment);
            killed = isKilled(run, id, cut, state);
            run.go(id, PowerCut.never(), state);
            run.go(id, PowerCut.never(), state);
            proof.of(id, state);
            runs++;
        }
        assertThat(runs).as("runs").isGreaterThan(10);
        assertThat(moments).as("moments, whether tried or not").isGreaterThan(20);
        return runs;
    }

    private static boolean isKilled(Run run, String id, PowerCut cut, StateStore state) throws Exception {
        try {
            run.go(id, cut, cut.on(state));
        } catch (PowerCut.Killed expected) {
            return true;
        } catch (RuntimeException brokenOff) {
            if (!cut.happened()) {
                throw brokenOff;
            }
        }
        return cut.happened();
    }
}
