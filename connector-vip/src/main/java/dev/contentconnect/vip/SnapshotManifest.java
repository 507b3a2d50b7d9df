package dev.contentconnect.vip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What pieces make up the state of the feed. It is replaced last, in one step, so the pieces it names are whole.
 *
 * @param id made when the feed began here; cursors carry it
 * @param generation how many times changes were found
 * @param books the last rows of each portfolio, by source code
 * @param told the changes of the last generations, oldest first
 */
record SnapshotManifest(String id, long generation, Map<String, Book> books, List<Generation> told) {
    /** Of each portfolio, if all change alike; older changes are forgotten, and a cursor before them is too old. */
    private static final int GENERATIONS_KEPT = 64;

    /** The rows of a portfolio. */
    record Book(String piece, String sha256) {}

    /** The changes that were found at one time. */
    record Generation(long number, String piece, int events, String sha256) {}

    SnapshotManifest {
        books = Map.copyOf(books);
        told = List.copyOf(told);
    }

    static SnapshotManifest fresh(String id) {
        return new SnapshotManifest(id, 0, Map.of(), List.of());
    }

    /** The same with the portfolio as it is now, and with the changes that led there, if there are any. */
    SnapshotManifest with(String sourceCode, Book book, @Nullable Generation changes) {
        Map<String, Book> more = new LinkedHashMap<>(books);
        more.put(sourceCode, book);
        if (changes == null) {
            return new SnapshotManifest(id, generation, more, told);
        }
        List<Generation> longer = new ArrayList<>(told);
        longer.add(changes);
        int forgotten = Math.max(0, longer.size() - GENERATIONS_KEPT * more.size());
        return new SnapshotManifest(id, changes.number(), more, longer.subList(forgotten, longer.size()));
    }

    /** The changes of a generation; null when they are forgotten or there was no such one. */
    @Nullable Generation generation(long number) {
        return told.stream().filter(one -> one.number() == number).findFirst().orElse(null);
    }
}
