package dev.contentconnect.vip.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentMark;
import dev.contentconnect.vip.wire.WireComment;
import dev.contentconnect.vip.wire.WireText;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Comments, and the last line by which we find our own again. */
public final class CommentMapper {
    private CommentMapper() {}

    /**
     * The canonical form of a comment.
     *
     * @param in the comment
     * @return the comment without our last line, or what is wrong with it
     */
    public static Either<MappingIssue, Comment> toComment(WireComment in) {
        if (in.id() <= 0 || in.post() <= 0) {
            return Either.left(new MappingIssue(in.id() <= 0 ? "id" : "post", "missing", Long.toString(in.id())));
        }
        CommentMark mark = CommentMark.read(text(in));
        Map<String, @Nullable Object> members = AssetMapper.others(in.rest());
        if (in.status() != null) {
            members.put("status", in.status());
        }
        return Either.right(new Comment(
                ref(in.id()),
                ref(in.post()),
                null,
                mark.author() != null ? mark.author() : author(in),
                mark.ref() == null ? mark.text() : mark.text().stripTrailing(),
                Fields.date(in.dateGmt()),
                in.parent() > 0 ? ref(in.parent()) : null,
                Extensions.of(AssetMapper.SYSTEM, members)));
    }

    /** Comments are HTML; ours are escaped, so that what was said comes back word for word, whoever may write HTML. */
    private static String text(WireComment in) {
        WireText content = in.content();
        if (content == null) {
            return "";
        }
        String html = content.raw() != null ? content.raw() : Objects.requireNonNullElse(content.rendered(), "");
        return PlainText.shown(html);
    }

    private static @Nullable Actor author(WireComment in) {
        String name = in.authorName() == null || in.authorName().isBlank() ? null : in.authorName();
        if (in.author() != null && in.author() > 0) {
            return new Actor(Long.toString(in.author()), name, null);
        }
        return name == null ? null : Actor.of(name);
    }

    private static SourceRef ref(long id) {
        return SourceRef.of(AssetMapper.SYSTEM, Long.toString(id));
    }

    /**
     * The text to send.
     *
     * @param text what to say
     * @param key the caller-chosen key
     * @param author on whose behalf, or null
     * @return the text with our last line
     */
    public static String message(String text, String key, @Nullable Actor author) {
        return PlainText.escaped(CommentMark.write(text.strip(), key, author));
    }

    /**
     * Whether a comment was made under a key.
     *
     * @param in the comment
     * @param key the caller-chosen key
     * @return true for ours
     */
    public static boolean isUnder(WireComment in, String key) {
        return CommentMark.read(text(in)).isUnder(key);
    }
}
