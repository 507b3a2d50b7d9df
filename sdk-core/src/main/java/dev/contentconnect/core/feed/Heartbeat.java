package dev.contentconnect.core.feed;

import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.Set;

/**
 * Keeps what a runner holds, on a thread of its own, so that neither a long poll nor a long commit costs it. Also forgets
 * keys that are too old to come again.
 */
final class Heartbeat implements Runnable {
    private static final Duration SWEEP = Duration.ofHours(1);

    private final FeedOptions options;
    private final TimeSource time;
    private final FeedNotices notices;
    private final Names names;
    private final Intake intake;
    private final Signal signal = new Signal();
    private volatile boolean ended;
    private long sweepDue;

    Heartbeat(FeedOptions options, FeedNotices notices, Names names, Intake intake) {
        this.options = options;
        this.time = options.time();
        this.notices = notices;
        this.names = names;
        this.intake = intake;
        this.sweepDue = time.nanoTime();
    }

    @Override
    public void run() {
        Duration pause = options.hold().dividedBy(3);
        while (!ended) {
            try {
                beat();
            } catch (RuntimeException e) {
                notices.storeFailed(FeedRun.asState(e), pause);
            } catch (Error e) {
                // Without this thread everything in hand would soon be in other hands as well.
                FeedRun.report(e);
            }
            try {
                signal.await(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    void end() {
        ended = true;
        signal.raise();
    }

    void beat() {
        Set<String> workers = names.inUse();
        boolean sweep = sweepDue - time.nanoTime() <= 0;
        if (workers.isEmpty() && !intake.holdsLease() && !sweep) {
            return;
        }
        options.store().transact(t -> {
            for (String worker : workers) {
                t.inbox(options.feed()).extend(worker, options.hold());
            }
            intake.renew(t);
            return true;
        });
        if (sweep) {
            sweepDue = time.nanoTime() + SWEEP.toNanos();
            options.store()
                    .transact(t -> t.forgetKeys(options.feed(), time.now().minus(options.keysKept())));
        }
    }
}
