package dev.contentconnect.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.error.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PagedTest {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /** Pages 0 to last of two items each; page 2 is empty. */
    private Paged<String> list(int last) {
        return Paged.of("vendor", "things.list", cursor -> {
            int page = number(cursor);
            asked.add(Integer.toString(page));
            List<String> items = page == 2 ? List.of() : List.of(page + "a", page + "b");
            return Page.of(items, page == last ? null : Cursor.of(Integer.toString(page + 1)));
        });
    }

    private static int number(@Nullable Cursor cursor) {
        return cursor == null ? 0 : Integer.parseInt(cursor.value());
    }

    private static Paged<Integer> graph(int tail, int loop) {
        return Paged.of("vendor", "things.list", cursor -> {
            int page = number(cursor);
            int next = page + 1 == tail + loop ? Math.max(tail, 1) : page + 1;
            return Page.of(List.of(page), Cursor.of(Integer.toString(next)));
        });
    }

    @Test
    void asksNothingBeforeIterationAndEachPageWhenItIsReached() {
        Iterator<String> items = list(3).iterator();
        assertThat(asked).isEmpty();
        assertThat(items.next()).isEqualTo("0a");
        assertThat(items.next()).isEqualTo("0b");
        assertThat(asked).containsExactly("0");
        assertThat(items.hasNext()).isTrue();
        assertThat(asked).containsExactly("0", "1");
        assertThat(list(9).stream().limit(2).toList()).hasSize(2);
        assertThat(asked).containsExactly("0", "1", "0");
    }

    @Test
    void skipsEmptyPagesAndEndsWithoutACursor() {
        Iterator<String> items = list(3).iterator();
        List<String> all = new ArrayList<>();
        items.forEachRemaining(all::add);
        assertThat(all).containsExactly("0a", "0b", "1a", "1b", "3a", "3b");
        assertThat(catchThrowableOfType(NoSuchElementException.class, items::next))
                .isNotNull();
        assertThat(asked).hasSize(4);
    }

    @Test
    void startsOverWithEachIterationAndResumesFromACursor() {
        Paged<String> list = list(3);
        assertThat(list.stream().count()).isEqualTo(6);
        assertThat(list.stream().count()).isEqualTo(6);
        Cursor stored = null;
        for (Page<String> page : list.pages()) {
            stored = page.next();
            if (page.items().contains("1a")) {
                break;
            }
        }
        assertThat(list.startingAt(stored).stream().toList()).containsExactly("3a", "3b");
    }

    @Test
    void mapsItemsWithoutAskingForMore() {
        assertThat(list(0).map(String::length).stream().toList()).containsExactly(2, 2);
        assertThat(asked).containsExactly("0");
    }

    @Test
    void findsACircleOfAnyLengthSoonAndNamesTheList() {
        for (int tail : new int[] {1, 2, 7, 100}) {
            for (int loop : new int[] {1, 2, 3, 10, 1_000}) {
                AtomicInteger seen = new AtomicInteger();
                ConnectorException e = catchThrowableOfType(
                        ConnectorException.class,
                        () -> graph(tail, loop).stream().forEach(item -> seen.incrementAndGet()));
                assertThat(e.kind()).isEqualTo(ErrorKind.UNDECODABLE);
                assertThat(e).hasMessageContaining("things.list");
                assertThat(seen.get()).isBetween(loop, 4 * (tail + loop) + 4);
            }
        }
    }

    @Test
    void findsAPageThatPointsAtItselfAfterHandingItOut() {
        Paged<String> list = Paged.of("vendor", "x", cursor -> Page.of(List.of("a"), Cursor.of("same")));
        Iterator<String> items = list.startingAt(Cursor.of("same")).iterator();
        assertThat(items.next()).isEqualTo("a");
        assertThat(catchThrowableOfType(ConnectorException.class, items::next)).isNotNull();
    }

    @Test
    void doesNotTakeALongListForACircle() {
        Paged<Integer> list = Paged.of("vendor", "x", cursor -> {
            int page = number(cursor);
            return Page.of(List.of(page), page == 100_000 ? null : Cursor.of(Integer.toString(page + 1)));
        });
        assertThat(list.stream().count()).isEqualTo(100_001);
    }

    @Test
    void prefetchesOnePageAheadInOrderAndNoMore() {
        List<Runnable> queued = new ArrayList<>();
        Iterator<Page<String>> pages = list(4).prefetch(queued::add).pages().iterator();
        assertThat(queued).isEmpty();
        assertThat(pages.next().items()).containsExactly("0a", "0b");
        assertThat(queued).hasSize(1);
        assertThat(asked).containsExactly("0");
        queued.remove(0).run();
        assertThat(asked).containsExactly("0", "1");
        assertThat(queued).isEmpty();
        assertThat(pages.next().items()).containsExactly("1a", "1b");
        assertThat(queued).hasSize(1);
    }

    @Test
    void givesTheSameItemsWithPrefetch() {
        assertThat(list(9).prefetch().stream().toList())
                .isEqualTo(list(9).stream().toList());
    }

    @Test
    void failsAlikeWithAndWithoutPrefetchAndGoesOnAfterwards() {
        for (Executor executor : new Executor[] {null, Runnable::run}) {
            AtomicInteger failures = new AtomicInteger();
            Paged<String> flaky = Paged.of("vendor", "x", cursor -> {
                if (number(cursor) == 1 && failures.getAndIncrement() == 0) {
                    throw new ConnectorException(
                            new ConnectorError.Unavailable(Trace.local("vendor", "x", "down"), null));
                }
                int page = number(cursor);
                return Page.of(List.of("p" + page), page == 2 ? null : Cursor.of(Integer.toString(page + 1)));
            });
            Iterator<String> items = (executor == null ? flaky : flaky.prefetch(executor)).iterator();
            assertThat(items.next()).isEqualTo("p0");
            assertThat(catchThrowableOfType(ConnectorException.class, items::next)
                            .kind())
                    .isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(items.next()).isEqualTo("p1");
            assertThat(items.next()).isEqualTo("p2");
            assertThat(items.hasNext()).isFalse();
        }
    }

    @Test
    void waitsForAPrefetchedPageInterruptibly() {
        Iterator<String> items = list(4).prefetch(task -> {}).iterator();
        items.next();
        items.next();
        Thread.currentThread().interrupt();
        ConnectorException e = catchThrowableOfType(ConnectorException.class, items::next);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.kind()).isEqualTo(ErrorKind.CANCELLED);
    }

    @Test
    void tellsAboutIssuesBeforeItHandsOutTheItems() {
        List<String> heard = new ArrayList<>();
        MappingIssue issue = MappingIssue.of("items[1].due", "not a date");
        Paged<String> list = Paged.of("vendor", "x", cursor -> new Page<>(List.of("good"), null, 2L, List.of(issue)));
        list.onIssue(i -> heard.add(i.path())).stream().forEach(heard::add);
        assertThat(heard).containsExactly("items[1].due", "good");
    }

    @Test
    void givesOnePageWithItsIssuesAndTellsThemToNobody() {
        List<MappingIssue> told = new ArrayList<>();
        Paged<String> inner = Paged.<String>of(
                        "vendor",
                        "things.list",
                        cursor -> new Page<>(
                                List.of("item " + number(cursor)),
                                Cursor.of(Integer.toString(number(cursor) + 1)),
                                null,
                                List.of(MappingIssue.of("name", "is missing in " + number(cursor)))))
                .onIssue(issue -> {
                    throw new AssertionError("told twice");
                });
        assertThat(inner.page(null).items()).containsExactly("item 0");
        assertThat(inner.startingAt(Cursor.of("4")).page(null).items()).containsExactly("item 4");
        assertThat(inner.page(Cursor.of("7")).next()).isEqualTo(Cursor.of("8"));
        Paged<String> outer =
                Paged.of("vendor", "things.query", cursor -> inner.page(cursor).map(one -> one + "!"));
        assertThat(outer.onIssue(told::add).stream().limit(2).toList()).containsExactly("item 0!", "item 1!");
        assertThat(told).extracting(MappingIssue::problem).containsExactly("is missing in 0", "is missing in 1");
    }

    @Test
    void losesNoPageWhenTheExecutorIsFull() {
        Executor full = task -> {
            throw new RejectedExecutionException("full");
        };
        assertThat(list(3).prefetch(full).stream().toList())
                .isEqualTo(list(3).stream().toList());
    }

    @Test
    void losesNoPageWhenTheListenerForIssuesThrows() {
        MappingIssue issue = MappingIssue.of("items[1].due", "not a date");
        AtomicInteger heard = new AtomicInteger();
        Iterator<String> items = Paged.of(
                        "vendor", "x", cursor -> new Page<>(List.of("good"), null, null, List.of(issue)))
                .onIssue(one -> {
                    if (heard.incrementAndGet() == 1) {
                        throw new IllegalStateException("a mistake in a listener");
                    }
                })
                .iterator();
        assertThat(catchThrowableOfType(IllegalStateException.class, items::next))
                .isNotNull();
        assertThat(items.next()).isEqualTo("good");
    }

    @Test
    void needsNoNetworkToNameItself() {
        assertThat(list(1).toString()).contains("vendor", "things.list");
        assertThat(asked).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.of(""));
    }
}
