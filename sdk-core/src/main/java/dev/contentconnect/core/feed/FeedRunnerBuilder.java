package dev.contentconnect.core.feed;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.observe.FeedListener;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the options of a {@link FeedRunner}; they are checked together by {@link #build()}. Belongs to one thread. */
public final class FeedRunnerBuilder {
    private static final Duration RETRY_AFTER_CEILING = Duration.ofHours(1);
    private static final int MOST = 100_000_000;

    private final String feed;
    private final StateStore store;
    private final FeedHandler handler;
    private @Nullable ChangeFeed source;
    private boolean polls;
    private Duration interval = Duration.ofSeconds(30);
    private int parallel = 4;
    private int batch = 100;
    private int backlogLimit = 10_000;
    private int attempts = 5;
    private Duration giveUpAfter = Duration.ofDays(1);
    private Duration firstDelay = Duration.ofSeconds(1);
    private Duration maxDelay = Duration.ofMinutes(5);
    private DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble();
    private Duration hold = Duration.ofSeconds(30);
    private Duration lookEvery = Duration.ofMillis(500);
    private Duration stopWithin = Duration.ofSeconds(30);
    private Duration keysKept = Duration.ofDays(90);
    private @Nullable Function<CaseEvent, @Nullable String> object;
    private boolean parkedInTrail;
    private FeedListener listener = FeedListener.NONE;
    private TimeSource time = TimeSource.system();
    private String worker = "worker-" + UUID.randomUUID();
    private int sources;

    FeedRunnerBuilder(String feed, StateStore store, FeedHandler handler) {
        this.feed = feed;
        this.store = store;
        this.handler = handler;
    }

    /**
     * Asks a system for changes. Without this, events come by {@link FeedRunner#push} only. A runner asks one system, so
     * this is called once; the runners of other systems {@linkplain FeedRunner#handOver hand over} to it.
     *
     * @param source for example the {@code AssetFeed} of a connector
     * @param interval how long to wait when there was nothing more; default 30 s
     * @return this builder
     */
    public FeedRunnerBuilder poll(ChangeFeed source, Duration interval) {
        this.source = source;
        this.polls = true;
        this.interval = interval;
        this.sources++;
        return this;
    }

    /**
     * How many objects are handled at once.
     *
     * @param objects 1 to 1000; default 4
     * @return this builder
     */
    public FeedRunnerBuilder parallel(int objects) {
        this.parallel = objects;
        return this;
    }

    /**
     * How many events one poll asks for; at most twice as many are claimed ahead of the handlers.
     *
     * @param events 1 to 10,000; default 100
     * @return this builder
     */
    public FeedRunnerBuilder batch(int events) {
        this.batch = events;
        return this;
    }

    /**
     * How much may wait. Nothing is polled while this much is waiting, and pushes are refused. Polling pauses earlier while
     * enough waits to keep all threads busy: four times what they and two batches hold. One push, or what several hosts
     * take in within a second, may go beyond.
     *
     * @param events 1 or more; default 10,000
     * @return this builder
     */
    public FeedRunnerBuilder backlogLimit(int events) {
        this.backlogLimit = events;
        return this;
    }

    /**
     * How often an event is tried before it is parked. A system that is down, slow or refuses the credential does not
     * count: see {@link #giveUpAfter}.
     *
     * @param count 1 or more; default 5
     * @return this builder
     */
    public FeedRunnerBuilder attempts(int count) {
        this.attempts = count;
        return this;
    }

    /**
     * How long an event is tried that fails for no fault of its own, before it is parked.
     *
     * @param limit counted from its first failure; default 1 day
     * @return this builder
     */
    public FeedRunnerBuilder giveUpAfter(Duration limit) {
        this.giveUpAfter = limit;
        return this;
    }

    /**
     * How long to wait after failures: a random part of a bound that doubles. A longer wait that a system asks for is
     * honoured, up to an hour.
     *
     * @param first the first bound; default 1 s
     * @param max the greatest bound, and the wait after a poll that failed for something that does not go away by itself,
     *     such as a cursor that the system refuses; default 5 min
     * @return this builder
     */
    public FeedRunnerBuilder backoff(Duration first, Duration max) {
        this.firstDelay = first;
        this.maxDelay = max;
        return this;
    }

    /**
     * Where the random part comes from, for tests.
     *
     * @param source gives numbers from 0 up to, not including, 1
     * @return this builder
     */
    public FeedRunnerBuilder jitter(DoubleSupplier source) {
        this.jitter = source;
        return this;
    }

    /**
     * For how long items are claimed, and the right to poll is held. It is extended all the time; so this is how long
     * others wait for a host that died.
     *
     * @param limit 100 ms or more; default 30 s
     * @return this builder
     */
    public FeedRunnerBuilder hold(Duration limit) {
        this.hold = limit;
        return this;
    }

    /**
     * How often an idle runner looks for what other hosts took in, or gave up.
     *
     * @param pause default 500 ms
     * @return this builder
     */
    public FeedRunnerBuilder lookEvery(Duration pause) {
        this.lookEvery = pause;
        return this;
    }

    /**
     * How long {@link FeedRunner#close()} waits for handlers before it interrupts them.
     *
     * @param limit zero to interrupt at once; default 30 s
     * @return this builder
     */
    public FeedRunnerBuilder stopWithin(Duration limit) {
        this.stopWithin = limit;
        return this;
    }

    /**
     * How long an event is known after it was accepted. One that comes again later counts as new.
     *
     * @param limit longer than the system can repeat an event; default 90 days
     * @return this builder
     */
    public FeedRunnerBuilder keysKept(Duration limit) {
        this.keysKept = limit;
        return this;
    }

    /**
     * Which events are handled one after the other. By default those with the same subject; of events without one those
     * with the same case, by its reference or else its key; an event without either stands alone.
     *
     * @param object gives the same text for events that belong together; where it gives null or throws, the default counts
     * @return this builder
     */
    public FeedRunnerBuilder orderBy(Function<CaseEvent, @Nullable String> object) {
        this.object = object;
        return this;
    }

    /**
     * Whether the audit trail is told of items that are parked: by a {@code flow.failed} in the name of this feed, with
     * the reason as its note, in the transaction that parks. So they show in the governance report.
     *
     * @param told false by default
     * @return this builder
     */
    public FeedRunnerBuilder parkedInTrail(boolean told) {
        this.parkedInTrail = told;
        return this;
    }

    /**
     * Who is told what happens.
     *
     * @param listener quick, and safe for several threads
     * @return this builder
     */
    public FeedRunnerBuilder listener(FeedListener listener) {
        this.listener = listener;
        return this;
    }

    /**
     * The clock.
     *
     * @param time the machine's by default
     * @return this builder
     */
    public FeedRunnerBuilder time(TimeSource time) {
        this.time = time;
        return this;
    }

    /**
     * The name under which this runner holds items.
     *
     * @param name different for each runner of a feed, also for two in one process; random by default
     * @return this builder
     */
    public FeedRunnerBuilder worker(String name) {
        this.worker = name;
        return this;
    }

    /**
     * Makes the runner. Does nothing yet.
     *
     * @return to be started, and closed
     * @throws ConfigException naming every option that cannot work
     */
    public FeedRunner build() {
        return new FeedRunner(options());
    }

    FeedOptions options() {
        List<ConfigProblem> problems = problems();
        if (!problems.isEmpty()) {
            throw new ConfigException("feed " + (feed == null || feed.isBlank() ? "without a name" : feed), problems);
        }
        RetryPolicy backoff = RetryPolicy.standard()
                .delays(firstDelay, maxDelay)
                .retryAfterCeiling(RETRY_AFTER_CEILING)
                .jitter(jitter);
        return new FeedOptions(
                feed,
                store,
                handler,
                source,
                interval,
                parallel,
                batch,
                backlogLimit,
                attempts,
                giveUpAfter,
                firstDelay,
                maxDelay,
                backoff,
                hold,
                lookEvery,
                stopWithin,
                keysKept,
                object,
                parkedInTrail,
                listener,
                time,
                worker);
    }

    private List<ConfigProblem> problems() {
        Problems found = new Problems();
        found.required("feed", feed);
        found.required("store", store);
        found.required("handler", handler);
        found.required("interval", interval);
        found.required("giveUpAfter", giveUpAfter);
        found.required("backoff", firstDelay);
        found.required("backoff", maxDelay);
        found.required("jitter", jitter);
        found.required("hold", hold);
        found.required("lookEvery", lookEvery);
        found.required("stopWithin", stopWithin);
        found.required("keysKept", keysKept);
        found.required("listener", listener);
        found.required("time", time);
        found.required("worker", worker);
        found.check("poll", source != null || !polls, "is given no source");
        if (!found.list.isEmpty()) {
            return found.list;
        }
        found.check("feed", !feed.isBlank(), "is required");
        found.check("poll", sources <= 1, "was given twice: a runner asks one feed; others hand over to it (handOver)");
        found.check("worker", !worker.isBlank(), "is required");
        found.number("parallel", parallel, 1000);
        found.number("batch", batch, 10_000);
        found.number("backlogLimit", backlogLimit, MOST);
        found.number("attempts", attempts, MOST);
        found.duration("interval", interval);
        found.duration("giveUpAfter", giveUpAfter);
        found.duration("backoff", firstDelay);
        found.duration("backoff", maxDelay);
        found.check("backoff", maxDelay.compareTo(firstDelay) >= 0, "must not begin beyond its limit");
        found.duration("hold", hold);
        found.check("hold", hold.toMillis() >= 100, "must be 100 ms or more");
        found.duration("lookEvery", lookEvery);
        found.check("stopWithin", !stopWithin.isNegative(), "must not be negative");
        found.check("stopWithin", stopWithin.compareTo(OptionReader.MAX_DURATION) <= 0, "must be at most 366 days");
        found.check("keysKept", keysKept.compareTo(giveUpAfter) >= 0, "must not be shorter than giveUpAfter");
        return found.list;
    }

    private static final class Problems {
        private final List<ConfigProblem> list = new ArrayList<>();

        void check(String option, boolean good, String problem) {
            if (!good) {
                list.add(new ConfigProblem(option, problem));
            }
        }

        void required(String option, @Nullable Object value) {
            check(option, value != null, "is required");
        }

        void number(String option, int value, int most) {
            check(option, value >= 1 && value <= most, "must be a number from 1 to " + most);
        }

        void duration(String option, Duration value) {
            boolean good = !value.isNegative() && !value.isZero() && value.compareTo(OptionReader.MAX_DURATION) <= 0;
            check(option, good, "must be more than zero and at most 366 days");
        }
    }
}
