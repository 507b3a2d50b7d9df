package dev.contentconnect.vip.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.vip.wire.WireComment;
import dev.contentconnect.vip.wire.WireMedia;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Changes of the media library as events. */
public final class EventMapper {
    private static final Map<AssetStatus, CaseEventType> STATES = Map.of(
            AssetStatus.PUBLISHED, CaseEventType.ASSET_PUBLISHED,
            AssetStatus.HELD, CaseEventType.ASSET_HELD,
            AssetStatus.WITHDRAWN, CaseEventType.ASSET_WITHDRAWN,
            AssetStatus.DELETED, CaseEventType.ASSET_DELETED);

    private EventMapper() {}

    /**
     * What tells a change from another: WordPress keeps only the last one of each item, and its time in whole seconds, so
     * what was changed counts too.
     *
     * @param media the attachment
     * @return the same for the same change
     */
    public static String id(WireMedia media) {
        List<@Nullable Object> state = new ArrayList<>(Arrays.asList(
                media.status(),
                PlainText.of(media.title()),
                PlainText.of(media.caption()),
                PlainText.of(media.description()),
                media.altText(),
                media.post(),
                new TreeMap<>(media.metaFields())));
        Profile.segments().values().forEach(base -> state.add(media.terms(base)));
        return "media-" + media.id() + "@" + media.modifiedGmt() + "-"
                + Names.hash(state.toString()).substring(0, 12);
    }

    /**
     * The event of the last change of an attachment. What was changed WordPress does not say: the type tells where the
     * asset stands since.
     *
     * @param media the attachment
     * @return the event, about the asset also where a further version was added
     */
    public static Either<MappingIssue, CaseEvent> toEvent(WireMedia media) {
        Instant at = Fields.date(media.modifiedGmt());
        if (media.id() <= 0 || at == null) {
            return Either.left(new MappingIssue("modified_gmt", "missing", Long.toString(media.id())));
        }
        Fields meta = new Fields(media.metaFields());
        long root = meta.number(Profile.ASSET_ROOT);
        boolean isNew = Objects.equals(media.dateGmt(), media.modifiedGmt());
        CaseEventType type = root > 0
                ? isNew ? CaseEventType.ASSET_VERSION_ADDED : CaseEventType.ASSET_UPDATED
                : isNew
                        ? CaseEventType.ASSET_CREATED
                        : STATES.getOrDefault(AssetMapper.status(media), CaseEventType.ASSET_UPDATED);
        long current = meta.number(Profile.ASSET_CURRENT);
        boolean hasBytes = AssetMapper.hasBytes(media) || current > 0;
        return Either.right(CaseEvent.builder(AssetMapper.SYSTEM, type, id(media), at)
                .subject(SourceRef.of(AssetMapper.SYSTEM, Long.toString(root > 0 ? root : media.id())))
                .subjectVersion(hasBytes ? Long.toString(current > 0 ? current : media.id()) : null)
                .caseKey(meta.text(Profile.ASSET_KEY))
                .build());
    }

    /**
     * What tells a comment from another.
     *
     * @param comment the comment
     * @return the same for the same comment
     */
    public static String id(WireComment comment) {
        return "comment-" + comment.id();
    }

    /**
     * The event of a comment.
     *
     * @param comment the comment
     * @return the event, about what was commented on; its related object is the comment
     */
    public static Either<MappingIssue, CaseEvent> toEvent(WireComment comment) {
        return CommentMapper.toComment(comment)
                .flatMap(said -> said.at() == null
                        ? Either.<MappingIssue, CaseEvent>left(
                                new MappingIssue("date_gmt", "missing", Long.toString(comment.id())))
                        : Either.<MappingIssue, CaseEvent>right(CaseEvent.builder(
                                        AssetMapper.SYSTEM, CaseEventType.COMMENT_ADDED, id(comment), said.at())
                                .subject(said.subject())
                                .actor(said.author())
                                .note(said.text())
                                .related(said.ref())
                                .build()));
    }
}
