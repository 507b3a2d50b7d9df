package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorError;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Lets so many requests be under way at once; who waits is served in order. */
final class Turns {
    private final Semaphore free;
    private final Duration patience;

    Turns(int parallel, Duration patience) {
        this.free = new Semaphore(parallel, true);
        this.patience = patience;
    }

    /** A turn that was taken. */
    interface Turn {
        /** Gives it back; once, however often it is called. */
        void end();
    }

    /** Does something that is over when it returns. */
    <T> T during(String operation, Supplier<T> work) {
        Turn turn = take(operation);
        try {
            return work.get();
        } finally {
            turn.end();
        }
    }

    Turn take(String operation) {
        try {
            if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw REFUSED.of(
                        operation,
                        null,
                        "as many requests as may be are under way; close what was opened",
                        ConnectorError.TimedOut::new);
            }
        } catch (InterruptedException e) {
            throw REFUSED.interrupted(operation, e);
        }
        AtomicBoolean given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                free.release();
            }
        };
    }
}
