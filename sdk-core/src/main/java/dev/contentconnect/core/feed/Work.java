package dev.contentconnect.core.feed;

import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The heart of a runner: claims items, hands them out, settles what became of them, one step at a time. Belongs to one
 * thread, but for what says otherwise.
 */
final class Work {
    private static final Duration STALE = Duration.ofSeconds(1);

    private final FeedOptions options;
    private final TimeSource time;
    private final FeedNotices notices;
    private final Remembered remembered;
    private final Weather weather;
    private final Hands hands;
    private final Names names;
    private final Settlement settlement;
    private final LookAhead ahead;
    private final ObjectQueues queues = new ObjectQueues();
    private final Deque<Outcome> pending = new ArrayDeque<>();
    private int inHands;
    private final AtomicBoolean hinted = new AtomicBoolean();
    private boolean more = true;
    /** Whether a claim may find items of objects that are not in work here. */
    private boolean others = true;

    private long lastLook;

    Work(
            FeedOptions options,
            FeedNotices notices,
            Remembered remembered,
            Hands hands,
            Names names,
            Consumer<Error> errors) {
        this.options = options;
        this.time = options.time();
        this.notices = notices;
        this.remembered = remembered;
        this.weather = remembered.weather();
        this.hands = hands;
        this.names = names;
        this.settlement = new Settlement(options, names, errors, this::settled);
        this.ahead = new LookAhead(options.parallel(), options.batch());
        this.lastLook = time.nanoTime();
    }

    /** There may be something to claim. Safe for several threads. */
    void hint() {
        hinted.set(true);
    }

    /** How many items are being handled. Safe for several threads. */
    int running() {
        return hands.running();
    }

    /**
     * Does what there is to do now.
     *
     * @param taking whether to claim more
     * @return how long there is nothing to do unless somebody says so; zero to go on at once
     * @throws dev.contentconnect.core.state.StateException when the store fails; the step may be repeated
     */
    Duration step(boolean taking) {
        collect();
        int room = taking ? room() : 0;
        if (room > 0 || !pending.isEmpty()) {
            List<InboxItem> claimed = settlement.settle(pending, room);
            if (claimed != null) {
                take(claimed, room);
            }
        }
        if (!weather.isBad() || inHands == 0) {
            hands.clearUp();
        }
        handOver();
        return rest(taking);
    }

    /** Gives back whatever was not begun, with the next step. */
    void giveBack() {
        hands.takeBack();
        queues.dropAll().forEach(held -> pending.add(Outcome.returned(held)));
    }

    /** Whether nothing is in hand and nothing can be claimed now. */
    boolean isIdle() {
        return isEmpty() && ((!more && !hinted.get()) || weather.isBad());
    }

    /** Whether nothing is in hand. */
    boolean isEmpty() {
        return inHands == 0 && pending.isEmpty() && queues.waiting() == 0;
    }

    private void collect() {
        for (Outcome next = hands.next(); next != null; next = hands.next()) {
            inHands--;
            pending.add(next);
        }
        // Taken before the claim: what comes while it is made is not in it.
        boolean news = hinted.getAndSet(false);
        more |= news;
        others |= news;
    }

    private int room() {
        int held = inHands + queues.waiting();
        long now = time.nanoTime();
        boolean due = now - lastLook >= options.lookEvery().toNanos();
        if (!more && !due) {
            return 0;
        }
        int most = options.parallel() + ahead.ahead();
        int free = most - held;
        // Claiming for every single item that ends would cost more than the items.
        return free * 2 < most ? roomBesideBusyObjects(held, due) : weather.allowed(free, held);
    }

    /**
     * However many items of a few busy objects are held, threads with nothing to do get those of others. Bounded all the
     * same: each such claim sets a thread to work or is the last.
     */
    private int roomBesideBusyObjects(int held, boolean due) {
        int idle = options.parallel() - inHands;
        // What is to be settled may set the threads to work again.
        boolean starved = idle > 0 && queues.waiting() > 0 && hands.isDry() && pending.isEmpty();
        return starved && (others || due) ? weather.allowed(idle, held) : 0;
    }

    private void take(List<InboxItem> claimed, int room) {
        long now = time.nanoTime();
        remembered.backlog().claimed(claimed.size() == room);
        ahead.claimed(claimed.size() == room, hands.isDry(), now - lastLook > STALE.toNanos());
        lastLook = now;
        more = !claimed.isEmpty();
        others = claimed.size() == room;
        String name = names.current();
        for (InboxItem item : claimed) {
            names.took(name);
            queues.add(new Held(item, name));
        }
    }

    /** All whose object is free: threads that are done take the next without waiting for a commit. */
    private void handOver() {
        List<Hands.Task> tasks = new ArrayList<>();
        for (Held next = queues.begin(); next != null; next = queues.begin()) {
            InboxItem item = next.item();
            Instant occurred;
            try {
                occurred = item.event().occurredAt();
            } catch (StateException damage) {
                pending.add(Outcome.unreadable(next, damage));
                continue;
            }
            inHands++;
            tasks.add(hands.task(next, remembered.lateness().isLate(item.object(), occurred)));
        }
        hands.give(tasks);
    }

    private Duration rest(boolean taking) {
        if (!pending.isEmpty() || !hands.isEmpty()) {
            return Duration.ZERO;
        }
        if (taking && room() > 0) {
            return Duration.ZERO;
        }
        Duration look = options.lookEvery().minusNanos(time.nanoTime() - lastLook);
        Duration rest = inHands == 0 ? weather.wait(look) : look;
        // Where the time to look has come and there is no room, what ends says so.
        return rest.isNegative() || rest.isZero() ? options.lookEvery() : rest;
    }

    /** What was written, whatever it was. */
    private void settled(Outcome outcome, boolean counted) {
        Held held = outcome.held();
        names.gave(held.worker());
        more = true;
        boolean over = outcome.end() == Outcome.End.HANDLED
                || (outcome.verdict() != null && outcome.verdict().park());
        if (counted && over) {
            remembered.backlog().left(1);
            // What came of this object meanwhile could not be claimed.
            others |= !queues.settled(held);
        } else {
            queues.dropped(held).forEach(behind -> pending.add(Outcome.returned(behind)));
            others = true;
        }
        if (!counted) {
            notices.fenced(held.item().key());
        } else if (outcome.end() == Outcome.End.HANDLED) {
            handled(outcome);
        } else if (outcome.end() == Outcome.End.FAILED) {
            failed(outcome);
        } else if (outcome.failure() instanceof StateException damage) {
            notices.storeFailed(damage, Duration.ZERO);
        }
    }

    private void handled(Outcome outcome) {
        InboxItem item = outcome.held().item();
        weather.cleared();
        remembered.rate().add(1);
        remembered.lateness().handled(item.object(), item.event().occurredAt());
        Duration lag = Duration.between(item.acceptedAt(), time.now());
        notices.handled(item.event(), lag.isNegative() ? Duration.ZERO : lag, outcome.took());
    }

    private void failed(Outcome outcome) {
        InboxItem item = outcome.held().item();
        Throwable failure = Objects.requireNonNull(outcome.failure());
        FailureRules.Verdict verdict = Objects.requireNonNull(outcome.verdict());
        if (FailureRules.isWeather(failure)) {
            weather.failed(item.object(), FailureRules.retryAfter(failure));
            if (weather.isBad()) {
                giveBack();
            }
        }
        if (verdict.park()) {
            notices.parked(item.event(), verdict.reason(), failure);
        } else {
            notices.failed(item.event(), failure, verdict.delay());
        }
    }
}
