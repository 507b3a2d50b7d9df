package dev.contentconnect.core.feed;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.observe.FeedListener;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.jdbc.JdbcStateStore;
import dev.contentconnect.core.testkit.KeptConnections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A host in a process of its own: runs the feed of a {@link Journal} until it is killed, or told to end. Takes where the
 * store is, the journal's port, and {@code forever} or {@code end}.
 */
final class FeedChild {
    static final String FEED = "crash";
    /** For how long a worker holds what it claims, in milliseconds. */
    static final String HOLD = "feed.hold";

    private FeedChild() {}

    public static void main(String[] args) {
        try (StateStore store = open(args[0])) {
            JournalClient journal = new JournalClient(Integer.parseInt(args[1]));
            if (args[2].equals("end")) {
                end(store, journal);
            } else {
                forever(store, journal);
            }
        }
    }

    static StateStore open(String where) {
        if (!where.startsWith("jdbc:postgresql:")) {
            return JdbcStateStore.file(Path.of(where)).open();
        }
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(where);
        return JdbcStateStore.builder(new KeptConnections(server)).open();
    }

    private static FeedRunner runner(StateStore store, JournalClient journal) {
        return FeedRunner.builder(FEED, store, journal::handle)
                .poll(journal, Duration.ofMillis(10))
                .batch(8)
                .hold(Duration.ofMillis(Long.getLong(HOLD, 400)))
                .lookEvery(Duration.ofMillis(20))
                .listener(new FeedListener() {
                    @Override
                    public void fenced(String feed, String what) {
                        System.out.println("fenced " + what);
                    }
                })
                .backoff(Duration.ofMillis(5), Duration.ofMillis(50))
                .build();
    }

    private static void forever(StateStore store, JournalClient journal) {
        try (FeedRunner runner = runner(store, journal)) {
            runner.start();
            while (true) {
                receive(runner, journal);
                LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
            }
        }
    }

    private static void end(StateStore store, JournalClient journal) {
        try (FeedRunner runner = runner(store, journal)) {
            long backlog;
            do {
                // What the dead hold comes free after a while.
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                backlog = runner.runUntilIdle().backlog();
            } while (backlog > 0 || receive(runner, journal) || hasMore(store, journal));
        }
    }

    /** Idle is also who may not poll, since a dead host's lease has not run out yet. */
    private static boolean hasMore(StateStore store, JournalClient journal) {
        @Nullable Cursor readTo = store.<@Nullable Cursor>read(view -> view.cursor(FEED).orElse(null));
        return !journal.changes(readTo, 1).next().equals(readTo);
    }

    /** As a web server would: acknowledged only when it is stored. */
    private static boolean receive(FeedRunner runner, JournalClient journal) {
        List<CaseEvent> events = journal.hooks();
        if (!events.isEmpty() && runner.push(events) instanceof PushResult.Stored) {
            journal.acknowledge(events.size());
        }
        return !events.isEmpty();
    }
}
