package dev.contentconnect.workflow.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentMark;
import dev.contentconnect.workflow.wire.WireComment;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Comments, and the last line by which we find our own again: the service has no field for a key or for the person on
 * whose behalf a service speaks.
 */
public final class CommentMapper {
    private CommentMapper() {}

    /**
     * The canonical form of a comment.
     *
     * @param in the comment
     * @param subject the instance or task it was read from
     * @return the comment without our last line, or what is wrong with it
     */
    public static Either<MappingIssue, Comment> toComment(WireComment in, String subject) {
        Reading read = new Reading(in.id());
        String id = read.required("id", in.id());
        String about = read.required("subject", subject);
        Instant at = read.date("time", in.time());
        CommentMark mark = mark(in);
        String author = Reading.text(in.author());
        Actor speaker = author == null ? null : Actor.of(author);
        Map<String, @Nullable Object> members = new LinkedHashMap<>(in.rest());
        CaseMapper.put(members, "type", in.type());
        CaseMapper.put(members, "processInstanceId", in.processInstanceId());
        CaseMapper.put(members, "taskId", in.taskId());
        return read.finish(() -> new Comment(
                SourceRef.of(CaseMapper.SYSTEM, id),
                SourceRef.of(CaseMapper.SYSTEM, about),
                null,
                mark.author() != null ? mark.author() : speaker,
                mark.text(),
                at,
                null,
                Extensions.of(CaseMapper.SYSTEM, members)));
    }

    /**
     * The text to send for a comment.
     *
     * @param text what to say
     * @param key the caller-chosen key
     * @param author on whose behalf, or null
     * @return the text with our last line
     */
    public static String message(String text, String key, @Nullable Actor author) {
        return CommentMark.write(text, key, author);
    }

    /**
     * Whether a comment was sent under a key.
     *
     * @param in the comment
     * @param key the caller-chosen key
     * @return whether its last line says so
     */
    public static boolean isUnder(WireComment in, String key) {
        return mark(in).isUnder(key);
    }

    private static CommentMark mark(WireComment in) {
        return CommentMark.read(in.message() == null ? "" : in.message());
    }

    /**
     * A short stand-in for a key.
     *
     * @param key any text
     * @return 16 hexadecimal digits
     */
    public static String hash(String key) {
        return Checksum.sha256Of(key).hex().substring(0, 16);
    }
}
