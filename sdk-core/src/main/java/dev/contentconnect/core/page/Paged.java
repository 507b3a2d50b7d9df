package dev.contentconnect.core.page;

import dev.contentconnect.core.error.MappingIssue;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list that a system hands out in pages. Lazy: nothing is asked before iteration begins, and each page is asked for
 * when it is reached. Iterate again to start over. An iteration keeps one page in memory, or two when it prefetches.
 *
 * <p>The value itself is immutable and safe for several threads; one iteration belongs to one thread. Iteration throws
 * {@link dev.contentconnect.core.error.ConnectorException} of any kind that the underlying call has, and Undecodable when
 * the system sends a cursor it has sent before: such a list would never end.
 *
 * @param <T> the type of the items
 */
public final class Paged<T> implements Iterable<T> {
    private final String system;
    private final String operation;
    private final PageSource<T> source;
    private final @Nullable Cursor start;
    private final @Nullable Executor prefetcher;
    private final Consumer<MappingIssue> issues;

    private Paged(
            String system,
            String operation,
            PageSource<T> source,
            @Nullable Cursor start,
            @Nullable Executor prefetcher,
            Consumer<MappingIssue> issues) {
        this.system = system;
        this.operation = operation;
        this.source = source;
        this.start = start;
        this.prefetcher = prefetcher;
        this.issues = issues;
    }

    /**
     * A list over a source of pages.
     *
     * @param system the connector's short name, for error messages
     * @param operation what is listed, for error messages
     * @param source fetches one page
     * @param <T> the type of the items
     * @return the list, from its beginning, without prefetch; mapping issues are logged as warnings
     */
    public static <T> Paged<T> of(String system, String operation, PageSource<T> source) {
        return new Paged<>(system, operation, source, null, null, new LoggedIssues(system, operation));
    }

    /**
     * The same list from a place further on.
     *
     * @param cursor where to begin, as {@link Page#next()} gave it; null for the beginning
     * @return a copy
     */
    public Paged<T> startingAt(@Nullable Cursor cursor) {
        return new Paged<>(system, operation, source, cursor, prefetcher, issues);
    }

    /**
     * The same list, asking for the next page while the current one is worked on.
     *
     * @param executor runs the request; one at a time for each iteration. Where it refuses, the page is fetched when it is
     *     reached
     * @return a copy
     */
    public Paged<T> prefetch(Executor executor) {
        return new Paged<>(system, operation, source, start, executor, issues);
    }

    /**
     * The same list, asking for the next page while the current one is worked on, on daemon threads of the SDK.
     *
     * @return a copy
     */
    public Paged<T> prefetch() {
        return prefetch(dev.contentconnect.core.internal.Threads.shared());
    }

    /**
     * The same list, telling somebody about items that could not be mapped. They never end the list.
     *
     * @param consumer is called on the iterating thread before the page's items are handed out; when it throws, the same
     *     page comes again
     * @return a copy
     */
    public Paged<T> onIssue(Consumer<MappingIssue> consumer) {
        return new Paged<>(system, operation, source, start, prefetcher, consumer);
    }

    /**
     * The list with other items.
     *
     * @param mapper makes a new item from an old one, when its page is fetched and on the thread that fetches it; what
     *     it throws ends the iteration
     * @param <R> the type of the new items
     * @return a list of as many items
     */
    public <R> Paged<R> map(Function<? super T, ? extends R> mapper) {
        PageSource<R> mapped = cursor -> source.fetch(cursor).map(mapper);
        return new Paged<>(system, operation, mapped, start, prefetcher, issues);
    }

    /**
     * One page, for a list that is made of the pages of this one: what could not be mapped stands in the page and is told to
     * nobody here, since the list made of it tells it.
     *
     * @param cursor where it begins, as {@link Page#next()} gave it; null for where this list begins
     * @return the page, fetched now
     */
    public Page<T> page(@Nullable Cursor cursor) {
        return source.fetch(cursor == null ? start : cursor);
    }

    /**
     * The pages, for those who want to store where they are.
     *
     * @return the pages; each iteration starts over
     */
    public Iterable<Page<T>> pages() {
        return () -> new PageIterator<>(system, operation, source, start, prefetcher, issues);
    }

    @Override
    public Iterator<T> iterator() {
        return new ItemIterator<>(pages().iterator());
    }

    /**
     * The items.
     *
     * @return a sequential, ordered, lazy stream; nothing needs closing
     */
    public Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Names the list; never touches the network. */
    @Override
    public String toString() {
        return "Paged[" + system + " " + operation + "]";
    }
}
