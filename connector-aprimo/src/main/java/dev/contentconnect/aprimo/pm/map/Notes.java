package dev.contentconnect.aprimo.pm.map;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notes in one text field, oldest first. Each of ours stands between a line that says when, under which key and by whom, and a
 * line that ends it, so that people can read them and write theirs between. What people write between two of ours is one note,
 * which is edited when they write more there.
 *
 * <pre>
 * [note 2031-05-04T03:02:01.000Z ref 0123456789abcdef by ann]
 * Bigger, please
 * [end]
 * </pre>
 */
public final class Notes {
    private static final Pattern BEGIN =
            Pattern.compile("\\[note (\\S{1,40}) ref ([0-9a-f]{16})(?: by ([^\\]\\n]+))?]");
    private static final String END = "[end]";

    private Notes() {}

    /**
     * A note.
     *
     * @param id tells it from the others in its field
     * @param text what was said
     * @param author who said it, where known
     * @param at when, where known
     */
    public record Note(
            String id,
            String text,
            @Nullable Actor author,
            @Nullable Instant at) {}

    /**
     * Under which id a key's note is found.
     *
     * @param key the caller's key
     * @return 16 hexadecimal digits
     */
    public static String idOf(String key) {
        return Checksum.sha256Of(key).hex().substring(0, 16);
    }

    /**
     * Reads a field.
     *
     * @param field its text, or null
     * @return the notes, oldest first; what people wrote is a note without a date
     */
    public static List<Note> read(@Nullable String field) {
        List<Note> out = new ArrayList<>();
        List<String> loose = new ArrayList<>();
        String[] lines = (field == null ? "" : field.replace("\r\n", "\n")).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher begin = BEGIN.matcher(lines[i]);
            int end = begin.matches() ? end(lines, i + 1) : -1;
            if (end < 0) {
                loose.add(lines[i]);
            } else {
                flush(loose, out);
                List<String> text = new ArrayList<>();
                for (int j = i + 1; j < end; j++) {
                    text.add(unescaped(lines[j]));
                }
                String author = begin.group(3);
                out.add(new Note(
                        begin.group(2),
                        String.join("\n", text),
                        author == null || author.isBlank() ? null : Actor.of(author),
                        moment(begin.group(1))));
                i = end;
            }
        }
        flush(loose, out);
        return out;
    }

    private static int end(String[] lines, int from) {
        for (int i = from; i < lines.length; i++) {
            if (lines[i].equals(END)) {
                return i;
            }
            if (BEGIN.matcher(lines[i]).matches()) {
                return -1;
            }
        }
        return -1;
    }

    private static void flush(List<String> loose, List<Note> out) {
        String text = String.join("\n", loose).strip();
        loose.clear();
        if (!text.isEmpty()) {
            out.add(new Note(placed(out), text, null, null));
        }
    }

    /** What people write between two of our notes stays the same note, whatever they add to it or write elsewhere. */
    private static String placed(List<Note> before) {
        String id = before.isEmpty() ? "" : before.get(before.size() - 1).id();
        String place = "p" + idOf(id);
        // A note of ours may stand there twice when somebody copied it.
        while (isTaken(place, before)) {
            place = "p" + idOf(place);
        }
        return place;
    }

    private static boolean isTaken(String id, List<Note> notes) {
        return notes.stream().anyMatch(one -> one.id().equals(id));
    }

    private static @Nullable Instant moment(String text) {
        return Timestamps.read(text);
    }

    /**
     * Adds a note at the end of a field.
     *
     * @param field its text, or null
     * @param key the caller's key
     * @param text what is said
     * @param author who says it, or null
     * @param at when
     * @return the text to write
     */
    public static String add(@Nullable String field, String key, String text, @Nullable Actor author, Instant at) {
        StringBuilder out = new StringBuilder(field == null ? "" : field.stripTrailing());
        if (!out.isEmpty()) {
            out.append("\n\n");
        }
        out.append("[note ").append(Timestamps.format(at)).append(" ref ").append(idOf(key));
        String by = author == null
                ? ""
                : author.id().replaceAll("[\\]\\p{Cntrl}]+", " ").strip();
        if (!by.isEmpty()) {
            out.append(" by ").append(by);
        }
        out.append("]\n");
        for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
            out.append(escaped(line)).append('\n');
        }
        return out.append(END).toString();
    }

    private static String escaped(String line) {
        boolean special = line.startsWith("[") || line.startsWith("\\");
        return special ? "\\" + line : line;
    }

    private static String unescaped(String line) {
        return line.startsWith("\\") ? line.substring(1) : line;
    }
}
