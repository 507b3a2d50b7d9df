package dev.contentconnect.core.page;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.internal.Threads;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks from page to page. A circle of cursors of any length is found with two remembered cursors only (Brent's
 * algorithm), so that a list of any length needs the same memory.
 */
final class PageIterator<T> implements Iterator<Page<T>> {
    private final String system;
    private final String operation;
    private final PageSource<T> source;
    private final @Nullable Executor prefetcher;
    private final Consumer<MappingIssue> issues;

    private @Nullable Cursor next;
    private @Nullable CompletableFuture<Page<T>> coming;
    private @Nullable Cursor landmark;
    private long steps;
    private long stepsToNextLandmark = 1;
    private @Nullable ConnectorException circle;
    private boolean ended;

    PageIterator(
            String system,
            String operation,
            PageSource<T> source,
            @Nullable Cursor start,
            @Nullable Executor prefetcher,
            Consumer<MappingIssue> issues) {
        this.system = system;
        this.operation = operation;
        this.source = source;
        this.next = start;
        this.landmark = start;
        this.prefetcher = prefetcher;
        this.issues = issues;
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public Page<T> next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        if (circle != null) {
            ended = true;
            throw circle;
        }
        CompletableFuture<Page<T>> ahead = coming;
        coming = null;
        Page<T> page = ahead == null ? source.fetch(next) : Threads.await(ahead, system, operation);
        // First: when the listener throws, the page has not been handed out and must be the next one again.
        page.issues().forEach(issues);
        advance(page.next());
        return page;
    }

    private void advance(@Nullable Cursor following) {
        if (following == null) {
            ended = true;
            next = null;
            return;
        }
        if (following.equals(landmark) || following.equals(next)) {
            circle = new ConnectorException(new ConnectorError.Undecodable(Trace.local(
                    system,
                    operation,
                    "the list goes in a circle: the same cursor came again after " + (steps + 1) + " page(s)")));
            return;
        }
        steps++;
        if (steps == stepsToNextLandmark) {
            landmark = following;
            stepsToNextLandmark *= 2;
        }
        next = following;
        coming = prefetcher == null ? null : ahead(following, prefetcher);
    }

    /** A page under way; null where the executor takes no more work: the page is then fetched when it is reached. */
    private @Nullable CompletableFuture<Page<T>> ahead(Cursor cursor, Executor executor) {
        try {
            return CompletableFuture.supplyAsync(() -> source.fetch(cursor), executor);
        } catch (RejectedExecutionException full) {
            return null;
        }
    }
}
