package dev.contentconnect.core.page;

import dev.contentconnect.core.error.MappingIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what the page holds, in the system's order; an empty page is not the end
 * @param next where the next page begins; null at the end
 * @param total how many items the system counts over all pages, where it says so; may be approximate
 * @param issues items or parts of items that could not be mapped; the others are in {@code items}
 * @param <T> the type of the items
 */
public record Page<T>(
        List<T> items, @Nullable Cursor next, @Nullable Long total, List<MappingIssue> issues) {

    /**
     * Makes a page; lists are copied.
     *
     * @param items what the page holds, in the system's order; an empty page is not the end
     * @param next where the next page begins; null at the end
     * @param total how many items the system counts over all pages, where it says so; may be approximate
     * @param issues items or parts of items that could not be mapped; the others are in {@code items}
     */
    public Page {
        items = List.copyOf(items);
        issues = List.copyOf(issues);
    }

    /**
     * A page without total and issues.
     *
     * @param items what the page holds
     * @param next where the next page begins; null at the end
     * @param <T> the type of the items
     * @return the page
     */
    public static <T> Page<T> of(List<T> items, @Nullable Cursor next) {
        return new Page<>(items, next, null, List.of());
    }

    /**
     * The page with other items.
     *
     * @param mapper makes a new item from an old one
     * @param <R> the type of the new items
     * @return a page of as many items
     */
    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        List<R> mapped = new ArrayList<>(items.size());
        items.forEach(item -> mapped.add(mapper.apply(item)));
        return new Page<>(mapped, next, total, issues);
    }
}
