package dev.contentconnect.workflow;

import dev.contentconnect.core.page.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the feed's cursors hold: the time of the newest event handed out, and stand-ins for the events of the overlap
 * window that were handed out already. The memory has a limit; beyond it everything up to {@code floor} counts as handed
 * out. As events of one moment have an order of their own, a burst of any size comes to its end.
 *
 * @param until the time of the newest event in milliseconds
 * @param floor nothing up to here is handed out again
 * @param seen short hashes of event ids, each with its time in milliseconds
 */
record FeedPlace(long until, Mark floor, Map<String, Long> seen) {
    /** How many events are remembered; each takes some 22 characters of the cursor. */
    static final int MAX_SEEN = 2_000;

    private static final String VERSION = "f2";
    private static final int RADIX = 36;

    FeedPlace {
        seen = Map.copyOf(seen);
    }

    /** A place in the order of events: by time, and within one moment by hash. */
    record Mark(long at, String hash) implements Comparable<Mark> {
        private static final Comparator<Mark> ORDER =
                Comparator.comparingLong(Mark::at).thenComparing(Mark::hash);

        @Override
        public int compareTo(Mark other) {
            return ORDER.compare(this, other);
        }
    }

    /** Before the first event at or after a moment. */
    static FeedPlace startingAt(Instant moment) {
        long at = moment.toEpochMilli();
        return new FeedPlace(at, new Mark(at, ""), Map.of());
    }

    /** From where to read, in milliseconds. */
    long from(Duration overlap) {
        return Math.max(floor.at(), until - overlap.toMillis());
    }

    boolean knows(Mark mark) {
        return mark.compareTo(floor) <= 0 || seen.containsKey(mark.hash());
    }

    /** The place after some more events, which are in their order. */
    FeedPlace after(List<Mark> handed, int maxSeen) {
        long newest = until;
        Map<String, Long> known = new HashMap<>(seen);
        for (Mark mark : handed) {
            newest = Math.max(newest, mark.at());
            known.put(mark.hash(), mark.at());
        }
        Mark lowest = floor;
        int tooMany = known.size() - maxSeen;
        if (tooMany > 0) {
            List<Mark> oldest = known.entrySet().stream()
                    .map(one -> new Mark(one.getValue(), one.getKey()))
                    .sorted()
                    .limit(tooMany)
                    .toList();
            oldest.forEach(mark -> known.remove(mark.hash()));
            Mark last = oldest.get(tooMany - 1);
            lowest = last.compareTo(floor) > 0 ? last : floor;
        }
        return new FeedPlace(newest, lowest, known);
    }

    Cursor cursor() {
        StringBuilder out = new StringBuilder(64 + 24 * seen.size())
                .append(VERSION)
                .append('|')
                .append(Long.toString(until, RADIX))
                .append('|')
                .append(Long.toString(floor.at(), RADIX))
                .append('~')
                .append(floor.hash())
                .append('|');
        String separator = "";
        for (Map.Entry<String, Long> one : seen.entrySet()) {
            out.append(separator).append(one.getKey()).append('~').append(Long.toString(until - one.getValue(), RADIX));
            separator = ",";
        }
        return Cursor.of(out.toString());
    }

    /**
     * Reads a cursor back.
     *
     * @throws IllegalArgumentException when it is none of ours
     */
    static FeedPlace of(@Nullable Cursor cursor) {
        String[] parts = (cursor == null ? "" : cursor.value()).split("\\|", -1);
        if (parts.length != 4 || !parts[0].equals(VERSION)) {
            throw new IllegalArgumentException("not a cursor of this feed");
        }
        long until = Long.parseLong(parts[1], RADIX);
        String[] floor = pair(parts[2]);
        Map<String, Long> seen = new HashMap<>();
        if (!parts[3].isEmpty()) {
            for (String entry : parts[3].split(",", -1)) {
                String[] one = pair(entry);
                seen.put(one[0], until - Long.parseLong(one[1], RADIX));
            }
        }
        return new FeedPlace(until, new Mark(Long.parseLong(floor[0], RADIX), floor[1]), seen);
    }

    private static String[] pair(String text) {
        String[] out = text.split("~", -1);
        if (out.length != 2) {
            throw new IllegalArgumentException("not a cursor of this feed");
        }
        return out;
    }
}
