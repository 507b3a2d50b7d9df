package dev.contentconnect.core.feed;

/**
 * How many items to hold beyond those in work: enough that no thread waits for the store, and no more, so that other
 * workers get their share. Grows while threads run dry, shrinks while items lie about. Belongs to one thread.
 */
final class LookAhead {
    private final int least;
    private final int most;
    private int ahead;

    LookAhead(int parallel, int batch) {
        this.least = Math.min(parallel, batch);
        // Claimed again when half is done: then a claim is a whole batch.
        this.most = 2 * batch;
        this.ahead = least;
    }

    int ahead() {
        return ahead;
    }

    /**
     * A claim was made.
     *
     * @param full whether there is probably more
     * @param dry whether threads had nothing to do by then
     * @param slow whether those of the last claim lasted long
     */
    void claimed(boolean full, boolean dry, boolean slow) {
        if (slow) {
            ahead = Math.max(least, ahead / 2);
        } else if (full && dry) {
            ahead = Math.min(most, ahead * 2);
        }
    }
}
