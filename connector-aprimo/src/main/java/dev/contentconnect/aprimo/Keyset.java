package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.PagedLists.Batch;
import dev.contentconnect.aprimo.api.SearchTerm;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.time.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a search by date stands: the last date, which page of it, and what was handed out of that very date. The next request
 * asks for that date or later and leaves out what is known, so records that are made, changed or deleted meanwhile move no
 * other ones past us.
 *
 * @param from the last date
 * @param page the page to ask for, counted from that date
 * @param seen ids of that date that were handed out
 */
record Keyset(Instant from, int page, Set<String> seen) {
    private static final Keyset BEGIN = new Keyset(Instant.parse("1900-01-01T00:00:00Z"), 1, Set.of());
    private static final String VERSION = "ks1";

    /** More than that many of one moment are told apart by the page alone, or the cursor would grow without end. */
    private static final int MAX_SEEN = 2_000;

    /** A search by a date. */
    record Question(
            String operation,
            String term,
            Function<WireRecord, @Nullable String> date,
            Function<Keyset, Batch<WireRecord>> ask) {}

    SearchTerm term(String date) {
        return SearchTerm.since(date, from);
    }

    static Page<WireRecord> next(Question question, @Nullable Cursor cursor) {
        Keyset place = cursor == null ? BEGIN : of(question.operation(), cursor);
        Batch<WireRecord> batch = question.ask().apply(place);
        List<WireRecord> fresh = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(batch.issues());
        Instant last = place.from;
        Set<String> ofLast = new LinkedHashSet<>(place.seen);
        for (WireRecord one : batch.items()) {
            Instant at = moment(question.date().apply(one));
            if (at == null || one.id() == null) {
                issues.add(new MappingIssue(question.term(), "missing or not readable", one.id()));
                continue;
            }
            if (at.isBefore(place.from)) {
                throw REFUSED.undecodable(
                        question.operation(),
                        "the list goes in a circle: " + question.term() + " " + at + " came where none before "
                                + place.from + " was asked for");
            }
            if (at.isAfter(last)) {
                last = at;
                ofLast.clear();
            }
            boolean known = at.equals(place.from) && place.seen.contains(one.id());
            if (at.equals(last)) {
                ofLast.add(one.id());
            }
            if (!known) {
                fresh.add(one);
            }
        }
        Cursor next = null;
        if (batch.more()) {
            // A page full of one moment: the date stays, the page moves on.
            int page = last.equals(place.from) ? place.page + 1 : 1;
            next = new Keyset(last, page, ofLast).cursor();
        }
        return new Page<>(fresh, next, null, issues);
    }

    private static @Nullable Instant moment(@Nullable String text) {
        return Timestamps.read(text);
    }

    private Cursor cursor() {
        List<String> ids = new ArrayList<>(seen);
        List<String> kept = ids.subList(Math.max(0, ids.size() - MAX_SEEN), ids.size());
        return Cursor.of(VERSION + "|" + from + "|" + page + "|" + String.join(",", kept));
    }

    private static Keyset of(String operation, Cursor cursor) {
        String[] parts = cursor.value().split("\\|", -1);
        Supplier<RuntimeException> notOurs = () -> REFUSED.rejected(operation, null, "not a cursor of this list");
        if (parts.length != 4 || !parts[0].equals(VERSION)) {
            throw notOurs.get();
        }
        try {
            Set<String> seen =
                    parts[3].isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(parts[3].split(",", -1)));
            return new Keyset(Instant.parse(parts[1]), Integer.parseInt(parts[2]), seen);
        } catch (DateTimeException | NumberFormatException garbage) {
            throw notOurs.get();
        }
    }
}
