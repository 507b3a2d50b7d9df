package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.state.Inbox;
import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.InboxStatus;
import dev.contentconnect.core.state.ParkedItem;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the inbox of every {@link StateStore} must do. Extend it, and each test runs on a store of its own. */
@Timeout(60)
public abstract class InboxContract {
    private static final Instant T0 = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration HOLD = Duration.ofSeconds(30);

    /** The clock that the stores of this test run on. */
    protected final FakeClock clock = new FakeClock(T0);

    private StateStore store;

    /**
     * An empty store on {@link #clock}.
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

    private static CaseEvent event(String id) {
        return CaseEvent.builder("vendor", CaseEventType.ASSET_UPDATED, id, T0)
                .note("\u00e9\ud83d\ude00 " + id)
                .build();
    }

    private <T> T inbox(Function<Inbox, T> work) {
        return store.transact(t -> work.apply(t.inbox("feed")));
    }

    private void with(Consumer<Inbox> work) {
        inbox(inbox -> {
            work.accept(inbox);
            return true;
        });
    }

    private void accept(String id, String object) {
        assertThat(isNew(id, object)).isTrue();
    }

    private List<InboxItem> claim(String worker, int limit) {
        return inbox(inbox -> inbox.claim(worker, limit, HOLD));
    }

    private boolean isNew(String id, String object) {
        return inbox(inbox -> inbox.accept(event(id), object));
    }

    private InboxStatus status() {
        return inbox(Inbox::status);
    }

    private boolean replay(String key) {
        return inbox(inbox -> inbox.replay(key));
    }

    private static List<String> ids(List<InboxItem> items) {
        return items.stream().map(item -> item.event().id()).toList();
    }

    private void assertFenced(Consumer<Inbox> work) {
        assertThat(catchThrowableOfType(
                        StateException.class,
                        () -> store.transact(t -> {
                            t.claimKey("flow", "beside", T0);
                            // Hidden on purpose: nothing may be written all the same.
                            return catchThrowableOfType(StateException.class, () -> work.accept(t.inbox("feed")));
                        })))
                .extracting(StateException::reason)
                .isEqualTo(StateException.Reason.FENCED);
        assertThat(store.<Boolean>transact(t -> {
                    boolean free = t.claimKey("flow", "beside", T0);
                    t.forgetKeys("flow", T0.plusSeconds(1));
                    return free;
                }))
                .isTrue();
    }

    @Nested
    class Acceptance {
        @Test
        void takesEachEventOnceEvenAfterItIsDone() {
            accept("1", "a");
            assertThat(isNew("1", "a")).isFalse();
            InboxItem item = claim("w", 10).get(0);
            assertThat(item.event()).isEqualTo(event("1"));
            assertThat(item.feed()).isEqualTo("feed");
            assertThat(item.object()).isEqualTo("a");
            assertThat(item.acceptedAt()).isEqualTo(T0);
            with(inbox -> inbox.done(item));
            assertThat(isNew("1", "a")).isFalse();
            assertThat(claim("w", 10)).isEmpty();
            assertThat(status()).isEqualTo(new InboxStatus(0, 0, 0, null));
        }

        @Test
        void takesManyAtOnceAsItTakesThemOneByOne() {
            accept("known", "a");
            List<Inbox.Arrival> many = new ArrayList<>();
            for (String id : List.of("3", "known", "1", "3", "2")) {
                many.add(new Inbox.Arrival(event(id), "a"));
            }
            int fresh = inbox(inbox -> inbox.accept(many));
            assertThat(fresh).isEqualTo(3);
            assertThat(ids(claim("w", 10))).containsExactly("known", "3", "1", "2");
            int none = inbox(inbox -> inbox.accept(many));
            assertThat(none).isZero();
            int nothing = inbox(inbox -> inbox.accept(List.of()));
            assertThat(nothing).isZero();
        }

        @Test
        void takesMoreThanAStatementHolds() {
            List<Inbox.Arrival> many = new ArrayList<>();
            for (int i = 0; i < 700; i++) {
                many.add(new Inbox.Arrival(event("e" + i % 600), "a" + i));
            }
            int fresh = inbox(inbox -> inbox.accept(many));
            assertThat(fresh).isEqualTo(600);
            List<InboxItem> items = claim("w", 1000);
            assertThat(items)
                    .extracting(item -> item.event().id())
                    .startsWith("e0", "e1")
                    .hasSize(600);
            with(inbox -> items.forEach(inbox::done));
            assertThat(status()).isEqualTo(new InboxStatus(0, 0, 0, null));
        }

        @Test
        void keepsFeedsApart() {
            accept("1", "a");
            assertThat(store.<Boolean>transact(t -> t.inbox("other").accept(event("1"), "a")))
                    .isTrue();
            assertThat(ids(claim("w", 10))).containsExactly("1");
            assertThat(store.<InboxStatus>transact(t -> t.inbox("other").status())
                            .waiting())
                    .isEqualTo(1);
        }

        @Test
        void forgetsWhatATransactionAcceptedThatFailed() {
            IllegalStateException boom = new IllegalStateException("boom");
            assertThat(catchThrowableOfType(
                            IllegalStateException.class,
                            () -> with(inbox -> {
                                inbox.accept(event("1"), "a");
                                throw boom;
                            })))
                    .isSameAs(boom);
            assertThat(claim("w", 10)).isEmpty();
            accept("1", "a");
        }
    }

    @Nested
    class Claims {
        @Test
        void giveEachItemToOneWorkerInOrder() {
            accept("1", "a");
            accept("2", "b");
            accept("3", "a");
            assertThat(ids(claim("w1", 2))).containsExactly("1", "2");
            // 3 is about an object that w1 is busy with.
            assertThat(claim("w2", 10)).isEmpty();
            accept("4", "c");
            assertThat(ids(claim("w2", 10))).containsExactly("4");
            assertThat(status()).isEqualTo(new InboxStatus(1, 3, 0, T0));
        }

        @Test
        void runOutAndFenceTheWorkerWhoWakesUpLate() {
            accept("1", "a");
            InboxItem late = claim("w1", 1).get(0);
            clock.advance(HOLD);
            InboxItem taken = claim("w2", 1).get(0);
            assertThat(taken.claim()).isGreaterThan(late.claim());
            assertFenced(inbox -> inbox.done(late));
            assertFenced(inbox -> inbox.release(late, 1, Duration.ZERO, "late"));
            assertFenced(inbox -> inbox.park(late, "late"));
            with(inbox -> inbox.done(taken));
            assertFenced(inbox -> inbox.done(taken));
        }

        @Test
        void areGivenBackAllOrNoneWhenOneIsInOtherHands() {
            for (int i = 0; i < 9; i++) {
                accept("e" + i, "a" + i);
            }
            List<InboxItem> items = claim("w1", 9);
            clock.advance(HOLD);
            InboxItem taken = claim("w2", 1).get(0);
            assertFenced(inbox -> items.forEach(inbox::done));
            assertThat(status().backlog()).isEqualTo(9);
            with(inbox -> {
                items.subList(1, 9).forEach(inbox::done);
                inbox.done(taken);
            });
            assertThat(status()).isEqualTo(new InboxStatus(0, 0, 0, null));
        }

        @Test
        void thatRanOutAndNobodyTookOverStillCount() {
            accept("1", "a");
            InboxItem item = claim("w1", 1).get(0);
            clock.advance(HOLD.multipliedBy(2));
            with(inbox -> inbox.done(item));
            assertThat(status().backlog()).isZero();
        }

        @Test
        void lastLongerWhenExtended() {
            accept("1", "a");
            accept("2", "b");
            claim("w1", 1);
            claim("w2", 1);
            clock.advance(HOLD.minusSeconds(1));
            int extended = inbox(inbox -> inbox.extend("w1", HOLD));
            assertThat(extended).isEqualTo(1);
            clock.advance(Duration.ofSeconds(2));
            assertThat(ids(claim("w3", 10))).containsExactly("2");
        }

        @Test
        void leaveAnObjectAloneWhileAnyOfItsItemsIsInSomebodysHands() {
            accept("1", "a");
            accept("2", "a");
            accept("3", "b");
            List<InboxItem> items = claim("w1", 2);
            with(inbox -> inbox.release(items.get(0), 0, Duration.ZERO, "not tried"));
            assertThat(ids(claim("w2", 10))).containsExactly("3");
            with(inbox -> inbox.release(items.get(1), 0, Duration.ZERO, "not tried"));
            assertThat(ids(claim("w2", 10))).containsExactly("1", "2");
        }

        @Test
        void ofManyThreadsNeverOverlap() throws Exception {
            for (int i = 0; i < 60; i++) {
                accept(Integer.toString(i), "object " + i % 7);
            }
            Set<Long> seen = ConcurrentHashMap.newKeySet();
            List<String> twice = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int w = 0; w < 4; w++) {
                String worker = "w" + w;
                Thread thread = new Thread(() -> {
                    for (List<InboxItem> items = claim(worker, 3); !items.isEmpty(); items = claim(worker, 3)) {
                        for (InboxItem item : items) {
                            if (!seen.add(item.number())) {
                                synchronized (twice) {
                                    twice.add(item.key());
                                }
                            }
                            with(inbox -> inbox.done(item));
                        }
                    }
                });
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            // A worker that finds nothing claimable stops, so the last items of an object may be left.
            claim("last", 100)
                    .forEach(item -> assertThat(seen.add(item.number())).isTrue());
            assertThat(twice).isEmpty();
            assertThat(seen).hasSize(60);
        }
    }

    @Nested
    class Failures {
        @Test
        void makeAnItemAndThoseBehindItWait() {
            accept("1", "a");
            accept("2", "a");
            accept("3", "b");
            List<InboxItem> items = claim("w", 10);
            assertThat(ids(items)).containsExactly("1", "2", "3");
            with(inbox -> {
                inbox.release(items.get(0), 1, Duration.ofSeconds(10), "broken");
                inbox.release(items.get(1), 0, Duration.ZERO, null);
                inbox.done(items.get(2));
            });
            assertThat(claim("w", 10)).isEmpty();
            clock.advance(Duration.ofSeconds(10));
            List<InboxItem> again = claim("w", 10);
            assertThat(ids(again)).containsExactly("1", "2");
            assertThat(again.get(0).failures()).isEqualTo(1);
            assertThat(again.get(0).reason()).isEqualTo("broken");
            assertThat(again.get(0).firstFailedAt()).isEqualTo(T0);
            assertThat(again.get(1).failures()).isZero();
            assertThat(again.get(1).reason()).isNull();
        }

        @Test
        void thatDoNotCountAreRememberedAllTheSame() {
            accept("1", "a");
            InboxItem first = claim("w", 1).get(0);
            with(inbox -> inbox.release(first, 0, Duration.ofSeconds(10), "it rains"));
            clock.advance(Duration.ofSeconds(10));
            InboxItem second = claim("w", 1).get(0);
            assertThat(second.failures()).isZero();
            assertThat(second.reason()).isEqualTo("it rains");
            assertThat(second.firstFailedAt()).isEqualTo(T0);
            with(inbox -> inbox.release(second, 0, Duration.ZERO, null));
            InboxItem third = claim("w", 1).get(0);
            assertThat(third.reason()).isEqualTo("it rains");
            assertThat(third.firstFailedAt()).isEqualTo(T0);
        }

        @Test
        void thatAreParkedLetTheRestGoOnAndCanBeReplayed() {
            accept("1", "a");
            InboxItem first = claim("w", 1).get(0);
            with(inbox -> inbox.release(first, 1, Duration.ZERO, "broken"));
            clock.advance(Duration.ofSeconds(5));
            accept("2", "a");
            InboxItem second = claim("w", 1).get(0);
            with(inbox -> inbox.park(second, "still broken"));
            ParkedItem parked = store.<List<ParkedItem>>read(view -> view.parked("feed", 10))
                    .get(0);
            assertThat(parked.key()).isEqualTo(first.key());
            assertThat(parked.object()).isEqualTo("a");
            assertThat(parked.reason()).isEqualTo("still broken");
            assertThat(parked.attempts()).isEqualTo(2);
            assertThat(parked.firstFailedAt()).isEqualTo(T0);
            assertThat(parked.lastFailedAt()).isEqualTo(T0.plusSeconds(5));
            assertThat(status()).isEqualTo(new InboxStatus(1, 0, 1, T0.plusSeconds(5)));
            assertThat(replay(parked.key())).isTrue();
            assertThat(replay(parked.key())).isFalse();
            List<InboxItem> again = claim("w", 10);
            assertThat(ids(again)).containsExactly("2", "1");
            assertThat(again.get(1).event()).isEqualTo(event("1"));
            assertThat(again.get(1).failures()).isZero();
            assertThat(status().parked()).isZero();
        }

        @Test
        void doNotReplayWhatIsNoEvent() {
            store.transact(t -> {
                t.park(new ParkedItem("feed", "k", "a", "{}", "why", 1, T0, T0));
                return true;
            });
            assertThat(catchThrowableOfType(StateException.class, () -> inbox(inbox -> inbox.replay("k"))))
                    .extracting(StateException::reason)
                    .isEqualTo(StateException.Reason.CORRUPT);
            assertThat(status().parked()).isEqualTo(1);
        }
    }
}
