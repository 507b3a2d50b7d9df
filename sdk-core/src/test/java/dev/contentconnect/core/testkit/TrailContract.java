package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailCheck;
import dev.contentconnect.core.state.TrailEntry;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.state.TrailQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the audit trail of every {@link StateStore} must do. Extend it, and each test runs on a store of its own. */
@Timeout(60)
public abstract class TrailContract {
    private static final Instant T0 = Instant.parse("2026-11-21T10:00:00Z");

    /** The clock that the stores of this test run on. */
    protected final FakeClock clock = new FakeClock(T0);

    private StateStore store;

    /**
     * An empty store on {@link #clock}, with {@link TrailChain#plain()}.
     *
     * @return closed by the contract
     * @throws Exception when there is none
     */
    protected abstract StateStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static CaseEvent event(String source, String id, String caseKey, Instant at) {
        return CaseEvent.builder(source, CaseEventType.CASE_OPENED, id, at)
                .caseKey(caseKey)
                .subject(SourceRef.of("vip", id))
                .note("said \u201cyes\u201d \ud83d\ude00")
                .build();
    }

    private boolean append(CaseEvent event) {
        return store.<Boolean>transact(t -> t.append(event));
    }

    private List<TrailEntry> entries(TrailQuery query) {
        return store.read(view -> {
            List<TrailEntry> entries = new ArrayList<>();
            view.trail(query, entries::add);
            return entries;
        });
    }

    private List<String> ids(TrailQuery query) {
        return entries(query).stream().map(entry -> entry.event().id()).toList();
    }

    private TrailCheck check(TrailChain chain, TrailHead known) {
        return TrailCheck.of(store, chain, known);
    }

    @Test
    void keepsEachEventOnceInTheOrderOfRecording() {
        CaseEvent late = event("wf", "2", "k", T0.plusSeconds(5));
        assertThat(append(late)).isTrue();
        clock.advance(Duration.ofMillis(1500));
        assertThat(append(event("wf", "1", "k", T0))).isTrue();
        assertThat(append(late)).isFalse();
        assertThat(append(event("vip", "2", "k", T0))).isTrue();
        List<TrailEntry> entries = entries(TrailQuery.ALL);
        assertThat(entries).extracting(TrailEntry::number).containsExactly(1L, 2L, 3L);
        assertThat(entries.get(0).event()).isEqualTo(late);
        assertThat(entries.get(0).recordedAt()).isEqualTo(T0);
        assertThat(entries.get(1).recordedAt()).isEqualTo(T0.plusMillis(1500));
        assertThat(store.<TrailHead>read(view -> view.trailHead()))
                .isEqualTo(new TrailHead(3, entries.get(2).hash()));
    }

    @Test
    void seesWhatTheSameTransactionAdded() {
        store.transact(t -> {
            assertThat(t.append(event("wf", "1", "k", T0))).isTrue();
            assertThat(t.append(event("wf", "1", "k", T0))).isFalse();
            assertThat(t.trailHead().number()).isEqualTo(1);
            List<String> seen = new ArrayList<>();
            t.trail(TrailQuery.ALL, entry -> seen.add(entry.event().id()));
            assertThat(seen).containsExactly("1");
            return true;
        });
    }

    @Test
    void leavesNoGapBehindATransactionThatFailed() {
        append(event("wf", "1", "k", T0));
        IllegalStateException boom = new IllegalStateException("boom");
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> store.transact(t -> {
                            t.append(event("wf", "lost", "k", T0));
                            throw boom;
                        })))
                .isSameAs(boom);
        append(event("wf", "2", "k", T0));
        append(event("wf", "lost", "k", T0));
        assertThat(ids(TrailQuery.ALL)).containsExactly("1", "2", "lost");
        assertThat(check(TrailChain.plain(), TrailHead.EMPTY)).isEqualTo(new TrailCheck(3, null));
    }

    @Test
    void findsEntriesByEachCriterion() {
        append(event("wf", "1", "k1", T0));
        append(event("vip", "2", "k1", T0.plusSeconds(1)));
        append(event("wf", "3", "k2", T0.plusSeconds(2)));
        append(CaseEvent.builder("wf", CaseEventType.CASE_OPENED, "bare", T0.plusSeconds(3))
                .build());
        assertThat(ids(TrailQuery.ALL.after(2))).containsExactly("3", "bare");
        assertThat(ids(TrailQuery.ALL.by("wf"))).containsExactly("1", "3", "bare");
        assertThat(ids(TrailQuery.ALL.ofCase("k1"))).containsExactly("1", "2");
        assertThat(ids(TrailQuery.ALL.about(SourceRef.of("vip", "3")))).containsExactly("3");
        assertThat(ids(TrailQuery.ALL.between(T0.plusSeconds(1), T0.plusSeconds(3))))
                .containsExactly("2", "3");
        assertThat(ids(TrailQuery.ALL.by("wf").ofCase("k1").between(null, T0.plusSeconds(9))))
                .containsExactly("1");
    }

    @Test
    void isWholeForWhoKnowsAnEarlierEnd() {
        assertThat(check(TrailChain.plain(), TrailHead.EMPTY).isWhole()).isTrue();
        append(event("wf", "1", "k", T0));
        TrailHead known = store.read(view -> view.trailHead());
        append(event("wf", "2", "k", T0));
        assertThat(check(TrailChain.plain(), known).isWhole()).isTrue();
        assertThat(check(TrailChain.plain(), new TrailHead(1, TrailChain.START)).problem())
                .contains("entry 1");
        assertThat(check(TrailChain.plain(), new TrailHead(3, known.hash())).problem())
                .contains("entry 3");
    }

    @Test
    void addsUpUnderManyThreads() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int w = 0; w < 4; w++) {
            String source = "w" + w;
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 10; i++) {
                    append(event(source, Integer.toString(i), "k", T0));
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(check(TrailChain.plain(), TrailHead.EMPTY)).isEqualTo(new TrailCheck(40, null));
    }
}
