package dev.contentconnect.core.feed;

import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads that handle items, and the line in front of them. Each item that is handed over comes out again with its
 * outcome.
 */
final class Hands {
    private final FeedOptions options;
    private final FailureRules rules;
    private final Signal signal;
    private final Consumer<Error> errors;
    private final TimeSource time;
    private final ThreadPoolExecutor pool;
    private final Queue<Task> line = new ConcurrentLinkedQueue<>();
    private final Queue<Outcome> finished = new ConcurrentLinkedQueue<>();
    /** Threads that go through the line, or are about to. */
    private final AtomicInteger busy = new AtomicInteger();

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger rain = new AtomicInteger();
    private volatile boolean interrupted;

    Hands(FeedOptions options, Signal signal, Consumer<Error> errors) {
        this.options = options;
        this.rules = new FailureRules(options);
        this.signal = signal;
        this.errors = errors;
        this.time = options.time();
        AtomicInteger count = new AtomicInteger();
        this.pool = new ThreadPoolExecutor(
                options.parallel(),
                options.parallel(),
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> new Thread(task, "feed-" + options.feed() + "-" + count.incrementAndGet()),
                // The line was emptied before the pool was closed.
                new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
    }

    /** Puts items in line, and sets as many threads to work: waking one for each item would cost more than most items do. */
    void give(List<Task> tasks) {
        line.addAll(tasks);
        wake(tasks.size());
    }

    Task task(Held held, boolean late) {
        return new Task(held, late);
    }

    private void wake(int most) {
        for (int more = most; more > 0 && oneMoreIsBusy(); more--) {
            pool.execute(this::goThroughLine);
        }
    }

    /**
     * Never counts beyond the limit, not even for a moment: a thread that ends in that moment would take itself for one too
     * many, and leave what is in line to nobody.
     */
    private boolean oneMoreIsBusy() {
        int now;
        do {
            now = busy.get();
            if (now >= options.parallel()) {
                return false;
            }
        } while (!busy.compareAndSet(now, now + 1));
        return true;
    }

    private void goThroughLine() {
        try {
            for (Task task = line.poll(); task != null; task = line.poll()) {
                task.run();
                forgetInterrupt();
            }
        } finally {
            busy.decrementAndGet();
            // What was put in line while all threads were still busy, and what an error left behind.
            if (!line.isEmpty()) {
                wake(1);
            }
        }
    }

    /** What interrupted one handler is not meant for the next, unless all are to end. */
    private void forgetInterrupt() {
        if (Thread.interrupted() && interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many are being handled. */
    int running() {
        return running.get();
    }

    /** Whether nobody waits for a thread. */
    boolean isDry() {
        return line.isEmpty();
    }

    /** The weather is fine as far as is known. */
    void clearUp() {
        rain.set(0);
    }

    /** Lets those that wait for a thread come out as given back. */
    void takeBack() {
        for (Task task = line.poll(); task != null; task = line.poll()) {
            finish(Outcome.returned(task.held));
        }
    }

    @Nullable Outcome next() {
        return finished.poll();
    }

    boolean isEmpty() {
        return finished.isEmpty();
    }

    /** Interrupts what runs; it comes out as given back, unless it went well all the same. */
    void interrupt() {
        interrupted = true;
        takeBack();
        pool.shutdownNow();
    }

    void end() {
        pool.shutdown();
    }

    private void end(Outcome outcome) {
        running.decrementAndGet();
        finish(outcome);
    }

    private void finish(Outcome outcome) {
        finished.add(outcome);
        signal.raise();
    }

    /** An item in line. */
    final class Task {
        private final Held held;
        private final OpenItem open;

        Task(Held held, boolean late) {
            this.held = held;
            this.open = new OpenItem(held.item(), late);
        }

        private void run() {
            if (rain.get() >= Weather.OBJECTS) {
                // The line must not be burnt while those who decide have not heard of it yet.
                finish(Outcome.returned(held));
                return;
            }
            running.incrementAndGet();
            long start = time.nanoTime();
            try {
                options.handler().handle(open);
                rain.set(0);
                end(Outcome.handled(held, open.close(), took(start)));
            } catch (Exception e) {
                failed(e, start);
            } catch (Error e) {
                try {
                    errors.accept(e);
                } finally {
                    failed(e, start);
                }
            }
        }

        private void failed(Throwable failure, long start) {
            open.close();
            if (FailureRules.isWeather(failure)) {
                rain.incrementAndGet();
            }
            end(
                    interrupted
                            ? Outcome.returned(held)
                            : Outcome.failed(
                                    held, failure, rules.judge(held.item(), failure, time.now()), took(start)));
        }

        private Duration took(long start) {
            return Duration.ofNanos(time.nanoTime() - start);
        }
    }
}
