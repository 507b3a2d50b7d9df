package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.state.InboxItem;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of items, for one statement that is about many. The last one is repeated until their count is a power of two, so
 * that a handful of statements, which are kept prepared, serve any count.
 *
 * @param places what stands in the statement, such as {@code (?, ?)}
 * @param values what stands in these places
 */
record NumberList(String places, List<Long> values) {
    private static final int MOST = 256;

    /** As many as it takes: a statement holds so many values and no more. */
    static List<NumberList> of(List<InboxItem> items) {
        List<NumberList> out = new ArrayList<>();
        for (int from = 0; from < items.size(); from += MOST) {
            out.add(one(items.subList(from, Math.min(items.size(), from + MOST))));
        }
        return out;
    }

    private static NumberList one(List<InboxItem> items) {
        int size = items.size() == 1 ? 1 : Integer.highestOneBit(items.size() - 1) << 1;
        List<Long> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(items.get(Math.min(i, items.size() - 1)).number());
        }
        return new NumberList("(?" + ", ?".repeat(size - 1) + ")", values);
    }
}
