package dev.contentconnect.core.feed;

import dev.contentconnect.core.page.Cursor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes a feed out of a list that can only be asked "what has changed since": reads a little of the past again, because
 * changes may show up late, and leaves out what was handed out before. Its cursor holds what it remembers, so that it
 * goes on after a restart. Immutable and safe for several threads.
 *
 * <p>Ids are remembered as 64-bit digests. When more changes fall into the overlap than it may remember, it forgets the
 * oldest and reads less of the past again: what shows up even later is then missed, what is of the very moment of the
 * cut may come twice.
 */
public final class OverlapWindow {
    private static final String VERSION = "ow1";
    private static final int RADIX = 36;

    private final Duration overlap;
    private final int maxIds;
    private final long high;
    private final long floor;
    private final Map<String, Long> seen;

    private OverlapWindow(Duration overlap, int maxIds, long high, long floor, Map<String, Long> seen) {
        if (overlap.isNegative() || maxIds < 1) {
            throw new IllegalArgumentException("an overlap of zero or more and room for 1 id or more");
        }
        this.overlap = overlap;
        this.maxIds = maxIds;
        this.high = high;
        this.floor = floor;
        this.seen = seen;
    }

    /**
     * Some changes, sifted.
     *
     * @param fresh what was not handed out before, in the order given
     * @param next the window to go on with
     * @param <T> the type of the changes
     */
    public record Sifted<T>(List<T> fresh, OverlapWindow next) {

        /**
         * Makes a result; the list is copied.
         *
         * @param fresh what was not handed out before, in the order given
         * @param next the window to go on with
         */
        public Sifted {
            fresh = List.copyOf(fresh);
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
        return new OverlapWindow(overlap, maxIds, start.toEpochMilli(), start.toEpochMilli(), Map.of());
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
        if (parts.length != 4 || !parts[0].equals(VERSION)) {
            throw new IllegalArgumentException("not a cursor of this feed");
        }
        try {
            long high = Long.parseLong(parts[1], RADIX);
            Map<String, Long> seen = new HashMap<>();
            for (String entry : parts[3].isEmpty() ? new String[0] : parts[3].split(",")) {
                int split = entry.indexOf('~');
                seen.put(entry.substring(0, split), Math.subtractExact(high, number(entry.substring(split + 1))));
            }
            return new OverlapWindow(overlap, maxIds, high, number(parts[2]), seen);
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
        return Instant.ofEpochMilli(Math.max(floor, high - overlap.toMillis()));
    }

    /**
     * Leaves out what was handed out before, and what is older than {@link #readFrom()}.
     *
     * @param items what the system gave, in any order
     * @param id identifies a change; the same change has the same id whenever it is read
     * @param time when it happened, by the system's clock
     * @param now the present: the window never moves into the future, where a wrong clock would hide all that follows
     * @param <T> the type of the changes
     * @return what is new, and the window after it
     */
    public <T> Sifted<T> sift(
            List<T> items, Function<? super T, String> id, Function<? super T, Instant> time, Instant now) {
        long from = readFrom().toEpochMilli();
        long top = high;
        List<T> fresh = new ArrayList<>();
        Map<String, Long> known = new HashMap<>(seen);
        for (T item : items) {
            long at = time.apply(item).toEpochMilli();
            if (at >= from && known.putIfAbsent(digest(id.apply(item)), at) == null) {
                fresh.add(item);
                top = Math.max(top, Math.min(at, now.toEpochMilli()));
            }
        }
        return new Sifted<>(fresh, forgetting(known, top));
    }

    /**
     * The window as a cursor.
     *
     * @return opaque text of bounded length, fit for a {@link ChangeBatch}
     */
    public Cursor cursor() {
        StringBuilder out = new StringBuilder(32 + 16 * seen.size())
                .append(VERSION)
                .append('.')
                .append(Long.toString(high, RADIX))
                .append('.')
                .append(Long.toString(floor, RADIX))
                .append('.');
        seen.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> out.append(out.charAt(out.length() - 1) == '.' ? "" : ",")
                        .append(entry.getKey())
                        .append('~')
                        .append(Long.toString(high - entry.getValue(), RADIX)));
        return Cursor.of(out.toString());
    }

    private OverlapWindow forgetting(Map<String, Long> known, long top) {
        long cut = Math.max(floor, top - overlap.toMillis());
        known.values().removeIf(at -> at < cut);
        long newFloor = floor;
        if (known.size() > maxIds) {
            long[] times = known.values().stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(times);
            // The newest of those that are forgotten; those of the same moment that stay are kept by chance.
            newFloor = Math.max(floor, times[times.length - maxIds - 1]);
            long edge = newFloor;
            int excess = known.size() - maxIds;
            List<String> oldest = known.entrySet().stream()
                    .filter(entry -> entry.getValue() <= edge)
                    .sorted(Map.Entry.comparingByValue())
                    .limit(excess)
                    .map(Map.Entry::getKey)
                    .toList();
            oldest.forEach(known::remove);
        }
        return new OverlapWindow(overlap, maxIds, top, newFloor, Map.copyOf(known));
    }

    private static long number(String text) {
        return Long.parseLong(text, RADIX);
    }

    private static String digest(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
