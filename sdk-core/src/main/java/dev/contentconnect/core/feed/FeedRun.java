package dev.contentconnect.core.feed;

import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The threads of one run, from start to stop. */
final class FeedRun {
    /** What handlers get to notice that they were interrupted. */
    private static final Duration LAST = Duration.ofSeconds(5);

    private final FeedOptions options;
    private final TimeSource time;
    private final FeedNotices notices;
    private final Remembered remembered;
    private final Intake intake;
    private final PollPace pace;
    private final Signal working = new Signal();
    private final Signal polling = new Signal();
    private final Hands hands;
    private final Work work;
    private final Heartbeat heartbeat;
    private final Thread beat;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;
    private volatile boolean hurry;
    private volatile boolean interrupted;
    private int storeFailures;

    FeedRun(
            FeedOptions options,
            FeedNotices notices,
            Remembered remembered,
            Intake intake,
            PollPace pace,
            Consumer<Error> errors) {
        this.options = options;
        this.time = options.time();
        this.notices = notices;
        this.remembered = remembered;
        this.intake = intake;
        this.pace = pace;
        Names names = new Names(options.worker());
        this.hands = new Hands(options, working, errors);
        this.work = new Work(options, notices, remembered, hands, names, errors);
        this.heartbeat = new Heartbeat(options, notices, names, intake);
        this.beat = thread("beat", heartbeat);
        // Ends with the others; must not keep a process alive that lost them.
        beat.setDaemon(true);
        beat.start();
    }

    int running() {
        return work.running();
    }

    /** There is something to do. */
    void hint() {
        work.hint();
        working.raise();
        polling.raise();
    }

    void start() {
        threads.add(thread("work", this::keepWorking));
        ChangeFeed source = options.source();
        if (source != null) {
            threads.add(thread("poll", () -> keepPolling(source)));
        }
        threads.forEach(Thread::start);
    }

    private Thread thread(String what, Runnable task) {
        return new Thread(task, "feed-" + options.feed() + "-" + what);
    }

    private void keepPolling(ChangeFeed source) {
        while (!stopping) {
            Duration wait = pace.wait(Duration.ofHours(1));
            if (!wait.isZero() && !wait.isNegative()) {
                pause(polling, wait);
                continue;
            }
            try {
                pace.asks();
                pace.polled(intake.poll(source));
                hint();
            } catch (RuntimeException e) {
                pollFailed(e);
            } catch (Error e) {
                pace.failed(new IllegalStateException(e));
                report(e);
            }
        }
    }

    private void pollFailed(RuntimeException e) {
        if (stopping && PollPace.isCancelled(e)) {
            return;
        }
        if (PollPace.isLost(e)) {
            notices.fenced("poll:" + options.feed());
            pace.polled(Intake.Polled.ELSEWHERE);
        } else if (e instanceof StateException state) {
            notices.storeFailed(state, pace.failed(e));
        } else {
            notices.pollFailed(e, pace.failed(e));
        }
    }

    private void keepWorking() {
        while (!stopping) {
            try {
                Duration rest = work.step(true);
                storeFailures = 0;
                if (pace.isFull() && remembered.backlog().isHalfEmpty()) {
                    pace.roomAgain();
                    polling.raise();
                }
                if (!rest.isZero()) {
                    pause(working, rest);
                }
            } catch (RuntimeException e) {
                Duration wait = options.backoff().delay(++storeFailures, null);
                notices.storeFailed(asState(e), wait);
                long until = time.nanoTime() + wait.toNanos();
                while (!stopping && until - time.nanoTime() > 0) {
                    pause(working, Duration.ofNanos(until - time.nanoTime()));
                }
            } catch (Error e) {
                report(e);
                pause(working, options.lookEvery());
            }
        }
        finish(options.stopWithin());
    }

    /** Whoever interrupts a thread of the run wants it to stop. */
    private void pause(Signal signal, Duration rest) {
        try {
            signal.await(rest);
        } catch (InterruptedException e) {
            interrupted = true;
            stopping = true;
            hurry = true;
            hint();
        }
    }

    static void report(Error e) {
        Thread self = Thread.currentThread();
        self.getUncaughtExceptionHandler().uncaughtException(self, e);
    }

    static StateException asState(RuntimeException e) {
        return e instanceof StateException state
                ? state
                : new StateException(StateException.Reason.FAILED, "the store made a mistake", e);
    }

    /**
     * Works on the calling thread until there is nothing that can be done now.
     *
     * @throws InterruptedException when interrupted; what was in hand is given back
     * @throws RuntimeException StateException when the store fails
     */
    void untilIdle() throws InterruptedException {
        try {
            boolean again = true;
            while (again && !stopping) {
                again = options.source() != null && pollOnce(options.source());
                boolean did = workOff();
                again = again && (did || pace.isDue());
            }
        } catch (InterruptedException e) {
            hurry = true;
            throw e;
        } catch (RuntimeException e) {
            notices.storeFailed(asState(e), Duration.ZERO);
            throw e;
        } finally {
            finish(options.stopWithin());
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether it pays to poll again when the backlog is done. */
    private boolean pollOnce(ChangeFeed source) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            pace.asks();
            Intake.Polled polled = intake.poll(source);
            pace.polled(polled);
            work.hint();
            return polled == Intake.Polled.MORE || polled == Intake.Polled.FULL;
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (e instanceof StateException && !PollPace.isLost(e)) {
                throw e;
            }
            pollFailed(e);
            return false;
        }
    }

    private boolean workOff() throws InterruptedException {
        boolean did = false;
        while (!stopping) {
            Duration rest = work.step(true);
            did |= !work.isEmpty();
            if (work.isIdle()) {
                break;
            }
            if (!rest.isZero()) {
                working.await(rest);
            }
        }
        return did;
    }

    /** Gives back what was not begun, lets what runs end, and interrupts it when that takes too long. */
    private void finish(Duration limit) {
        long end = time.nanoTime() + limit.toNanos();
        boolean told = false;
        work.giveBack();
        while (true) {
            Duration rest = settle();
            if (work.isEmpty() || rest.isNegative()) {
                break;
            }
            long left = end - time.nanoTime();
            if (!told && (left <= 0 || hurry)) {
                told = true;
                hands.interrupt();
                left = LAST.toNanos();
                end = time.nanoTime() + left;
            } else if (left <= 0) {
                break;
            }
            pause(working, rest.toNanos() < left ? rest : Duration.ofNanos(left));
        }
        hands.end();
        heartbeat.end();
        // A beat that is under way would take the lease back, or an item that has just been given to others.
        interrupted |= join(beat, LAST);
    }

    /** Negative when there is nothing left to wait for: claims that cannot be given back run out. */
    private Duration settle() {
        try {
            return work.step(false);
        } catch (RuntimeException e) {
            notices.storeFailed(asState(e), Duration.ZERO);
            return work.running() == 0 ? Duration.ofMillis(-1) : options.lookEvery();
        } catch (Error e) {
            // A heart that goes on would keep from others what nobody works on any more.
            hands.end();
            heartbeat.end();
            throw e;
        }
    }

    /** Stops, and waits until it has stopped. The interrupt flag is kept, and makes it hurry. */
    void stop() {
        stopping = true;
        intake.stop();
        hint();
        boolean hurried = false;
        for (Thread thread : threads) {
            hurried |= join(thread, options.stopWithin().plus(LAST).plus(LAST).plus(LAST));
        }
        if (hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a thread, also where that is interrupted; says whether it was. */
    private boolean join(Thread thread, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        boolean hurried = false;
        while (thread.isAlive() && end - System.nanoTime() > 0) {
            try {
                TimeUnit.NANOSECONDS.timedJoin(thread, end - System.nanoTime());
            } catch (InterruptedException e) {
                hurried = true;
                hurry();
                end = System.nanoTime() + LAST.plus(LAST).toNanos();
            }
        }
        return hurried;
    }

    /** Interrupts handlers at once, when it stops. Safe for several threads. */
    void hurry() {
        hurry = true;
        hint();
    }
}
