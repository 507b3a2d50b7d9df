package dev.contentconnect.core.page;

import org.jspecify.annotations.Nullable;

/**
 * Fetches one page; usually one request.
 *
 * @param <T> the type of the items
 */
@FunctionalInterface
public interface PageSource<T> {

    /**
     * Fetches a page.
     *
     * @param cursor where it begins; null for the first page
     * @return the page
     */
    Page<T> fetch(@Nullable Cursor cursor);
}
