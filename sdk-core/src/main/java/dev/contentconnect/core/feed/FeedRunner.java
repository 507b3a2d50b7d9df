package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.Inbox;
import dev.contentconnect.core.state.InboxStatus;
import dev.contentconnect.core.state.ParkedItem;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Brings the events of a feed to a handler, and loses none: events are polled or pushed into the inbox of a
 * {@link StateStore}, handled, and completed together with what the handler wants remembered. Each event is handled at
 * least once, and completed once; events of one object in the order of acceptance, those of different objects at the same
 * time. What fails is tried again after a while and put aside after too many attempts. Several runners of one feed, on as
 * many hosts, share the work: one of them polls, all of them handle.
 *
 * <p>Safe for several threads. Either {@linkplain #start() start} it, or call {@link #runUntilIdle()} again and again;
 * {@linkplain #close() close} it in the end.
 */
public final class FeedRunner implements AutoCloseable {
    private static final int REPLAYED_AT_ONCE = 100;
    /** What handlers get to notice that they were interrupted, and the run to write what became of them. */
    private static final Duration LAST = Duration.ofSeconds(10);

    private final FeedOptions options;
    private final FeedNotices notices;
    private final Remembered remembered;
    private final PollPace pace;
    private final Intake intake;
    private volatile @Nullable FeedRun run;
    private boolean started;
    private boolean closed;

    FeedRunner(FeedOptions options) {
        this.options = options;
        this.notices = new FeedNotices(options.feed(), options.listener());
        this.remembered = Remembered.nothing(options);
        this.pace = new PollPace(options);
        this.intake = new Intake(options, notices, remembered.backlog());
    }

    /**
     * Describes a runner.
     *
     * @param feed the name of the feed: the same on every host and after every restart, and different for each feed of a
     *     store
     * @param store where events, cursor and parked items are kept; not closed by the runner
     * @param handler what to do with each event
     * @return a builder with defaults for everything else
     */
    public static FeedRunnerBuilder builder(String feed, StateStore store, FeedHandler handler) {
        return new FeedRunnerBuilder(feed, store, handler);
    }

    /**
     * Begins to poll and handle, on threads of its own that keep the process alive.
     *
     * @throws IllegalStateException when it runs already or is closed
     */
    public synchronized void start() {
        FeedRun next = begin(e -> {
            throw e;
        });
        started = true;
        next.start();
    }

    /**
     * Polls until the feed has no more, and handles until the backlog is done or waits for another attempt; for hosts that
     * run now and then, and for tests. Events are handled on other threads, and none is in work any more when this
     * returns. A poll that failed ends it and shows in the status.
     *
     * @return how the feed is doing
     * @throws StateException when the store fails; call again later
     * @throws ConnectorException Cancelled when interrupted, with the flag kept; what was in hand is given back
     * @throws IllegalStateException when it runs already or is closed
     */
    public FeedStatus runUntilIdle() {
        AtomicReference<@Nullable Error> failed = new AtomicReference<>();
        FeedRun once = begin(failed::set);
        try {
            once.untilIdle();
        } catch (InterruptedException e) {
            throw LocalErrors.of(options.feed()).interrupted("feed.run", e);
        } finally {
            end();
        }
        Error error = failed.get();
        if (error != null) {
            throw error;
        }
        return status();
    }

    private synchronized FeedRun begin(java.util.function.Consumer<Error> errors) {
        if (closed || run != null) {
            throw new IllegalStateException(
                    "feed " + options.feed() + (closed ? " is closed" : " runs already in this runner"));
        }
        FeedRun next = new FeedRun(options, notices, remembered, intake, pace, errors);
        run = next;
        return next;
    }

    /** The lease goes back first: whoever runs or closes next finds it free, and does not take it from under another run. */
    private void end() {
        try {
            release();
        } finally {
            synchronized (this) {
                run = null;
                notifyAll();
            }
        }
    }

    private void release() {
        try {
            intake.release();
        } catch (StateException e) {
            // It runs out by itself.
            notices.storeFailed(e, Duration.ZERO);
        }
    }

    /**
     * Takes in events that were pushed. When this returns {@link PushResult.Stored}, they are in the store and will be
     * handled by a runner of this feed, now or later. The same event by push and by poll is handled once.
     *
     * @param events verified and decoded; all of them or none are taken
     * @return stored, or refused because too much is waiting
     * @throws StateException when the store fails: refuse the sender, who may come again
     */
    public PushResult push(List<CaseEvent> events) {
        PushResult result = intake.push(events);
        hint();
        return result;
    }

    /**
     * Hands the events of another feed on to this one, so that a flow over several systems has one inbox, and one order for
     * each of its objects: give this to the runner that polls the other system. An event is done there when it is stored
     * here. As long as too much is waiting here, it fails there with Unavailable, which counts no attempt.
     *
     * @return safe for several threads
     */
    public FeedHandler handOver() {
        return item -> {
            if (push(List.of(item.event())) instanceof PushResult.Full full) {
                throw LocalErrors.of(options.feed())
                        .unavailable(
                                "feed.push",
                                "full",
                                full.backlog() + " events are waiting, and " + full.limit() + " may");
            }
        };
    }

    /** Says that there may be news, for example because a webhook without content came: polls at once if it can. */
    public void wake() {
        pace.hint();
        hint();
    }

    private void hint() {
        FeedRun current = run;
        if (current != null) {
            current.hint();
        }
    }

    /**
     * Handles a parked item again, behind whatever its object has waiting, with no failures counted.
     *
     * @param key the {@link ParkedItem#key() key of the parked item}, which the listener is told too; or what
     *     {@link FeedItem#key()} gave, which begins with the name of the feed
     * @return whether it was there
     * @throws StateException when the store fails; CORRUPT when the item does not hold an event that can be read
     */
    public boolean replay(String key) {
        String prefix = OpenItem.prefix(options.feed());
        boolean there = options.store().transact(t -> {
            Inbox inbox = t.inbox(options.feed());
            return inbox.replay(key) || (key.startsWith(prefix) && inbox.replay(key.substring(prefix.length())));
        });
        hint();
        return there;
    }

    /**
     * Handles all items again that are parked now. Items that cannot be read stay where they are, and so do those that are
     * parked again meanwhile.
     *
     * @return how many
     * @throws StateException when the store fails
     */
    public int replayAll() {
        long left =
                options.store().transact(t -> t.inbox(options.feed()).status()).parked();
        int replayed = 0;
        int unreadable = 0;
        while (left > 0) {
            int skip = unreadable;
            int limit = skip + (int) Math.min(left, REPLAYED_AT_ONCE);
            List<ParkedItem> parked = options.store().read(view -> view.parked(options.feed(), limit));
            if (parked.size() <= skip) {
                break;
            }
            for (ParkedItem item : parked.subList(skip, parked.size())) {
                // The oldest come first, so that what is parked again is not reached.
                left--;
                try {
                    replayed += replay(item.key()) ? 1 : 0;
                } catch (StateException e) {
                    if (e.reason() != StateException.Reason.CORRUPT) {
                        throw e;
                    }
                    unreadable++;
                }
            }
        }
        return replayed;
    }

    /**
     * How the feed is doing; asks the store.
     *
     * @return counts of all hosts, and what this runner does
     * @throws StateException when the store fails
     */
    public FeedStatus status() {
        InboxStatus inbox =
                options.store().transact(t -> t.inbox(options.feed()).status());
        FeedRun current = run;
        Duration lag = inbox.oldestAcceptedAt() == null
                ? Duration.ZERO
                : Duration.between(inbox.oldestAcceptedAt(), options.time().now());
        return new FeedStatus(
                options.feed(),
                inbox.backlog(),
                current == null ? 0 : current.running(),
                inbox.parked(),
                lag.isNegative() ? Duration.ZERO : lag,
                remembered.rate().perSecond(),
                pace.failure());
    }

    /**
     * Stops: takes nothing more, gives back what was not begun, lets handlers that run end within the limit of the
     * options, interrupts them after it, and waits a little for that. What was not completed is handled again by whoever
     * runs next. Not to be called by a handler. When interrupted, handlers are interrupted at once; the flag is kept.
     */
    @Override
    public void close() {
        FeedRun last;
        boolean own;
        synchronized (this) {
            closed = true;
            last = run;
            own = started;
        }
        if (last == null) {
            return;
        }
        last.stop();
        if (own) {
            end();
        } else {
            awaitEnd(last);
        }
    }

    /** The thread that runs until idle ends its run itself. */
    private synchronized void awaitEnd(FeedRun last) {
        long end = System.nanoTime() + options.stopWithin().plus(LAST).toNanos();
        boolean hurried = false;
        while (run != null && end - System.nanoTime() > 0) {
            try {
                wait(100);
            } catch (InterruptedException e) {
                hurried = true;
                last.hurry();
                end = System.nanoTime() + LAST.toNanos();
            }
        }
        if (hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
