package dev.contentconnect.iconik.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentMark;
import dev.contentconnect.iconik.wire.WireSegment;
import io.vavr.control.Either;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Comments are segments. Ours carry their key as {@code external_id}, and in a last line the author on whose behalf they were
 * written, as iconik only knows the user of the credential.
 */
public final class CommentMapper {
    private static final String PLAIN = "cc:";
    private static final String WITH_AUTHOR = "cca:";
    private static final String LINE = "\n\n[by ";
    private static final Set<String> ELSEWHERE =
            Set.of("id", "asset_id", "version_id", "segment_text", "parent_id", "user_id", "date_created");

    private CommentMapper() {}

    /**
     * The canonical form of a comment.
     *
     * @param in the segment
     * @param asset the asset that it was read of
     * @return the comment, or what is wrong with it
     */
    public static Either<MappingIssue, Comment> toComment(WireSegment in, String asset) {
        String id = Reading.text(in.id());
        if (id == null) {
            return Either.left(MappingIssue.of("id", "is missing"));
        }
        String text = in.segmentText() == null ? "" : in.segmentText();
        Actor author = author(in);
        int line = isWithAuthor(in) ? text.lastIndexOf(LINE) : -1;
        if (line >= 0 && text.endsWith("]")) {
            author = CommentMark.actor(text.substring(line + LINE.length(), text.length() - 1));
            text = text.substring(0, line);
        }
        String parent = Reading.text(in.parentId());
        return Either.right(new Comment(
                SourceRef.of(AssetMapper.SYSTEM, id),
                SourceRef.of(AssetMapper.SYSTEM, asset),
                Reading.text(in.versionId()),
                author,
                text,
                Reading.date(in.dateCreated()),
                parent == null ? null : SourceRef.of(AssetMapper.SYSTEM, parent),
                extensions(in)));
    }

    private static Extensions extensions(WireSegment in) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        Map<?, ?> plain = Json.convert(in, Map.class);
        plain.forEach((name, value) -> {
            if (!ELSEWHERE.contains(String.valueOf(name))) {
                own.put(String.valueOf(name), value);
            }
        });
        return Extensions.of(AssetMapper.SYSTEM, own);
    }

    private static @Nullable Actor author(WireSegment in) {
        if (Reading.text(in.shareUserEmail()) != null) {
            return Reading.actor(in.shareUserEmail(), null);
        }
        String id = Reading.text(in.userId());
        if (id == null) {
            return null;
        }
        String name = Reading.name(in.userFirstName(), in.userLastName());
        return name != null ? new Actor(id, name, null) : Reading.actor(id, in.userInfo());
    }

    private static boolean isWithAuthor(WireSegment in) {
        return in.externalId() != null && in.externalId().startsWith(WITH_AUTHOR);
    }

    /**
     * Whether a segment was made under a key.
     *
     * @param in the segment
     * @param key the key
     * @return true for ours
     */
    public static boolean isUnder(WireSegment in, String key) {
        return !key.isEmpty() && key(in).equals(key);
    }

    /**
     * The key that a segment was made under.
     *
     * @param in the segment
     * @return the key; empty for what is not ours
     */
    public static String key(WireSegment in) {
        String id = in.externalId() == null ? "" : in.externalId();
        if (id.startsWith(WITH_AUTHOR)) {
            return id.substring(WITH_AUTHOR.length());
        }
        return id.startsWith(PLAIN) ? id.substring(PLAIN.length()) : "";
    }

    /**
     * The fields of a new comment.
     *
     * @param key its key
     * @param text what to say
     * @param author on whose behalf, or null
     * @param version the version it is about, or null for the current one
     * @param parent the segment that it answers, or null
     * @return fields by name
     */
    public static Map<String, Object> toFields(
            String key, String text, @Nullable Actor author, @Nullable String version, @Nullable String parent) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("segment_type", "COMMENT");
        out.put("segment_text", author == null ? text : text + LINE + CommentMark.name(author) + "]");
        out.put("external_id", (author == null ? PLAIN : WITH_AUTHOR) + key);
        if (version != null) {
            out.put("version_id", version);
        }
        if (parent != null) {
            out.put("parent_id", parent);
        }
        return out;
    }
}
