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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a host again and again while it works, with a signal that it cannot catch, and looks whether anything is lost or
 * there twice. {@code -Dcontentconnect.crashes=200} kills 200 times, {@code -Dcontentconnect.seed=…} at the same points.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class FeedCrashIT {
    private static final int CRASHES = Integer.getInteger("contentconnect.crashes", 12);
    private static final long SEED = Long.getLong("contentconnect.seed", System.nanoTime());
    private static final int OBJECTS = 7;

    @TempDir
    private Path folder;

    private final Map<String, List<String>> expected = new HashMap<>();
    private int events;

    @Test
    void losesNothingAndDoublesNothingOnAFile() throws Exception {
        crash(folder.resolve("state.db").toString(), CRASHES / 2, new Random(SEED));
    }

    @Test
    void losesNothingAndDoublesNothingOnAServer() throws Exception {
        String url = PostgresServer.schema().getUrl() + "&user=postgres";
        crash(url, CRASHES - CRASHES / 2, new Random(SEED + 1));
    }

    private void crash(String where, int crashes, Random random) throws Exception {
        System.out.println("contentconnect.seed=" + SEED);
        int midRequest = 0;
        try (Journal journal = new Journal()) {
            for (int i = 0; i < crashes; i++) {
                addEvents(journal, random);
                midRequest += killOne(journal, where, random) ? 1 : 0;
            }
            Process last = start(journal, where, "end");
            assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(last.exitValue()).as(log()).isZero();
            check(journal, where);
            int repeats = journal.effects().values().stream()
                    .mapToInt(count -> count - 1)
                    .sum();
            System.out.println("crashes " + crashes + ", in the middle of a request " + midRequest + ", events "
                    + events + ", repeated under their key " + repeats);
        }
    }

    private void addEvents(Journal journal, Random random) {
        for (int i = 0; i < 60; i++) {
            boolean pushed = random.nextInt(4) == 0;
            String object = (pushed ? "pushed" : "polled") + random.nextInt(OBJECTS);
            String id = "e" + events++;
            expected.computeIfAbsent(object, any -> new ArrayList<>()).add(id);
            if (pushed) {
                journal.hook(id + " " + object);
                // The same event by both ways, sooner or later.
                if (random.nextBoolean()) {
                    journal.hook(id + " " + object);
                }
            } else {
                journal.add(id + " " + object);
            }
        }
    }

    /** At some request, or at some moment after the start. */
    private boolean killOne(Journal journal, String where, Random random) throws Exception {
        CountDownLatch killed = new CountDownLatch(1);
        Process[] child = new Process[1];
        Journal.Moment moment = random.nextBoolean() ? Journal.Moment.BEFORE : Journal.Moment.AFTER;
        journal.strike(1 + random.nextInt(120), moment, () -> {
            child[0].destroyForcibly();
            killed.countDown();
        });
        child[0] = start(journal, where, "forever");
        long patience = random.nextInt(5) == 0 ? random.nextInt(1500) : 20_000;
        boolean met = killed.await(patience, TimeUnit.MILLISECONDS);
        journal.spare();
        assertThat(child[0].isAlive() || met).as(() -> log()).isTrue();
        child[0].destroyForcibly();
        child[0].waitFor();
        return met;
    }

    private Process start(Journal journal, String where, String mode) throws IOException {
        return ChildJvm.start(
                folder, List.of("-Xmx96m"), FeedChild.class, where, Integer.toString(journal.port()), mode);
    }

    private void check(Journal journal, String where) {
        assertThat(journal.order()).isEqualTo(expected);
        try (StateStore store = FeedChild.open(where)) {
            assertThat(TrailCheck.of(store, TrailChain.plain(), TrailHead.EMPTY))
                    .isEqualTo(new TrailCheck(events, null));
            InboxStatus inbox = store.transact(t -> t.inbox(FeedChild.FEED).status());
            assertThat(inbox).isEqualTo(new InboxStatus(0, 0, 0, null));
            expected.forEach((object, ids) -> {
                SourceRef ref = SourceRef.of("vendor", object);
                Optional<StateLink> tally = store.read(view -> view.link(ref, JournalClient.TALLY, ref));
                assertThat(tally.orElseThrow().version()).isEqualTo(ids.size());
            });
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("child.log"));
        } catch (IOException none) {
            return "no log";
        }
    }
}
