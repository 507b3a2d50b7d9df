package dev.contentconnect.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contentconnect.core.page.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OverlapWindowTest {
    private static final Instant T0 = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    private record Change(String id, Instant at) {}

    /** What was not handed out before, and the window to go on with. */
    private record Sifted(List<Change> fresh, OverlapWindow next) {}

    private static Change change(String id, long second) {
        return new Change(id, T0.plusSeconds(second));
    }

    private static Sifted sift(OverlapWindow window, Change... changes) {
        return siftAt(10_000, window, changes);
    }

    private static Sifted siftAt(long second, OverlapWindow window, Change... changes) {
        Instant now = T0.plusSeconds(second);
        OverlapBatch<Change> batch = window.asOf(now).batch(Math.max(1, changes.length));
        for (Change change : changes) {
            batch.offer(change, change.id(), change.at());
        }
        return new Sifted(batch.items(), batch.next(now));
    }

    private static List<String> ids(Sifted sifted) {
        return sifted.fresh().stream().map(Change::id).toList();
    }

    private static OverlapWindow start() {
        return OverlapWindow.startingAt(T0, OVERLAP, 100);
    }

    @Test
    void leavesOutWhatWasHandedOutBefore() {
        Sifted first = sift(start(), change("a", 1), change("b", 2), change("a", 1));
        assertThat(ids(first)).containsExactly("a", "b");
        assertThat(ids(sift(first.next(), change("a", 1), change("b", 2), change("c", 3))))
                .containsExactly("c");
    }

    @Test
    void handsOutAChangeThatShowsUpLate() {
        OverlapWindow window = sift(start(), change("a", 100)).next();
        assertThat(window.readFrom()).isEqualTo(T0.plusSeconds(40));
        assertThat(ids(sift(window, change("late", 41), change("tooLate", 39)))).containsExactly("late");
    }

    @Test
    void neverReadsBeforeItsStart() {
        assertThat(start().readFrom()).isEqualTo(T0);
        assertThat(ids(sift(start(), change("before", -1)))).isEmpty();
    }

    @Test
    void goesOnFromItsCursorAfterARestart() {
        OverlapWindow window = sift(start(), change("a", 50), change("b", 100)).next();
        OverlapWindow again = OverlapWindow.resume(Cursor.of(window.cursor().value()), OVERLAP, 100);
        assertThat(again.cursor()).isEqualTo(window.cursor());
        assertThat(again.readFrom()).isEqualTo(window.readFrom());
        assertThat(ids(sift(again, change("a", 50), change("b", 100), change("c", 100))))
                .containsExactly("c");
    }

    @Test
    void forgetsWhatHasLeftTheWindow() {
        OverlapWindow window = start();
        for (int i = 0; i < 300; i++) {
            window = sift(window, change("id-" + i, 30L * i)).next();
        }
        assertThat(window.cursor().value().length()).isLessThan(100);
    }

    @Test
    void comesToTheEndOfABurstThatIsLargerThanItsMemoryAndLosesNothing() {
        OverlapWindow window = OverlapWindow.startingAt(T0, OVERLAP, 10);
        List<String> handed = new ArrayList<>();
        boolean more = true;
        while (more) {
            OverlapBatch<String> batch = window.batch(7);
            for (int i = 0; i < 500; i++) {
                batch.offer("bulk-" + i, "bulk-" + i, T0.plusSeconds(5));
            }
            handed.addAll(batch.items());
            more = batch.hasMore();
            window = OverlapWindow.resume(batch.next(T0.plusSeconds(9)).cursor(), OVERLAP, 10);
            assertThat(window.cursor().value().length()).isLessThan(220);
        }
        assertThat(handed).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void putsABatchTogetherOutOfParts() {
        OverlapWindow window = start();
        OverlapBatch<String> one = window.batch(2);
        one.offer("c", "c", T0.plusSeconds(3));
        one.offer("a", "a", T0.plusSeconds(1));
        OverlapBatch<String> two = window.batch(2);
        two.offer("b", "b", T0.plusSeconds(2));
        assertThat(two.hasMore()).isFalse();
        two.offerAll(one);
        assertThat(two.items()).containsExactly("a", "b");
        assertThat(two.hasMore()).isTrue();
        assertThat(two.next(T0.plusSeconds(9)).readFrom()).isEqualTo(T0);
        assertThatIllegalArgumentException().isThrownBy(() -> window.batch(0));
    }

    @Test
    void doesNotRepeatForEverWhatItHadToForget() {
        OverlapWindow window = OverlapWindow.startingAt(T0, OVERLAP, 10);
        Change[] all = new Change[30];
        for (int i = 0; i < 30; i++) {
            all[i] = change("id-" + i, i);
        }
        OverlapWindow after = sift(window, all).next();
        assertThat(ids(sift(after, all))).isEmpty();
    }

    @Test
    void isNotCarriedIntoTheFutureByAWrongClock() {
        Sifted first = siftAt(10, start(), change("wrong", 999_999));
        assertThat(ids(first)).containsExactly("wrong");
        assertThat(first.next().readFrom()).isEqualTo(T0);
        OverlapWindow again = OverlapWindow.resume(first.next().cursor(), OVERLAP, 100);
        assertThat(ids(sift(again, change("right", 11), change("wrong", 999_999))))
                .containsExactly("right");
    }

    @Test
    void isNotSilencedByMoreDatesAheadThanItRemembers() {
        OverlapWindow window = OverlapWindow.startingAt(T0, OVERLAP, 3);
        Change[] ahead = {change("a1", 900_000), change("a2", 900_001), change("a3", 900_002), change("a4", 900_003)};
        Sifted first = siftAt(10, window, ahead);
        assertThat(ids(first)).containsExactly("a1", "a2", "a3", "a4");
        assertThat(first.next().forgotAheadOf(window)).isTrue();
        OverlapWindow next = OverlapWindow.resume(first.next().cursor(), OVERLAP, 3);
        assertThat(next.readFrom()).isEqualTo(T0);
        assertThat(ids(siftAt(20, next, ahead))).as("handed out before").isEmpty();
        Sifted today = siftAt(60, next, change("today", 50), ahead[0], ahead[3]);
        assertThat(ids(today)).containsExactly("today");
        assertThat(ids(siftAt(600, today.next(), change("later", 500), change("a5", 900_004))))
                .containsExactly("later", "a5");
    }

    @Test
    void handsOutWhatHidAmongDatesAheadWhenItsDateHasCome() {
        OverlapWindow window = OverlapWindow.startingAt(T0, OVERLAP, 1);
        OverlapWindow next = sift(window, change("a1", 20_000), change("a3", 20_002), change("a4", 20_004))
                .next();
        Change hidden = change("a2", 20_001);
        assertThat(ids(sift(next, hidden))).isEmpty();
        Sifted later = siftAt(20_003, next, hidden, change("a4", 20_004));
        assertThat(ids(later)).containsExactly("a2");
    }

    @Test
    void aCursorWhoseFloorWasCarriedIntoTheFutureIsHealed() {
        String high = Long.toString(T0.toEpochMilli(), 36);
        String floor = Long.toString(T0.plusSeconds(900_000).toEpochMilli(), 36);
        OverlapWindow window = OverlapWindow.resume(Cursor.of("ow2." + high + "." + floor + "~abc."), OVERLAP, 3);
        assertThat(window.readFrom()).isEqualTo(T0);
        assertThat(ids(sift(window, change("today", 50), change("ahead", 899_999))))
                .containsExactly("today");
    }

    @Test
    void isNotEndedByTheEndOfTime() {
        OverlapWindow window = start();
        OverlapBatch<String> batch = window.batch(5);
        batch.offer("end", "end", Instant.MAX);
        batch.offer("beginning", "beginning", Instant.MIN);
        batch.offer("now", "now", T0.plusSeconds(1));
        assertThat(batch.items()).containsExactly("now", "end");
        OverlapWindow next = batch.next(T0.plusSeconds(2));
        OverlapWindow again = OverlapWindow.resume(next.cursor(), OVERLAP, 100);
        assertThat(again.cursor()).isEqualTo(next.cursor());
        assertThat(again.batch(5).offer("end", "end", Instant.MAX)).isFalse();
    }

    @Test
    void refusesACursorThatIsNotItsOwn() {
        for (String garbage : List.of(
                "x",
                "ow2",
                "ow2...",
                "ow2.a.b",
                "ow2.1.1~.noSplit",
                "ow2.!.1~.",
                "ow1.1.1.",
                "ow2.1.1~.a~!",
                "ow2.1.1~..",
                "ow2.1.1~..2~a.",
                "ow2.1.1.")) {
            assertThatIllegalArgumentException()
                    .as(garbage)
                    .isThrownBy(() -> OverlapWindow.resume(Cursor.of(garbage), OVERLAP, 100));
        }
    }

    @Test
    void refusesAWindowWithoutRoom() {
        assertThatIllegalArgumentException().isThrownBy(() -> OverlapWindow.startingAt(T0, OVERLAP, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> OverlapWindow.startingAt(T0, Duration.ofSeconds(-1), 1));
    }

    @Property(tries = 200)
    void handsOutEverythingWithinTheOverlapExactlyOnce(@ForAll long seed) {
        Random random = new Random(seed);
        OverlapWindow window = OverlapWindow.startingAt(T0, OVERLAP, 1_000);
        List<Change> system = new ArrayList<>();
        List<String> handedOut = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            int now = 100 + round * 20;
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                system.add(change("c" + system.size(), now - random.nextInt(40)));
            }
            Instant from = window.readFrom();
            List<Change> answer =
                    system.stream().filter(c -> !c.at().isBefore(from)).toList();
            Sifted sifted = siftAt(now, window, answer.toArray(Change[]::new));
            handedOut.addAll(ids(sifted));
            window = OverlapWindow.resume(sifted.next().cursor(), OVERLAP, 1_000);
        }
        assertThat(handedOut)
                .doesNotHaveDuplicates()
                .hasSameElementsAs(system.stream().map(Change::id).toList());
    }
}
