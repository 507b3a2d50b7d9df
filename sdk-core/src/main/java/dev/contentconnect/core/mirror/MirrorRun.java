package dev.contentconnect.core.mirror;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.Lease;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.StateTransaction;
import dev.contentconnect.core.state.StateView;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run over one pair: under a lease, so that no two hosts work on a pair at the same time. */
final class MirrorRun {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final StateStore store;
    private final TimeSource time;
    private final String mirror;
    private final MirrorObject left;
    private final MirrorObject right;
    private final Duration hold;
    private final Lease lease;
    private final List<CaseEvent> events = new ArrayList<>();

    private long lastSign;

    private MirrorRun(MirrorPlan plan, MirrorObject left, MirrorObject right, Lease lease) {
        this.store = plan.store();
        this.time = plan.time();
        this.mirror = plan.name();
        this.hold = plan.hold();
        this.left = left;
        this.right = right;
        this.lease = lease;
        this.lastSign = time.nanoTime();
    }

    /** Waits for the pair to be free, for so long as the plan says. */
    static MirrorRun begin(MirrorPlan plan, MirrorObject left, MirrorObject right, String owner) {
        String name = plan.type("pair") + "/"
                + Prints.of(left.stored().toString(), right.stored().toString());
        TimeSource time = plan.time();
        long began = time.nanoTime();
        while (true) {
            Optional<Lease> lease =
                    plan.store().<Optional<Lease>>transact(t -> t.leases().acquire(name, owner, plan.hold()));
            if (lease.isPresent()) {
                return new MirrorRun(plan, left, right, lease.get());
            }
            if (time.nanoTime() - began >= plan.patience().toNanos()) {
                throw new StateException(
                        StateException.Reason.CONFLICT,
                        "mirror " + plan.name() + ": another worker is busy with " + left.ref() + " and " + right.ref(),
                        null);
            }
            pause(time, plan.name());
        }
    }

    private static void pause(TimeSource time, String mirror) {
        try {
            time.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            throw LocalErrors.of(mirror).interrupted("mirror.sync", e);
        }
    }

    String mirror() {
        return mirror;
    }

    MirrorObject left() {
        return left;
    }

    MirrorObject right() {
        return right;
    }

    Instant now() {
        return time.now();
    }

    /** Identifies the pair in keys and events. */
    String pair() {
        return Prints.of(mirror, left.stored().toString(), right.stored().toString());
    }

    List<CaseEvent> events() {
        return events;
    }

    <T extends @Nullable Object> T read(Function<StateView, T> work) {
        return store.read(work);
    }

    /** Holds the lease longer, between calls that only read: they may take longer than the lease lasts. */
    void stillOurs() {
        if (Duration.ofNanos(time.nanoTime() - lastSign).compareTo(hold.dividedBy(3)) > 0) {
            commit(t -> {}, null);
        }
    }

    /** Writes under the lease and holds it longer. */
    void commit(Consumer<StateTransaction> work, @Nullable CaseEvent event) {
        long sign = time.nanoTime();
        boolean isNew = store.<Boolean>transact(t -> {
            t.leases().fence(lease);
            t.leases().renew(lease, hold);
            work.accept(t);
            return event != null && t.append(event);
        });
        lastSign = sign;
        if (isNew && event != null) {
            events.add(event);
        }
    }

    void end() {
        store.transact(t -> {
            t.leases().release(lease);
            return true;
        });
    }

    /** Gives the lease back after a failure; where the store fails too, the lease runs out by itself. */
    void abandon(RuntimeException failure) {
        try {
            end();
        } catch (StateException e) {
            failure.addSuppressed(e);
        }
    }
}
