package dev.contentconnect.core.mirror;

import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;

/** What all runs of a mirror have in common. */
record MirrorPlan(String name, StateStore store, TimeSource time, Duration hold, Duration patience) {

    /** The type of a link, or the beginning of the name of a lease. */
    String type(String what) {
        return type(name, what);
    }

    static String type(String mirror, String what) {
        return "mirror/" + mirror + "/" + what;
    }
}
