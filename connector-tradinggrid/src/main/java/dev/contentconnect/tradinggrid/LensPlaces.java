package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;

import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.tradinggrid.api.LensAttributes;
import dev.contentconnect.tradinggrid.api.LensQuery;
import dev.contentconnect.tradinggrid.api.LensRange;
import dev.contentconnect.tradinggrid.map.Reading;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Places in a list of Lens. How deep an offset may be is not published, so beyond a limit the list goes on from the date of
 * the last entry, passing over those of the same moment that were there already. So it does from the first page on where the
 * date is one that moves: an entry that changes meanwhile goes to the end, and an offset would pass over another one.
 */
record LensPlaces(LensQuery query, int offsetLimit, TimeSource time) {
    private static final Duration AHEAD = Duration.ofDays(1);

    /** Dates that are set anew when an entry changes. */
    private static final Set<String> MOVING = Set.of("statusdate", "fastatusdate");

    /**
     * A place.
     *
     * @param from the date from which it counts, or null for that of the question
     * @param offset how many entries to pass over
     * @param before how many entries came before {@code from}
     */
    record Place(@Nullable LensRange from, long offset, long before) {
        LensQuery narrow(LensQuery query) {
            return from == null ? query : query.within(from);
        }

        @Nullable Long total(@Nullable Long given) {
            return given == null ? null : (Long) (given + before);
        }
    }

    Place of(String operation, @Nullable Cursor cursor) {
        if (cursor == null) {
            return new Place(null, 0, 0);
        }
        String[] parts = cursor.value().split("~", -1);
        try {
            if (parts.length == 1) {
                return new Place(null, notNegative(parts[0]), 0);
            }
            if (parts.length == 3 && query.sortBy() != null) {
                Instant from = Instant.ofEpochMilli(Long.parseLong(parts[0]));
                return new Place(window(query.sortBy(), from), notNegative(parts[1]), notNegative(parts[2]));
            }
        } catch (IllegalArgumentException notOurs) {
            throw REFUSED.rejected(operation, null, "not a cursor of this list");
        }
        throw REFUSED.rejected(operation, null, "not a cursor of this list");
    }

    private static long notNegative(String text) {
        long value = Long.parseLong(text);
        if (value < 0) {
            throw new IllegalArgumentException("negative");
        }
        return value;
    }

    private LensRange window(String date, Instant from) {
        LensRange range = query.range();
        return new LensRange(date, from, range != null ? range.to() : time.now().plus(AHEAD));
    }

    @Nullable Cursor next(String operation, Place place, LensAnswer answer) {
        long read = place.offset() + answer.count();
        Long total = answer.total();
        boolean more = answer.count() > 0 && (total != null ? read < total : answer.count() >= query.count());
        if (!more) {
            return null;
        }
        return read < offsetLimit && !isMoving() ? at(place, read) : byDate(operation, place, answer.entries(), read);
    }

    private boolean isMoving() {
        String date = query.sortBy();
        LensRange range = query.range();
        return date != null
                && MOVING.contains(date)
                && range != null
                && range.date().equals(date)
                && query.select().contains(date);
    }

    private static Cursor at(Place place, long offset) {
        LensRange from = place.from();
        return Cursor.of(
                from == null
                        ? Long.toString(offset)
                        : from.from().toEpochMilli() + "~" + offset + "~" + place.before());
    }

    private Cursor byDate(String operation, Place place, List<WireEntry> entries, long read) {
        String date = query.sortBy();
        LensRange range = query.range();
        boolean possible = date != null
                && LensAttributes.DATES.contains(date)
                && (range == null || range.date().equals(date))
                && query.select().contains(date);
        if (!possible || date == null) {
            throw REFUSED.rejected(
                    operation,
                    "too_deep",
                    "more than " + offsetLimit + " entries; ask in the order of a date, within a window of it");
        }
        Instant last = entries.isEmpty() ? null : dateOf(entries.get(entries.size() - 1), date);
        int same = 0;
        for (int i = entries.size() - 1; i >= 0 && last != null && last.equals(dateOf(entries.get(i), date)); i--) {
            same++;
        }
        // A page of one moment only tells nothing about where that moment began.
        if (last == null || same == entries.size()) {
            return at(place, read);
        }
        return at(new Place(window(date, last), 0, place.before() + read - same), same);
    }

    /** In whole milliseconds, as it will be asked for. */
    private static @Nullable Instant dateOf(WireEntry entry, String date) {
        Instant at = Reading.date(entry.text(date));
        return at == null ? null : Instant.ofEpochMilli(at.toEpochMilli());
    }
}
