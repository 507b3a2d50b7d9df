package dev.contentconnect.smintio;

import dev.contentconnect.core.page.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the feed was read: in the stream of purchases, and in the present walk through the watched collections, with what their
 * pages looked like in the walk before.
 *
 * @param continuation where the stream goes on; empty for its beginning
 * @param collection the number of the collection that is being walked through
 * @param page where its next page begins; empty for the first
 * @param told how many assets of that page were told already
 * @param number the number of that page within the walk
 * @param prints what the pages looked like, by number
 */
record FeedPlace(String continuation, int collection, String page, int told, int number, List<String> prints) {
    /** Pages beyond are told in every walk; who reads the feed knows the events again. */
    static final int MOST_PRINTS = 400;

    private static final String FORM = "sm1";

    FeedPlace {
        prints = List.copyOf(prints);
    }

    static FeedPlace beginning() {
        return new FeedPlace("", 0, "", 0, 0, List.of());
    }

    /** Reads a cursor; throws {@code IllegalArgumentException} for one of another feed. */
    static FeedPlace read(@Nullable Cursor cursor) {
        if (cursor == null) {
            return beginning();
        }
        String[] parts = cursor.value().split("\\.", -1);
        if (parts.length != 7 || !parts[0].equals(FORM)) {
            throw new IllegalArgumentException("another form");
        }
        List<String> prints = parts[6].isEmpty() ? List.of() : List.of(parts[6].split("_", -1));
        return new FeedPlace(
                decoded(parts[1]), number(parts[2]), decoded(parts[3]), number(parts[4]), number(parts[5]), prints);
    }

    private static int number(String text) {
        int out = Integer.parseInt(text);
        if (out < 0) {
            throw new IllegalArgumentException("negative");
        }
        return out;
    }

    Cursor cursor() {
        return Cursor.of(String.join(
                ".",
                FORM,
                encoded(continuation),
                Integer.toString(collection),
                encoded(page),
                Integer.toString(told),
                Integer.toString(number),
                String.join("_", prints)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    FeedPlace inStream(String next) {
        return new FeedPlace(next, collection, page, told, number, prints);
    }

    /** Amid the page, which looked like this when its first part was told. */
    FeedPlace within(int more, String print) {
        return new FeedPlace(continuation, collection, page, more, number, with(print));
    }

    /** Whether it is remembered what this page looked like. */
    boolean isRemembered() {
        return number < MOST_PRINTS;
    }

    private List<String> with(String print) {
        List<String> more = new ArrayList<>(prints);
        if (number < more.size()) {
            more.set(number, print);
        } else if (number == more.size() && isRemembered()) {
            more.add(print);
        }
        return more;
    }

    @Nullable String print() {
        return number < prints.size() ? prints.get(number) : null;
    }

    /** The page after this one; in the next collection where this one has ended. */
    FeedPlace after(String print, @Nullable Cursor nextPage) {
        List<String> more = with(print);
        return nextPage != null
                ? new FeedPlace(continuation, collection, nextPage.value(), 0, number + 1, more)
                : new FeedPlace(continuation, collection + 1, "", 0, number + 1, more);
    }

    /** The walk is over: the next one begins anew, and pages that are no more are forgotten. */
    FeedPlace walked() {
        return new FeedPlace(continuation, 0, "", 0, 0, prints.subList(0, Math.min(number, prints.size())));
    }
}
