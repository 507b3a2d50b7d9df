package dev.contentconnect.core.feed;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting thread; raised while nobody waits, it is kept for the next who does. */
final class Signal {
    private static final long LONGEST_MILLIS = Duration.ofHours(1).toMillis();

    private final Semaphore raised = new Semaphore(0);

    void raise() {
        if (raised.availablePermits() == 0) {
            raised.release();
        }
    }

    /** Real time, whatever clock the runner reads: threads that hand over work wait for each other, not for a date. */
    void await(Duration limit) throws InterruptedException {
        // A millisecond more, for one too short would come too early.
        boolean ignored = raised.tryAcquire(Math.min(LONGEST_MILLIS, limit.toMillis()) + 1, TimeUnit.MILLISECONDS);
        raised.drainPermits();
    }
}
