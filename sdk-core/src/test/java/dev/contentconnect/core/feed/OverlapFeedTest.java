package dev.contentconnect.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlapFeedTest {
    private static final Instant T0 = Instant.parse("2026-11-21T10:00:00Z");
    private static final int REMEMBERED = 10;
    private static final int PAGE = 4;

    private final FakeClock clock = new FakeClock(T0);
    private int pagesRead;

    private OverlapFeed feed(@Nullable Instant from, ChronoUnit grain) {
        return new OverlapFeed(
                LocalErrors.of("toy"), "feed.changes", clock, Duration.ofSeconds(60), REMEMBERED, from, grain);
    }

    private static CaseEvent event(String id, Instant at) {
        return CaseEvent.builder("toy", CaseEventType.ASSET_UPDATED, id, at).build();
    }

    private static ListedChange change(String id, Instant at) {
        return ListedChange.of(at, id, event(id, at));
    }

    /** A list as a system has it: filtered, in the order of time, in pages that end anywhere. */
    private Paged<ListedChange> list(List<ListedChange> system, OverlapWindow window) {
        List<ListedChange> all = system.stream()
                .filter(one -> one.at() == null || !one.at().isBefore(window.readFrom()))
                .sorted(Comparator.comparing(ListedChange::at, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        return Paged.of("toy", "changes", cursor -> {
            pagesRead++;
            int begin = cursor == null ? 0 : Integer.parseInt(cursor.value());
            int end = Math.min(all.size(), begin + PAGE);
            return Page.of(all.subList(begin, end), end < all.size() ? Cursor.of(Integer.toString(end)) : null);
        });
    }

    private List<String> drain(int limit, List<List<ListedChange>> lists) {
        OverlapFeed feed = feed(T0, ChronoUnit.MILLIS);
        List<String> told = new ArrayList<>();
        Cursor cursor = null;
        ChangeBatch batch;
        do {
            batch = feed.listed(
                    cursor,
                    limit,
                    window -> lists.stream().map(one -> list(one, window)).toList());
            assertThat(batch.events()).hasSizeLessThanOrEqualTo(limit);
            batch.events().forEach(one -> told.add(one.id()));
            cursor = batch.next();
        } while (batch.more());
        return told;
    }

    @Test
    void losesNothingOfAMomentThatHoldsMoreThanAPageAndMoreThanItRemembers() {
        List<ListedChange> burst = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            burst.add(change("bulk-" + i, T0.plusSeconds(5)));
        }
        assertThat(drain(3, List.of(burst))).hasSize(50).doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void tellsEverythingOfSeveralListsOnceWhateverShareAMoment(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<ListedChange>> lists = new ArrayList<>();
        int count = 0;
        for (int list = 0; list < 1 + random.nextInt(3); list++) {
            List<ListedChange> changes = new ArrayList<>();
            int size = random.nextInt(40);
            for (int i = 0; i < size; i++) {
                changes.add(change("c" + count++, T0.plusMillis(random.nextInt(4) * 20_000L + random.nextInt(2))));
            }
            lists.add(changes);
        }
        assertThat(drain(1 + random.nextInt(8), lists)).hasSize(count).doesNotHaveDuplicates();
    }

    @Test
    void readsNoFurtherThanTheMomentInWhichTheBatchIsFull() {
        List<ListedChange> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(change("c-" + i, T0.plusSeconds(i)));
        }
        OverlapFeed feed = feed(T0, ChronoUnit.MILLIS);
        ChangeBatch batch = feed.changes(null, 5, window -> feed.read(window, 5, List.of(list(many, window))));
        assertThat(batch.events()).extracting(CaseEvent::id).containsExactly("c-0", "c-1", "c-2", "c-3", "c-4");
        assertThat(batch.more()).isTrue();
        assertThat(pagesRead).isEqualTo(2);
    }

    @Test
    void namesWhatHasNoPlaceAndPassesOverWhatIsNoChange() {
        List<ListedChange> odd = List.of(
                ListedChange.of(null, "a", event("a", T0)),
                ListedChange.of(T0.plusSeconds(1), null, event("b", T0)),
                ListedChange.unreadable(T0.plusSeconds(2), "c", new MappingIssue("kind", "is odd", "c")),
                ListedChange.unreadable(null, null, new MappingIssue("name", "is missing", null)),
                ListedChange.NONE,
                change("e", T0.plusSeconds(3)));
        OverlapFeed feed = feed(T0, ChronoUnit.MILLIS);
        ChangeBatch batch = feed.changes(null, 9, window -> feed.read(window, 9, List.of(list(odd, window))));
        assertThat(batch.events()).extracting(CaseEvent::id).containsExactly("e");
        assertThat(batch.issues())
                .extracting(MappingIssue::path)
                .containsExactlyInAnyOrder("date", "id", "kind", "name");
    }

    @Test
    void oneDateThatIsAheadHidesNothingThatHappensBeforeIt() {
        List<ListedChange> system = new ArrayList<>();
        system.add(change("ahead", T0.plus(Duration.ofHours(20))));
        OverlapFeed feed = feed(T0, ChronoUnit.MILLIS);
        ChangeBatch first = feed.changes(null, 9, window -> feed.read(window, 9, List.of(list(system, window))));
        assertThat(first.events()).extracting(CaseEvent::id).containsExactly("ahead");
        clock.advance(Duration.ofMinutes(10));
        system.add(change("right", T0.plusSeconds(590)));
        ChangeBatch second =
                feed.changes(first.next(), 9, window -> feed.read(window, 9, List.of(list(system, window))));
        assertThat(second.events()).extracting(CaseEvent::id).containsExactly("right");
    }

    @Test
    void aClockThatIsAheadCostsNothing() {
        OverlapFeed feed = feed(T0, ChronoUnit.MILLIS);
        List<ListedChange> system = new ArrayList<>();
        List<String> told = new ArrayList<>();
        Cursor cursor = null;
        for (int i = 0; i < 100; i++) {
            system.add(change("c-" + i, clock.now().plus(Duration.ofHours(9))));
            ChangeBatch batch = feed.changes(cursor, 9, window -> feed.read(window, 9, List.of(list(system, window))));
            batch.events().forEach(one -> told.add(one.id()));
            cursor = batch.next();
            clock.advance(Duration.ofSeconds(40));
        }
        assertThat(told).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void holdsTheFirstIssuesAndCountsTheOthers() {
        List<ListedChange> odd = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            odd.add(ListedChange.unreadable(null, "c-" + i, new MappingIssue("date", "is missing", "c-" + i)));
        }
        OverlapFeed feed = feed(T0, ChronoUnit.MILLIS);
        ChangeBatch batch = feed.changes(null, 9, window -> feed.read(window, 9, List.of(list(odd, window))));
        assertThat(batch.issues()).hasSize(Issues.MOST + 1);
        assertThat(batch.issues().get(Issues.MOST).problem()).isEqualTo("4000 more could not be understood");
    }

    @Test
    void beginsAtThePresentAsTheSystemTellsIt() {
        clock.advance(Duration.ofMillis(700));
        OverlapFeed feed = feed(null, ChronoUnit.SECONDS);
        ChangeBatch begin = feed.changes(null, 9, window -> {
            throw new AssertionError("nothing is to be read");
        });
        assertThat(begin.events()).isEmpty();
        assertThat(begin.more()).isFalse();
        assertThat(feed.resume(begin.next()).readFrom()).isEqualTo(clock.now().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void refusesACursorOfAnotherFeedAndALimitOfNothing() {
        OverlapFeed feed = feed(null, ChronoUnit.MILLIS);
        assertThatThrownBy(() -> feed.resume(Cursor.of("page-2")))
                .isInstanceOfSatisfying(ConnectorException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.REJECTED);
                    assertThat(e).hasMessageContaining("not a cursor of this feed");
                });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> feed.changes(null, 0, window -> feed.read(window.batch(1), List.of())));
    }
}
