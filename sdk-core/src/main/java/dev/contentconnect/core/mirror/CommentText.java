package dev.contentconnect.core.mirror;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Comment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words of a copy: a line that says where and when it was said, then what was said. The author is not among them: the
 * draft has its own place for who said it, and a system without one names them in the text itself.
 */
final class CommentText {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CommentText() {}

    /** Of a comment as it stands. */
    static String of(MirrorObject source, Comment comment, boolean isEdited, @Nullable String answered, int max) {
        StringBuilder head = new StringBuilder("[").append(source.side().name());
        append(head, time(comment.at()));
        append(head, isEdited ? "edited" : "");
        append(head, answered == null ? "" : "in reply to " + answered);
        String text = head.append("]").toString();
        return cut(text + (comment.text().isBlank() ? "" : "\n" + comment.text().strip()), source, comment, max);
    }

    /** Whether a comment may be a copy from a side: somebody's may begin like one. */
    static boolean looksCopied(MirrorObject from, Comment comment) {
        return comment.text().startsWith("[" + from.side().name());
    }

    /** Of a comment that went away while it was being copied. */
    static String ofGone(MirrorObject source, String id) {
        return "[" + source.side().name() + "] A comment was taken back before it was copied (" + id + ").";
    }

    /** How a text without threads names the comment that is answered. */
    static String name(@Nullable Comment answered) {
        if (answered == null) {
            return "an earlier comment";
        }
        Actor author = answered.author();
        String who = author == null ? "a comment" : author.name() == null ? author.id() : author.name();
        return answered.at() == null ? who : who + " of " + time(answered.at());
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : MINUTES.format(at);
    }

    private static void append(StringBuilder head, String part) {
        if (!part.isEmpty()) {
            head.append(", ").append(part);
        }
    }

    private static String cut(String text, MirrorObject source, Comment comment, int max) {
        if (text.length() <= max) {
            return text;
        }
        String pointer = "\n[cut; all of it is in " + source.side().name() + ", comment "
                + tail(comment.ref().id()) + "]";
        int end = max - pointer.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + pointer;
    }

    /** Some systems' ids are as long as addresses. */
    private static String tail(String id) {
        return id.length() <= 60 ? id : "…" + id.substring(id.length() - 60);
    }
}
