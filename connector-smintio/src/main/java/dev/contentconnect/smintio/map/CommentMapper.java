package dev.contentconnect.smintio.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentMark;
import dev.contentconnect.smintio.wire.WireComment;
import io.vavr.control.Either;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Comments. Ours end with a line that names the person on whose behalf they were made, as the portal knows only the user of the
 * login, and a mark of their key. Anybody can write such a line: who sent a comment stays in the extension {@code sentByUserUuid}.
 */
public final class CommentMapper {
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
        CommentMark mark = mark(in);
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        Map<?, ?> plain = Json.convert(in, Map.class);
        plain.forEach((name, value) -> own.put(String.valueOf(name), value));
        own.remove("comment");
        return Either.right(new Comment(
                Ids.comment(id),
                subject,
                null,
                mark.author() != null ? mark.author() : author(in),
                mark.text(),
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
        return mark(in).isUnder(key);
    }

    private static CommentMark mark(WireComment in) {
        return CommentMark.read(in.comment() == null ? "" : in.comment());
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
        return CommentMark.write(text, key, author);
    }
}
