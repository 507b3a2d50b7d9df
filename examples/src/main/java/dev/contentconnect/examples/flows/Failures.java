package dev.contentconnect.examples.flows;

import org.jspecify.annotations.Nullable;

/** What failed on the way while other parts went on. For one thread. */
public final class Failures {
    private static final int MOST_SUPPRESSED = 100;

    private @Nullable RuntimeException first;

    /** Nothing has failed yet. */
    public Failures() {}

    /**
     * Does a part. One that fails is kept for the end.
     *
     * @param part what to do
     */
    public void spare(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            if (first == null) {
                first = e;
            } else if (first != e && first.getSuppressed().length < MOST_SUPPRESSED) {
                first.addSuppressed(e);
            }
        }
    }

    /**
     * Ends it.
     *
     * @throws RuntimeException the first failure, if there was one; the next hundred are suppressed in it
     */
    public void raise() {
        if (first != null) {
            throw first;
        }
    }
}
