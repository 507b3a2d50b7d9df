package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.SourceRef;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Names for files that stay in their folder, made of words that somebody else chose: no way up, no folder, no hidden file, no
 * character that a file system takes for something else, 255 bytes at most.
 */
final class PlainName {
    private static final int MOST_OF_SYSTEM = 30;
    private static final int MOST_OF_ID = 60;
    private static final int MOST_OF_NAME = 120;
    private static final int MOST_OF_ENDING = 16;
    private static final String AWKWARD = "/\\:*?\"<>|~";
    private static final String BETWEEN = "~";
    private static final String HASH = "+";

    private PlainName() {}

    /** System and id come first, so that two assets never share a name. */
    static String of(SourceRef asset, @Nullable String fileName) {
        String first = word(asset.system(), MOST_OF_SYSTEM) + BETWEEN + word(asset.id(), MOST_OF_ID);
        String second = fileName == null ? "" : shortened(plain(fileName));
        return second.isEmpty() ? first : first + BETWEEN + second;
    }

    /** With a hash where it had to be changed, or where a file system may take another for the same. */
    private static String word(String word, int most) {
        String plain = cut(plain(word), most);
        return plain.equals(word) && word.chars().allMatch(PlainName::isTheSameEverywhere)
                ? word
                : plain + HASH + Checksum.sha256Of(word).hex().substring(0, 12);
    }

    /** File systems differ in whether they tell letters by case, and accents by how they are written. */
    private static boolean isTheSameEverywhere(int c) {
        return c < 128 && !(c >= 'A' && c <= 'Z') && c != HASH.charAt(0);
    }

    private static String plain(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.appendCodePoint(isAwkward(c) ? '_' : c));
        return out.toString().strip().replaceFirst("^\\.+", "_").replaceFirst("[. ]+$", "");
    }

    private static boolean isAwkward(int c) {
        boolean halfOfAPair = c <= Character.MAX_VALUE && Character.isSurrogate((char) c);
        return halfOfAPair || Character.isISOControl(c) || AWKWARD.indexOf(c) >= 0;
    }

    /** The ending says what is in the file, so it stays. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || bytes(name.substring(dot)) > MOST_OF_ENDING ? "" : name.substring(dot);
        return cut(name.substring(0, name.length() - ending.length()), MOST_OF_NAME) + ending;
    }

    private static String cut(String text, int most) {
        StringBuilder out = new StringBuilder();
        int used = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            used += bytes(Character.toString(c));
            if (used > most) {
                break;
            }
            out.appendCodePoint(c);
        }
        return out.toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
