package dev.contentconnect.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.InboxStatus;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailCheck;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.testkit.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several hosts, each a process of its own, on one database. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FeedWorkersIT {
    private static final int EVENTS = 600;
    private static final int OBJECTS = 40;

    @TempDir
    private Path folder;

    private final String url = PostgresServer.schema().getUrl() + "&user=postgres";

    /** A host that is frozen in the middle of a transaction must not hold up the others for ever. */
    private final String urlOfHosts = url + "&options=-c%20idle_in_transaction_session_timeout=500";

    private final Map<String, List<String>> expected = new HashMap<>();
    private final List<Process> children = new ArrayList<>();
    private final StateStore store = FeedChild.open(url);

    @AfterEach
    void end() throws InterruptedException {
        for (Process child : children) {
            child.destroyForcibly();
            child.waitFor();
        }
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void shareTheWorkAndHandleEachItemOnce(int workers) throws Exception {
        try (Journal journal = new Journal()) {
            addEvents(journal);
            for (int i = 0; i < workers; i++) {
                start(journal, 10_000);
            }
            await(() -> isDone(journal));
            check(journal);
            assertThat(journal.effects().values()).containsOnly(1);
            System.out.println("effects by process: " + journal.workers());
            assertThat(journal.workers()).hasSize(workers);
        }
    }

    @Test
    void fenceOneThatWasFrozenAndWakesUp() throws Exception {
        try (Journal journal = new Journal()) {
            addEvents(journal);
            CountDownLatch frozen = new CountDownLatch(1);
            Process[] first = new Process[1];
            journal.strike(40, Journal.Moment.AND_GO_ON, () -> {
                signal(first[0], "-STOP");
                frozen.countDown();
            });
            first[0] = start(journal, 400);
            frozen.await();
            start(journal, 400);
            await(() -> isDone(journal));
            signal(first[0], "-CONT");
            await(() -> log().contains("fenced vendor/"));
            check(journal);
        }
    }

    private void addEvents(Journal journal) {
        for (int i = 0; i < EVENTS; i++) {
            String object = "o" + i % OBJECTS;
            expected.computeIfAbsent(object, any -> new ArrayList<>()).add("e" + i);
            journal.add("e" + i + " " + object);
        }
    }

    private Process start(Journal journal, long hold) throws IOException {
        Process child = ChildJvm.start(
                folder,
                List.of("-Xmx96m", "-D" + FeedChild.HOLD + "=" + hold),
                FeedChild.class,
                urlOfHosts,
                Integer.toString(journal.port()),
                "forever");
        children.add(child);
        return child;
    }

    private boolean isDone(Journal journal) {
        return journal.effects().size() == EVENTS
                && store.<InboxStatus>transact(t -> t.inbox(FeedChild.FEED).status())
                                .backlog()
                        == 0;
    }

    /** Looks now and then, for what other processes do in their own time. */
    private void await(BooleanSupplier end) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long limit = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!end.getAsBoolean()) {
            assertThat(System.nanoTime()).as(log()).isLessThan(limit);
            boolean over = never.await(20, TimeUnit.MILLISECONDS);
            assertThat(over).isFalse();
        }
    }

    private static void signal(Process child, String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(child.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(Journal journal) {
        assertThat(journal.order()).isEqualTo(expected);
        assertThat(TrailCheck.of(store, TrailChain.plain(), TrailHead.EMPTY)).isEqualTo(new TrailCheck(EVENTS, null));
        expected.forEach((object, ids) -> {
            SourceRef ref = SourceRef.of("vendor", object);
            Optional<StateLink> tally = store.read(view -> view.link(ref, JournalClient.TALLY, ref));
            assertThat(tally.orElseThrow().version()).isEqualTo(ids.size());
        });
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("child.log"));
        } catch (IOException none) {
            return "no log";
        }
    }
}
