package dev.contentconnect.aprimo.pm.map;

import dev.contentconnect.aprimo.map.AssetMapper;
import dev.contentconnect.aprimo.pm.PmConfig;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.wire.WireAnnotation;
import dev.contentconnect.aprimo.pm.wire.WireComment;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Notes, marks and comments to comments. */
public final class CommentsMapper {
    private static final Pattern MARK = Pattern.compile("(?s)^(.*)\\n\\[ref ([0-9a-f]{16})(?:, by ([^\\]\\n]+))?]$");

    private CommentsMapper() {}

    /**
     * The comment that a note is.
     *
     * @param note the note
     * @param subject where it stands
     * @return the comment
     */
    public static Comment toComment(Notes.Note note, PmRef subject) {
        return Comment.of(ref(subject, "notes", note.id()), about(subject), note.author(), note.text(), note.at());
    }

    /**
     * The comment that a mark on a page is.
     *
     * @param in the mark
     * @param subject the version
     * @param config persons and the zone
     * @return the comment; null when it has no words or no id
     */
    public static @Nullable Comment toComment(WireAnnotation in, PmRef subject, PmConfig config) {
        String id = in.id();
        String text = in.comment();
        if (id == null || text == null) {
            return null;
        }
        Matcher mark = MARK.matcher(text);
        boolean ours = mark.matches();
        Actor author =
                ours && mark.group(3) != null ? Actor.of(mark.group(3)) : PmCaseMapper.actor(in.authorId(), config);
        return new Comment(
                ref(subject, "annotations", id),
                about(subject),
                version(subject),
                author,
                ours ? mark.group(1) : text,
                PmTimes.read(in.createdDate(), config.zone()),
                null,
                Extensions.of(AssetMapper.SYSTEM, in.in().without(Set.of("annotationid", "content", "comment"))));
    }

    /**
     * What somebody said about a version.
     *
     * @param in the comment
     * @param subject the version
     * @param config persons and the zone
     * @return the comment; null when it has no words or no id
     */
    public static @Nullable Comment toComment(WireComment in, PmRef subject, PmConfig config) {
        String id = in.id();
        String text = in.text();
        if (id == null || text == null) {
            return null;
        }
        Actor author = PmCaseMapper.actor(in.creatorId(), config);
        String name = (Objects.requireNonNullElse(in.firstName(), "") + " "
                        + Objects.requireNonNullElse(in.lastName(), ""))
                .strip();
        return new Comment(
                ref(subject, "comments", id),
                about(subject),
                version(subject),
                author == null || name.isEmpty() ? author : new Actor(author.id(), name, null),
                text,
                PmTimes.read(in.createdDate(), config.zone()),
                null,
                Extensions.of(AssetMapper.SYSTEM, in.in().without(Set.of("id", "commenttext"))));
    }

    /**
     * The words of a mark, with the key in them: the service has no other place for it.
     *
     * @param text what is said
     * @param key the caller's key
     * @param author who says it, or null
     * @return the words to send
     */
    public static String words(String text, String key, @Nullable Actor author) {
        String by = author == null
                ? ""
                : author.id().replaceAll("[\\]\\p{Cntrl}]+", " ").strip();
        return text + "\n[ref " + Notes.idOf(key) + (by.isEmpty() ? "" : ", by " + by) + "]";
    }

    /**
     * Whether a mark was made under a key.
     *
     * @param in the mark
     * @param key the caller's key
     * @return whether
     */
    public static boolean isUnder(WireAnnotation in, String key) {
        Matcher mark = MARK.matcher(Objects.requireNonNullElse(in.comment(), ""));
        return mark.matches() && Notes.idOf(key).equals(mark.group(2));
    }

    private static SourceRef ref(PmRef subject, String kind, String id) {
        return SourceRef.of(AssetMapper.SYSTEM, subject + "/" + kind + "/" + id);
    }

    private static SourceRef about(PmRef subject) {
        return PmRef.of(subject.resource(), subject.id()).in(AssetMapper.SYSTEM);
    }

    private static @Nullable String version(PmRef subject) {
        return subject.version() == null ? null : subject.version().toString();
    }
}
