package dev.contentconnect.xecm.map;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Comments of workflows, with a last line for what there is no other place for. */
public final class Remarks {
    private static final Pattern LAST = Pattern.compile("(?s)^(.*?)\\n?\\[ref ([^\\n]*?)(?:, by ([^\\n]*))?]\\s*$");

    private Remarks() {}

    /**
     * A comment with its last line.
     *
     * @param note what is said; null for nothing
     * @param reference what it belongs to
     * @param author on whose behalf it is said, or null
     * @return the comment
     */
    public static String write(@Nullable String note, String reference, @Nullable String author) {
        String line = "[ref " + line(reference) + (author == null ? "" : ", by " + line(author)) + "]";
        return note == null || note.isBlank() ? line : note + "\n" + line;
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /**
     * What is said.
     *
     * @param comment a comment with or without a last line
     * @return the comment without it; null for nothing
     */
    public static @Nullable String note(@Nullable String comment) {
        if (comment == null) {
            return null;
        }
        Matcher matcher = LAST.matcher(comment);
        String note = matcher.matches() ? matcher.group(1) : comment;
        return note.isBlank() ? null : note;
    }

    /**
     * What it belongs to.
     *
     * @param comment a comment
     * @return null when it has no last line
     */
    public static @Nullable String reference(@Nullable String comment) {
        Matcher matcher = comment == null ? null : LAST.matcher(comment);
        return matcher != null && matcher.matches() ? matcher.group(2) : null;
    }

    /**
     * Whether two comments say the same.
     *
     * @param one a comment
     * @param other another
     * @return true also when blanks and ends of lines differ, which a server may change
     */
    public static boolean isSame(String one, String other) {
        return line(one).equals(line(other));
    }

    /**
     * On whose behalf it was said.
     *
     * @param comment a comment
     * @return null when it does not say
     */
    public static @Nullable String author(@Nullable String comment) {
        Matcher matcher = comment == null ? null : LAST.matcher(comment);
        return matcher != null && matcher.matches() ? matcher.group(3) : null;
    }
}
