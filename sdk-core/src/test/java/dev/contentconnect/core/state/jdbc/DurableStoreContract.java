package dev.contentconnect.core.state.jdbc;

import static dev.contentconnect.core.state.jdbc.Samples.T0;
import static dev.contentconnect.core.state.jdbc.Samples.append;
import static dev.contentconnect.core.state.jdbc.Samples.event;
import static dev.contentconnect.core.state.jdbc.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.Lease;
import dev.contentconnect.core.state.ParkedItem;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailCheck;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.state.TrailQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store in a database does beyond what every store does, the same in each database. */
@Timeout(60)
abstract class DurableStoreContract {
    private static final Duration HOLD = Duration.ofSeconds(30);
    private static final SourceRef A = SourceRef.of("one", "a");
    private static final SourceRef B = SourceRef.of("two", "b");

    private Hosts hosts;

    /** An empty database. */
    abstract Hosts database() throws Exception;

    @BeforeEach
    void makeDatabase() throws Exception {
        hosts = database();
    }

    private JdbcStateStore open() {
        return hosts.builder().open();
    }

    @Test
    void remembersEverythingAfterItIsOpenedAgain() {
        StateLink link = new StateLink(A, "mirrors", B, 3, null, Instant.parse("2026-11-21T10:00:00.123456789Z"));
        ParkedItem parked = new ParkedItem("feed", "k", "o", "{}", "why", 2, T0, T0.plusNanos(1));
        Lease lease;
        try (StateStore store = open()) {
            lease = store.transact(t -> {
                t.moveCursor("feed", null, Cursor.of("7"));
                t.claimKey("flow", "k", T0);
                t.putLink(link);
                t.park(parked);
                t.append(event("1"));
                t.inbox("feed").accept(event("2"), "object");
                return t.leases().acquire("poll", "w", HOLD).orElseThrow();
            });
        }
        try (StateStore store = open()) {
            store.transact(t -> {
                assertThat(t.cursor("feed")).contains(Cursor.of("7"));
                assertThat(t.claimKey("flow", "k", T0)).isFalse();
                assertThat(t.link(A, "mirrors", B)).contains(link);
                assertThat(t.parked("feed", 5)).containsExactly(parked);
                assertThat(t.append(event("1"))).isFalse();
                assertThat(t.inbox("feed").accept(event("2"), "object")).isFalse();
                assertThat(t.inbox("feed").claim("w", 5, HOLD))
                        .extracting(item -> item.event().id())
                        .containsExactly("2");
                t.leases().fence(lease);
                assertThat(t.leases().acquire("poll", "other", HOLD)).isEmpty();
                return true;
            });
            assertThat(TrailCheck.of(store, TrailChain.plain(), TrailHead.EMPTY))
                    .isEqualTo(new TrailCheck(1, null));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nul \0 within",
                "\0",
                "half \ud83d of a pair",
                "\udc00",
                "the mark \u001a0000 itself",
                "\u00e9 \ud83d\ude00 \uffff",
                "'; DROP TABLE contentconnect_keys; --",
                "{p}keys"
            })
    void keepsAnyText(String text) {
        for (String each : List.of(text, text + "x".repeat(5000))) {
            SourceRef ref = SourceRef.of("s", "id" + each);
            StateLink link = new StateLink(ref, each + "type", ref, 1, each, T0);
            ParkedItem parked = new ParkedItem("f" + each, "k" + each, "o" + each, each, each, 1, T0, T0);
            try (StateStore store = open()) {
                store.transact(t -> {
                    t.moveCursor("f" + each, null, Cursor.of(each));
                    t.putLink(link);
                    t.park(parked);
                    assertThat(t.claimKey("flow" + each, each, T0)).isTrue();
                    assertThat(t.claimKey("flow" + each, each + " ", T0)).isTrue();
                    assertThat(t.leases().acquire("l" + each, "w" + each, HOLD)).isPresent();
                    assertThat(t.inbox("f" + each).accept(event("1"), "o" + each))
                            .isTrue();
                    return true;
                });
                store.transact(t -> {
                    assertThat(t.cursor("f" + each)).contains(Cursor.of(each));
                    assertThat(t.linksFrom(ref, each + "type")).containsExactly(link);
                    assertThat(t.linksTo(ref, each + "type")).containsExactly(link);
                    assertThat(t.parked("f" + each, 5)).containsExactly(parked);
                    assertThat(t.claimKey("flow" + each, each, T0)).isFalse();
                    List<InboxItem> items = t.inbox("f" + each).claim("w" + each, 5, HOLD);
                    assertThat(items).extracting(InboxItem::object).containsExactly("o" + each);
                    t.inbox("f" + each).done(items.get(0));
                    return true;
                });
            }
        }
    }

    @Test
    void keepsEventsOfSeveralMegabytes() {
        String note = "\u00e9\"\\ ".repeat(1_000_000);
        var large = event("large").toBuilder().note(note).build();
        try (StateStore store = open()) {
            store.transact(t -> t.append(large) && t.inbox("feed").accept(large, "o"));
            InboxItem item = store.<List<InboxItem>>transact(
                            t -> t.inbox("feed").claim("w", 1, HOLD))
                    .get(0);
            assertThat(item.event()).isEqualTo(large);
            assertThat(TrailCheck.of(store, TrailChain.plain(), TrailHead.EMPTY).problem())
                    .isNull();
        }
    }

    @Test
    void keepsTimesFarAway() {
        StateLink link = new StateLink(A, "t", B, 1, "f", Instant.MAX);
        try (StateStore store = open()) {
            store.transact(t -> {
                t.claimKey("flow", "max", Instant.MAX);
                t.claimKey("flow", "min", Instant.MIN);
                t.putLink(link);
                assertThat(t.link(A, "t", B)).contains(link);
                assertThat(t.forgetKeys("flow", T0)).isEqualTo(1);
                assertThat(t.leases().acquire("l", "w", Duration.ofSeconds(Long.MAX_VALUE)))
                        .isPresent();
                return true;
            });
        }
    }

    @Test
    void makesItsTablesOnceWhenManyHostsStartTogether() throws Exception {
        List<Callable<Boolean>> starts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String id = Integer.toString(i);
            starts.add(() -> {
                try (StateStore store = open()) {
                    return store.<Boolean>transact(t -> t.append(event(id)));
                }
            });
        }
        assertThat(Samples.together(starts)).containsOnly(true);
        try (StateStore store = open()) {
            assertThat(TrailCheck.of(store, TrailChain.plain(), TrailHead.EMPTY))
                    .isEqualTo(new TrailCheck(6, null));
        }
    }

    @Test
    void keepsStoresWithDifferentPrefixesApart() {
        try (StateStore one = hosts.builder().tablePrefix("one_").open();
                StateStore two = hosts.builder().tablePrefix("two_").open()) {
            append(one, "1");
            append(two, "2");
            assertThat(ids(one, TrailQuery.ALL)).containsExactly("1");
            assertThat(ids(two, TrailQuery.ALL)).containsExactly("2");
        }
    }

    @Test
    void sharesOneDatabaseWithOtherHosts() throws Exception {
        try (StateStore one = open();
                StateStore two = open()) {
            for (int i = 0; i < 40; i++) {
                String id = Integer.toString(i);
                assertThat(one.<Boolean>transact(
                                t -> t.inbox("feed").accept(event(id), "object " + Integer.parseInt(id) % 5)))
                        .isTrue();
            }
            Set<Long> handled = ConcurrentHashMap.newKeySet();
            List<Callable<Boolean>> workers = new ArrayList<>();
            for (StateStore store : List.of(one, two, one, two)) {
                String worker = "w" + workers.size();
                workers.add(() -> work(store, worker, handled));
            }
            assertThat(Samples.together(workers)).containsOnly(true);
            assertThat(handled).hasSize(40);
            assertThat(TrailCheck.of(two, TrailChain.plain(), TrailHead.EMPTY)).isEqualTo(new TrailCheck(40, null));
        }
    }

    /** Handles what there is until nothing is left, each item in a transaction that adds to the trail. */
    private static boolean work(StateStore store, String worker, Set<Long> handled) {
        while (true) {
            List<InboxItem> items = store.transact(t -> t.inbox("feed").claim(worker, 3, HOLD));
            for (InboxItem item : items) {
                store.transact(t -> {
                    t.inbox("feed").done(item);
                    return t.append(item.event());
                });
                assertThat(handled.add(item.number())).isTrue();
            }
            if (items.isEmpty()
                    && store.<Long>transact(t -> t.inbox("feed").status().backlog()) == 0) {
                return true;
            }
        }
    }

    @Test
    void recordsAnEventOnceThatManyHostsRecordTogether() throws Exception {
        try (StateStore one = open();
                StateStore two = open()) {
            for (int round = 0; round < 10; round++) {
                String id = Integer.toString(round);
                CountDownLatch ready = new CountDownLatch(2);
                List<Callable<Boolean>> both = new ArrayList<>();
                for (StateStore store : List.of(one, two)) {
                    both.add(() -> {
                        ready.countDown();
                        ready.await();
                        return store.<Boolean>transact(t -> t.append(event(id)));
                    });
                }
                assertThat(Samples.together(both)).containsExactlyInAnyOrder(true, false);
            }
            assertThat(TrailCheck.of(one, TrailChain.plain(), TrailHead.EMPTY)).isEqualTo(new TrailCheck(10, null));
        }
    }

    @Test
    void readsAsOfOneMomentAndHoldsNobodyUp() {
        try (StateStore reader = open();
                StateStore writer = open()) {
            append(writer, "1", "2");
            List<String> seen = reader.read(view -> {
                List<String> ids = new ArrayList<>();
                view.trail(TrailQuery.ALL, entry -> {
                    // Of another store, so that it does not nest: while this one reads, the other writes.
                    append(writer, "later " + entry.number());
                    ids.add(entry.event().id());
                });
                view.trail(TrailQuery.ALL, entry -> ids.add(entry.event().id()));
                assertThat(view.trailHead().number()).isEqualTo(2);
                return ids;
            });
            assertThat(seen).containsExactly("1", "2", "1", "2");
            assertThat(ids(reader, TrailQuery.ALL)).containsExactly("1", "2", "later 1", "later 2");
        }
    }

    @Test
    void letsTheConsumerOfATrailAddToIt() {
        try (StateStore store = open()) {
            append(store, "1", "2");
            store.transact(t -> {
                t.append(event("3"));
                t.trail(TrailQuery.ALL, entry -> {
                    t.append(event("copy of " + entry.event().id()));
                    t.trailHead();
                });
                return true;
            });
            assertThat(ids(store, TrailQuery.ALL))
                    .containsExactly("1", "2", "3", "copy of 1", "copy of 2", "copy of 3");
        }
    }

    @Test
    void writesTransactionsOfAnySize() {
        try (StateStore store = open()) {
            store.transact(t -> {
                for (int i = 0; i < 700; i++) {
                    String id = Integer.toString(i);
                    assertThat(t.append(event(id))).isTrue();
                    assertThat(t.append(event(id))).isFalse();
                    assertThat(t.inbox("feed").accept(event(id), "o")).isTrue();
                    assertThat(t.inbox("feed").accept(event(id), "o")).isFalse();
                }
                return true;
            });
            assertThat(TrailCheck.of(store, TrailChain.plain(), TrailHead.EMPTY))
                    .isEqualTo(new TrailCheck(700, null));
            store.transact(t -> {
                List<InboxItem> items = t.inbox("feed").claim("w", 1000, HOLD);
                assertThat(items)
                        .extracting(item -> Integer.parseInt(item.event().id()))
                        .hasSize(700)
                        .isSorted();
                items.forEach(t.inbox("feed")::done);
                assertThat(t.inbox("feed").status().backlog()).isZero();
                return true;
            });
        }
    }

    @Test
    void usesTheDatabasesClockWhenNoneIsGiven() {
        Instant before = Instant.now().minusSeconds(60);
        try (StateStore store = open()) {
            append(store, "1");
            store.read(view -> {
                view.trail(
                        TrailQuery.ALL,
                        entry -> assertThat(entry.recordedAt())
                                .isBetween(before, Instant.now().plusSeconds(60)));
                return true;
            });
        }
    }

    @Test
    void checksAKeyedTrailWithItsKeyOnly() {
        TrailChain chain = TrailChain.keyed(Secret.of("k"));
        try (StateStore store = hosts.builder().trailChain(chain).open()) {
            append(store, "1", "2");
            assertThat(TrailCheck.of(store, chain, TrailHead.EMPTY).isWhole()).isTrue();
            assertThat(TrailCheck.of(store, TrailChain.plain(), TrailHead.EMPTY).isWhole())
                    .isFalse();
        }
    }
}
