package dev.contentconnect.core.mirror;

import dev.contentconnect.core.internal.Sha256;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Short stand-ins for texts. */
final class Prints {
    /** Stands for no text at all. No print of a text is that short. */
    static final String NOTHING = "-";

    private Prints() {}

    static String of(@Nullable String text) {
        return text == null ? NOTHING : digest(text);
    }

    /** Of several parts, none of which can be mistaken for a piece of another. */
    static String of(String first, String... more) {
        StringBuilder all = new StringBuilder();
        add(all, first);
        for (String part : more) {
            add(all, part);
        }
        return digest(all.toString());
    }

    /** Of a comment: systems differ in line ends, in blanks around the text and in how they compose letters. */
    static String ofComment(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        return digest(Normalizer.normalize(lines, Normalizer.Form.NFC));
    }

    private static void add(StringBuilder all, String part) {
        all.append(part.length()).append(':').append(part);
    }

    private static String digest(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(text), 16));
    }
}
