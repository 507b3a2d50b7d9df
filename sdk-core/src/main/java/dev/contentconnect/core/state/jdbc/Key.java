package dev.contentconnect.core.state.jdbc;

import dev.contentconnect.core.model.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * A text as part of an index. Indexes have a limit (PostgreSQL: 2,704 bytes for an entry, of up to three texts), and an id
 * from another system has none, so a long text is stood for by its beginning and its hash.
 *
 * @param value what is compared
 * @param whole the text itself where {@code value} is not; null otherwise
 */
record Key(String value, @Nullable String whole) {
    private static final int MAX = 250;
    private static final int BEGINNING = 180;

    static Key of(String text) {
        // A text that holds the mark is stood for as well, so that nobody can make one that looks like another's
        // stand-in.
        if (text.length() <= MAX && text.indexOf(Text.MARK) < 0) {
            return new Key(text, null);
        }
        String beginning = text.substring(0, Math.min(BEGINNING, text.length()));
        return new Key(beginning + Text.MARK + sha256(text), text);
    }

    static String value(String text) {
        return of(text).value();
    }

    private static String sha256(String text) {
        return Checksum.sha256Of(Text.encode(text)).hex();
    }
}
