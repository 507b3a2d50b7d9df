package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Checksum;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comment in a system that has a text for it, and no fields for the caller's key or the person on whose behalf a service
 * speaks: a last line says both, and people can read it.
 *
 * <pre>
 * Too dark
 *
 * [ref 0123456789abcdef, by Ann Lee &lt;ann@example.org&gt;]
 * </pre>
 *
 * <p>What was said comes back word for word; of the author the role is not kept, and brackets and breaks in the names are
 * blanks. Immutable.
 *
 * @param text what was said, without the last line
 * @param ref stands for the key; null where there is no such line
 * @param author on whose behalf it was said; null where the line does not say, or is not there
 */
public record CommentMark(
        String text, @Nullable String ref, @Nullable Actor author) {
    private static final String BEGIN = "[ref ";
    private static final Pattern LINE = Pattern.compile("\\[ref ([0-9a-f]{16})(?:, by ([^\\]\\n]+))?\\]\\s*");
    private static final String APART = "\n\n";
    private static final String UNKNOWN = "unknown";

    /**
     * The text to send.
     *
     * @param text what to say
     * @param key the caller's key
     * @param author on whose behalf, or null
     * @return the text with the last line
     */
    public static String write(String text, String key, @Nullable Actor author) {
        return text + APART + begin(key) + (author == null ? "" : ", by " + name(author)) + "]";
    }

    /**
     * Reads a comment, whoever made it. Anybody can write such a line, so that its author is no proof of anything.
     *
     * @param text the text as the system has it
     * @return what was said, and what the last line says where there is one
     */
    public static CommentMark read(String text) {
        // From the end: comments of strangers are long, and a pattern that looks for the line took seconds on some.
        int at = text.lastIndexOf(BEGIN);
        Matcher line = LINE.matcher(text).region(Math.max(0, at), text.length());
        if (at < 0 || !line.matches()) {
            return new CommentMark(text, null, null);
        }
        String said = text.substring(0, at);
        String gap = said.endsWith(APART) ? APART : said.endsWith("\n") ? "\n" : "";
        String by = line.group(2);
        return new CommentMark(
                said.substring(0, said.length() - gap.length()), line.group(1), by == null ? null : actor(by));
    }

    /**
     * How the last line begins, for systems that can search for it.
     *
     * @param key the caller's key
     * @return the beginning, which no other key has
     */
    public static String begin(String key) {
        return BEGIN + ref(key);
    }

    /**
     * Whether it was said under a key.
     *
     * @param key the caller's key
     * @return true when the last line says so
     */
    public boolean isUnder(String key) {
        return ref(key).equals(ref);
    }

    private static String ref(String key) {
        return Checksum.sha256Of(key).hex().substring(0, 16);
    }

    /**
     * Somebody in one line, for systems with a field for the key and none for the author.
     *
     * @param author who
     * @return for example {@code Ann Lee <ann@example.org>}
     */
    public static String name(Actor author) {
        String id = plain(author.id());
        return author.name() == null ? id : plain(author.name()) + " <" + id + ">";
    }

    private static String plain(String name) {
        String plain = name.replaceAll("[\\s\\[\\]<>]+", " ").strip();
        return plain.isEmpty() ? UNKNOWN : plain;
    }

    /**
     * The other way round.
     *
     * @param line what {@link #name} made, or any text
     * @return who that is; a text without an id in angle brackets is the id
     */
    public static Actor actor(String line) {
        int open = line.lastIndexOf(" <");
        String id = open > 0 && line.endsWith(">") ? line.substring(open + 2, line.length() - 1) : "";
        if (!id.isBlank()) {
            return new Actor(id, line.substring(0, open), null);
        }
        return Actor.of(line.isBlank() ? UNKNOWN : line);
    }
}
