package dev.contentconnect.smintio.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.smintio.wire.WireComment;
import io.vavr.control.Either;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Comments. Ours end with a line that names the person on whose behalf they were made, as the portal knows only the user of the
 * login, and a mark of their key.
 */
public final class CommentMapper {
    private static final Pattern OURS =
            Pattern.compile("(?s)(.*)\n\n(?:\\[by ([^\n]*)\\] )?\\[cc-([0-9a-f]{16})\\]\\s*");

    private CommentMapper() {}

    /**
     * The canonical form of a comment.
     *
     * @param in the comment
     * @param subject what it is about
     * @return the comment, or what is wrong with it
     */
    public static Either<MappingIssue, Comment> toComment(WireComment in, SourceRef subject) {
        String id = Reading.text(in.commentId());
        if (id == null) {
            return Either.left(MappingIssue.of("commentId", "is missing"));
        }
        String text = in.comment() == null ? "" : in.comment();
        Actor author = author(in);
        Matcher ours = OURS.matcher(text);
        if (ours.matches()) {
            text = ours.group(1);
            author = ours.group(2) == null ? author : actor(ours.group(2));
        }
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        Map<?, ?> plain = Json.convert(in, Map.class);
        plain.forEach((name, value) -> own.put(String.valueOf(name), value));
        own.remove("comment");
        return Either.right(new Comment(
                Ids.comment(id),
                subject,
                null,
                author,
                text,
                Reading.date(in.createdAt()),
                null,
                Extensions.of(Ids.SYSTEM, own)));
    }

    private static @Nullable Actor author(WireComment in) {
        String id = Reading.text(in.sentByUserUuid());
        String name = Reading.text(in.sentByUserName());
        if (id == null) {
            return name == null ? null : Actor.of(name);
        }
        return new Actor(id, name, null);
    }

    /**
     * Whether a comment was made under a key.
     *
     * @param in the comment
     * @param key the key
     * @return true for ours
     */
    public static boolean isUnder(WireComment in, String key) {
        return Marks.of(key).equals(mark(in));
    }

    /**
     * Whether a comment was made by this SDK, so that a mirror does not take it for news.
     *
     * @param in the comment
     * @return true for ours
     */
    public static boolean isOurs(WireComment in) {
        return mark(in) != null;
    }

    private static @Nullable String mark(WireComment in) {
        Matcher ours = OURS.matcher(in.comment() == null ? "" : in.comment());
        return ours.matches() ? ours.group(3) : null;
    }

    /**
     * The text of a new comment.
     *
     * @param key its key
     * @param text what to say
     * @param author on whose behalf, or null
     * @return what to send
     */
    public static String toText(String key, String text, @Nullable Actor author) {
        String by = author == null ? "" : "[by " + line(author) + "] ";
        return text + "\n\n" + by + "[cc-" + Marks.of(key) + "]";
    }

    private static String line(Actor author) {
        String id = author.id().replaceAll("\\s+", " ");
        return author.name() == null ? id : author.name().replaceAll("\\s+", " ") + " <" + id + ">";
    }

    private static Actor actor(String line) {
        int open = line.lastIndexOf(" <");
        if (open > 0
                && line.endsWith(">")
                && !line.substring(open + 2, line.length() - 1).isBlank()) {
            return new Actor(line.substring(open + 2, line.length() - 1), line.substring(0, open), null);
        }
        return Actor.of(line.isBlank() ? "unknown" : line);
    }
}
