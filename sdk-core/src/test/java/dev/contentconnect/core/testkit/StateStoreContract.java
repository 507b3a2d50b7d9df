package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.state.ParkedItem;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.StateTransaction;
import dev.contentconnect.core.state.TrailChain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link StateStore} must do. Extend it, and each test runs on a store of its own. */
@Timeout(60)
public abstract class StateStoreContract {
    private static final Instant T0 = Instant.parse("2026-11-21T10:00:00Z");
    private static final SourceRef A = SourceRef.of("one", "a");
    private static final SourceRef B = SourceRef.of("two", "b");
    private static final SourceRef C = SourceRef.of("two", "c");

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

    private static StateLink link(SourceRef from, SourceRef to, long version) {
        return new StateLink(from, "mirrors", to, version, "print-" + version, T0);
    }

    private static ParkedItem parked(String key, int attempts, Instant first) {
        return new ParkedItem("feed", key, "object", "{}", "why", attempts, first, T0);
    }

    @Test
    void takesEverythingBackWhenTheWorkThrows() {
        store.transact(t -> {
            t.moveCursor("feed", null, Cursor.of("1"));
            t.putLink(link(A, B, 1));
            t.park(parked("kept", 1, T0));
            return true;
        });
        IllegalStateException boom = new IllegalStateException("boom");
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> store.transact(t -> {
                            t.moveCursor("feed", Cursor.of("1"), Cursor.of("2"));
                            t.moveCursor("feed", Cursor.of("2"), Cursor.of("3"));
                            t.claimKey("flow", "k", T0);
                            t.putLink(link(A, B, 2));
                            t.putLink(link(A, C, 1));
                            t.removeLink(A, "mirrors", B);
                            t.park(parked("new", 1, T0));
                            t.unpark("feed", "kept");
                            throw boom;
                        })))
                .isSameAs(boom);
        store.transact(t -> {
            assertThat(t.cursor("feed")).contains(Cursor.of("1"));
            assertThat(t.claimKey("flow", "k", T0)).isTrue();
            assertThat(t.linksFrom(A, "mirrors")).containsExactly(link(A, B, 1));
            assertThat(t.parked("feed", 10)).extracting(ParkedItem::key).containsExactly("kept");
            return true;
        });
    }

    @Test
    void refusesToMoveAFeedThatAnotherWorkerMoved() {
        store.transact(t -> {
            t.moveCursor("feed", null, Cursor.of("1"));
            return true;
        });
        for (Cursor expected : new Cursor[] {null, Cursor.of("0")}) {
            assertThat(catchThrowableOfType(
                            StateException.class,
                            () -> store.transact(t -> {
                                t.claimKey("flow", "side effect", T0);
                                t.moveCursor("feed", expected, Cursor.of("2"));
                                return true;
                            })))
                    .hasMessageContaining("feed");
        }
        assertThat(store.<Boolean>transact(t -> t.cursor("other").isPresent())).isFalse();
        assertThat(store.<Boolean>transact(t -> t.claimKey("flow", "side effect", T0)))
                .isTrue();
    }

    @Test
    void writesNothingWhenTheWorkHidesThatAnotherWorkerWasFaster() {
        assertThat(catchThrowableOfType(
                        StateException.class,
                        () -> store.transact(t -> {
                            t.claimKey("flow", "k", T0);
                            return catchThrowableOfType(
                                    StateException.class,
                                    () -> t.moveCursor("feed", Cursor.of("elsewhere"), Cursor.of("2")));
                        })))
                .hasMessageContaining("feed");
        assertThat(store.<Boolean>transact(t -> t.claimKey("flow", "k", T0))).isTrue();
    }

    @Test
    void givesAKeyToTheFirstOfManyThreadsOnly() throws Exception {
        AtomicInteger winners = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Thread thread = new Thread(() -> {
                if (store.<Boolean>transact(t -> t.claimKey("flow", "k", T0))) {
                    winners.incrementAndGet();
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(winners).hasValue(1);
    }

    @Test
    void forgetsOldKeysOfOneScope() {
        store.transact(t -> {
            t.claimKey("flow", "old", T0.minusSeconds(10));
            t.claimKey("flow", "edge", T0);
            t.claimKey("other", "old", T0.minusSeconds(10));
            assertThat(t.forgetKeys("flow", T0)).isEqualTo(1);
            assertThat(t.claimKey("flow", "old", T0)).isTrue();
            assertThat(t.claimKey("flow", "edge", T0)).isFalse();
            assertThat(t.claimKey("other", "old", T0)).isFalse();
            return true;
        });
    }

    @Test
    void replacesALinkOnlyWhileItIsTheOneThatWasRead() {
        store.transact(t -> {
            t.replaceLink(null, link(A, B, 1));
            t.replaceLink(link(A, B, 1), link(A, B, 2));
            return true;
        });
        for (StateLink expected : new StateLink[] {null, link(A, B, 1)}) {
            assertThat(catchThrowableOfType(
                            StateException.class,
                            () -> store.transact(t -> {
                                t.claimKey("flow", "beside", T0);
                                t.replaceLink(expected, link(A, B, 9));
                                return true;
                            })))
                    .extracting(StateException::reason)
                    .isEqualTo(StateException.Reason.CONFLICT);
        }
        store.transact(t -> {
            assertThat(t.link(A, "mirrors", B)).contains(link(A, B, 2));
            assertThat(t.link(A, "mirrors", C)).isEmpty();
            assertThat(t.claimKey("flow", "beside", T0)).isTrue();
            assertThat(catchThrowableOfType(
                            IllegalArgumentException.class, () -> t.replaceLink(link(A, B, 2), link(A, C, 3))))
                    .hasMessageContaining("same ends");
            assertThat(catchThrowableOfType(
                            IllegalArgumentException.class, () -> t.replaceLink(link(A, B, 2), link(A, B, 2))))
                    .hasMessageContaining("another version");
            return true;
        });
    }

    @Test
    void findsLinksFromBothEndsInOrder() {
        store.transact(t -> {
            t.putLink(link(A, C, 1));
            t.putLink(link(A, B, 1));
            t.putLink(link(A, B, 2));
            t.putLink(new StateLink(A, "other", B, 0, null, T0));
            assertThat(t.linksFrom(A, "mirrors")).containsExactly(link(A, B, 2), link(A, C, 1));
            assertThat(t.linksTo(B, "mirrors")).containsExactly(link(A, B, 2));
            assertThat(t.linksFrom(B, "mirrors")).isEmpty();
            t.removeLink(A, "mirrors", B);
            t.removeLink(A, "mirrors", B);
            assertThat(t.linksFrom(A, "mirrors")).containsExactly(link(A, C, 1));
            assertThat(t.linksFrom(A, "other")).hasSize(1);
            return true;
        });
    }

    /** A store may keep a link back to write it together with something else. */
    @Test
    void writesALinkWhateverComesBehindIt() {
        CaseEvent event = CaseEvent.builder("vendor", CaseEventType.ASSET_UPDATED, "linked", T0)
                .build();
        store.transact(t -> {
            t.putLink(link(A, B, 1));
            assertThat(t.append(event)).isTrue();
            t.putLink(link(A, C, 1));
            return true;
        });
        store.transact(t -> {
            assertThat(t.linksFrom(A, "mirrors")).containsExactly(link(A, B, 1), link(A, C, 1));
            t.putLink(link(A, B, 2));
            assertThat(t.append(event)).isFalse();
            assertThat(t.link(A, "mirrors", B)).contains(link(A, B, 2));
            t.putLink(link(A, B, 3));
            t.replaceLink(link(A, B, 3), link(A, B, 4));
            t.putLink(link(A, C, 2));
            t.removeLink(A, "mirrors", C);
            return true;
        });
        assertThat(store.<List<StateLink>>transact(t -> t.linksFrom(A, "mirrors")))
                .containsExactly(link(A, B, 4));
    }

    @Test
    void keepsParkedItemsOldestFirst() {
        store.transact(t -> {
            t.park(parked("young", 1, T0.plusSeconds(5)));
            t.park(parked("old", 1, T0));
            t.park(parked("old", 2, T0));
            assertThat(t.parked("feed", 10)).extracting(ParkedItem::key).containsExactly("old", "young");
            assertThat(t.parked("feed", 1)).extracting(ParkedItem::attempts).containsExactly(2);
            assertThat(t.parked("other", 10)).isEmpty();
            assertThat(t.unpark("feed", "old")).isTrue();
            assertThat(t.unpark("feed", "old")).isFalse();
            return true;
        });
    }

    @Test
    void refusesToNestAndToOutliveItsWork() {
        AtomicReference<StateTransaction> escaped = new AtomicReference<>();
        store.transact(t -> {
            escaped.set(t);
            assertThat(catchThrowableOfType(IllegalStateException.class, () -> store.transact(inner -> true)))
                    .hasMessageContaining("nest");
            return true;
        });
        assertThat(catchThrowableOfType(
                        IllegalStateException.class, () -> escaped.get().cursor("feed")))
                .hasMessageContaining("ended");
        store.close();
        assertThat(catchThrowableOfType(IllegalStateException.class, () -> store.transact(t -> true)))
                .hasMessageContaining("closed");
    }
}
