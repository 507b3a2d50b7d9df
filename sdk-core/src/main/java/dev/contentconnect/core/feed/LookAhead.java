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
        this.most = batch;
        this.ahead = least;
    }

    int ahead() {
        return ahead;
    }

    /**
     * A claim was made.
     *
     * @param full whether there is probably more
     * @param waiting how many items were not begun by then
     * @param slow whether those of the last claim lasted long
     */
    void claimed(boolean full, int waiting, boolean slow) {
        if (slow) {
            ahead = Math.max(least, ahead / 2);
        } else if (full && waiting == 0) {
            ahead = Math.min(most, ahead * 2);
        }
    }
}
