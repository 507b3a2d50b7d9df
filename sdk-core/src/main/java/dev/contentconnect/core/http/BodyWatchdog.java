package dev.contentconnect.core.http;

import dev.contentconnect.core.internal.Threads;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends bodies that take too long: the JDK's request timeout stops counting at the headers. One daemon thread looks at the
 * bodies under way every few milliseconds and sleeps when there are none, which costs a call two map operations instead
 * of a timer.
 */
final class BodyWatchdog implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(BodyWatchdog.class);
    private static final BodyWatchdog SHARED = new BodyWatchdog();
    private static final long TICK_NANOS = 20_000_000;
    private static final int IDLE_TICKS = 250;

    private final Set<CappedBody> watched = ConcurrentHashMap.newKeySet();
    private volatile boolean asleep = true;
    private final Thread thread = Threads.owned(new Thread(this, "contentconnect-body-watchdog"));

    private BodyWatchdog() {
        thread.start();
    }

    static void watch(CappedBody body) {
        SHARED.watched.add(body);
        if (SHARED.asleep) {
            LockSupport.unpark(SHARED.thread);
        }
    }

    static void release(CappedBody body) {
        SHARED.watched.remove(body);
    }

    /** What goes wrong with one body must not leave all others unwatched. */
    private static void expire(CappedBody body, long now) {
        try {
            body.expireAt(now);
        } catch (RuntimeException e) {
            LOG.warn("a body that took too long could not be ended", e);
            release(body);
        }
    }

    @Override
    public void run() {
        int idle = 0;
        while (true) {
            if (!watched.isEmpty()) {
                idle = 0;
                long now = System.nanoTime();
                for (CappedBody body : watched) {
                    expire(body, now);
                }
            } else if (++idle > IDLE_TICKS) {
                asleep = true;
                if (watched.isEmpty()) {
                    LockSupport.park(this);
                }
                asleep = false;
                idle = 0;
            }
            LockSupport.parkNanos(this, TICK_NANOS);
        }
    }
}
