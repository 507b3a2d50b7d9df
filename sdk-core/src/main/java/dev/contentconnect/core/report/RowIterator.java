package dev.contentconnect.core.report;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads on until nothing comes. */
final class RowIterator<T> implements Iterator<T> {
    private final Supplier<@Nullable T> source;
    private @Nullable T next;
    private boolean ended;

    RowIterator(Supplier<@Nullable T> source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = source.get();
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public T next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        T row = next;
        next = null;
        return row;
    }
}
