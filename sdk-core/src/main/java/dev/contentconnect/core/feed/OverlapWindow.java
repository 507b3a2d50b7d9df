package dev.contentconnect.core.feed;

import dev.contentconnect.core.internal.Sha256;
import dev.contentconnect.core.page.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a feed out of a list that can only be asked "what has changed since": reads a little of the past again, because
 * changes may show up late, and leaves out what was handed out before. Its cursor holds what it remembers, so that it
 * goes on after a restart. Immutable and safe for several threads.
 *
 * <p>Changes have an order here: by time, and within one moment by a digest of their id. Offer a batch everything that the
 * system tells from {@link #readFrom()} up to some moment, all of that moment included, in any order; then nothing is
 * handed out twice or left out, however many changes share one moment. Ids are remembered as 64-bit digests. When more
 * changes fall into the overlap than it may remember, it forgets the first in the order and reads less of the past again:
 * what shows up even later is then missed.
 *
 * <p>A date ahead of the present, which a wrong clock makes, never hides what happens today. Of more such changes than it may
 * remember it keeps the last place only: what shows up before that place is handed out when its date has come, and what it
 * had forgotten is handed out then once more.
 *
 * <p>Lists that come in pages end anywhere within a moment: {@link OverlapFeed} knows how far to read them.
 */
public final class OverlapWindow {
    private static final String VERSION = "ow2";
    private static final int RADIX = 36;
    private static final Instant EARLIEST = Instant.parse("-9999-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+99999-01-01T00:00:00Z");

    private final Duration overlap;
    private final int maxIds;
    private final long high;
    private final Place floor;
    private final Map<String, Long> seen;
    /** The last change dated ahead of the present that was handed out and is not remembered. */
    private final @Nullable Place ahead;
    /** Where the future begins, for who reads from this window; not in the cursor. */
    private final long present;

    private OverlapWindow(
            Duration overlap,
            int maxIds,
            long high,
            Place floor,
            Map<String, Long> seen,
            @Nullable Place ahead,
            long present) {
        if (overlap.isNegative() || maxIds < 1) {
            throw new IllegalArgumentException("an overlap of zero or more and room for 1 id or more");
        }
        this.overlap = overlap;
        this.maxIds = maxIds;
        this.high = high;
        this.floor = floor;
        this.seen = Map.copyOf(seen);
        this.ahead = ahead;
        this.present = present;
    }

    /** A place in the order of changes. The empty digest comes before all changes of its moment. */
    record Place(long at, String digest) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::at).thenComparing(Place::digest);

        static Place of(String id, Instant time) {
            return new Place(millis(time), digestOf(id));
        }

        static Place parse(String text) {
            int split = text.indexOf('~');
            return new Place(number(text.substring(0, split)), text.substring(split + 1));
        }

        private static Place later(@Nullable Place one, Place other) {
            return one != null && one.compareTo(other) > 0 ? one : other;
        }

        private String text() {
            return Long.toString(at, RADIX) + '~' + digest;
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A window that has seen nothing.
     *
     * @param start from where to read; nothing before it is ever handed out
     * @param overlap how much of the past is read again
     * @param maxIds how many ids to remember; each takes some 15 characters of the cursor
     * @return the window
     */
    public static OverlapWindow startingAt(Instant start, Duration overlap, int maxIds) {
        long at = millis(start);
        return new OverlapWindow(overlap, maxIds, at, new Place(at, ""), Map.of(), null, Long.MAX_VALUE);
    }

    /**
     * The window that a cursor describes.
     *
     * @param cursor what {@link #cursor()} gave
     * @param overlap how much of the past is read again
     * @param maxIds how many ids to remember
     * @return the window
     * @throws IllegalArgumentException when it is not a cursor of a window
     */
    public static OverlapWindow resume(Cursor cursor, Duration overlap, int maxIds) {
        String[] parts = cursor.value().split("\\.", -1);
        if (parts.length < 4 || parts.length > 5 || !parts[0].equals(VERSION)) {
            throw new IllegalArgumentException("not a cursor of this feed");
        }
        try {
            long high = number(parts[1]);
            Place floor = Place.parse(parts[2]);
            Place ahead = parts.length == 4 ? null : Place.parse(parts[4]);
            if (floor.at() > high) {
                // Cursors of earlier versions: their floor could be carried into the future, and the feed fell silent.
                ahead = Place.later(ahead, floor);
                floor = new Place(high, "");
            }
            Map<String, Long> seen = new HashMap<>();
            for (String entry : parts[3].isEmpty() ? new String[0] : parts[3].split(",", -1)) {
                int at = entry.indexOf('~');
                seen.put(entry.substring(0, at), Math.subtractExact(high, number(entry.substring(at + 1))));
            }
            return new OverlapWindow(overlap, maxIds, high, floor, seen, ahead, Long.MAX_VALUE);
        } catch (NumberFormatException | StringIndexOutOfBoundsException | ArithmeticException garbage) {
            throw new IllegalArgumentException("not a cursor of this feed", garbage);
        }
    }

    /**
     * From where to ask the system.
     *
     * @return the latest change seen, less the overlap; in milliseconds
     */
    public Instant readFrom() {
        return Instant.ofEpochMilli(Math.max(floor.at(), high - overlap.toMillis()));
    }

    /**
     * Starts a batch, for lists too long to be held in memory.
     *
     * @param limit at most so many changes are handed out; 1 or more
     * @param <T> the type of the changes
     * @return an empty batch
     */
    public <T> OverlapBatch<T> batch(int limit) {
        return new OverlapBatch<>(this, limit);
    }

    /**
     * The window as a cursor.
     *
     * @return opaque text of bounded length, fit for a {@link ChangeBatch}
     */
    public Cursor cursor() {
        StringBuilder out = new StringBuilder(48 + 16 * seen.size())
                .append(VERSION)
                .append('.')
                .append(Long.toString(high, RADIX))
                .append('.')
                .append(floor.text())
                .append('.');
        String separator = "";
        for (Place place : places(seen)) {
            out.append(separator).append(place.digest()).append('~').append(Long.toString(high - place.at(), RADIX));
            separator = ",";
        }
        if (ahead != null) {
            out.append('.').append(ahead.text());
        }
        return Cursor.of(out.toString());
    }

    /** The same window at a moment: what lies ahead of it may wait for its date. */
    OverlapWindow asOf(Instant now) {
        return new OverlapWindow(overlap, maxIds, high, floor, seen, ahead, millis(now));
    }

    /** Whether a change was handed out, or is too old to be, or waits for its date. */
    boolean knows(Place place) {
        return place.compareTo(floor) <= 0
                || place.at() < high - overlap.toMillis()
                || seen.containsKey(place.digest())
                || (ahead != null && place.at() > present && place.compareTo(ahead) <= 0);
    }

    /** The window after some more changes. */
    OverlapWindow after(Collection<Place> handed, long now) {
        long top = high;
        Map<String, Long> known = new HashMap<>(seen);
        for (Place place : handed) {
            top = Math.max(top, Math.min(place.at(), now));
            known.put(place.digest(), place.at());
        }
        long cut = top - overlap.toMillis();
        known.values().removeIf(at -> at < cut);
        Place lowest = floor;
        @Nullable Place furthest = ahead;
        int tooMany = Math.max(0, known.size() - maxIds);
        for (Place oldest : tooMany == 0 ? List.<Place>of() : places(known).subList(0, tooMany)) {
            known.remove(oldest.digest());
            if (oldest.at() <= top) {
                lowest = Place.later(lowest, oldest);
            } else {
                furthest = Place.later(furthest, oldest);
            }
        }
        boolean isOver = furthest != null && furthest.at() <= now;
        return new OverlapWindow(overlap, maxIds, top, lowest, known, isOver ? null : furthest, now);
    }

    /** Whether it had to forget changes dated ahead of the present that the other one knew, or did not know of yet. */
    boolean forgotAheadOf(OverlapWindow before) {
        return ahead != null && !ahead.equals(before.ahead);
    }

    private static List<Place> places(Map<String, Long> known) {
        return known.entrySet().stream()
                .map(one -> new Place(one.getValue(), one.getKey()))
                .sorted()
                .toList();
    }

    private static long number(String text) {
        return Long.parseLong(text, RADIX);
    }

    /** What a system takes for the end of time must not end the feed. */
    static long millis(Instant time) {
        Instant within = time.isAfter(LATEST) ? LATEST : time.isBefore(EARLIEST) ? EARLIEST : time;
        return within.toEpochMilli();
    }

    private static String digestOf(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(id), 8));
    }
}
