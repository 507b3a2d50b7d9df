package dev.contentconnect.iconik.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.iconik.wire.WireHit;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes that the index shows. It tells that an object changed and when, and not what of it. */
public final class EventMapper {
    private static final String SEGMENTS = "segments";

    /** What changed this soon after it was made is new: the service touches a new asset several times. */
    private static final Duration NEW = Duration.ofSeconds(1);

    private EventMapper() {}

    /**
     * Whether a hit is an event at all: assets are, and comments.
     *
     * @param in the hit
     * @return false for markers, transcriptions and the like
     */
    public static boolean isTold(WireHit in) {
        return !SEGMENTS.equals(in.objectType()) || "COMMENT".equals(in.rest().get("segment_type"));
    }

    /**
     * When a hit changed.
     *
     * @param in the hit
     * @return the moment, or null where it cannot be read
     */
    public static @Nullable Instant changedAt(WireHit in) {
        Instant changed = Reading.date(in.dateModified());
        return changed != null ? changed : Reading.date(in.dateCreated());
    }

    /**
     * The identity of a change.
     *
     * @param in the hit; it has an id
     * @param at when it changed
     * @return the same for the same change
     */
    public static String id(WireHit in, Instant at) {
        return kind(in) + ":" + in.id() + ":" + at;
    }

    private static String kind(WireHit in) {
        return SEGMENTS.equals(in.objectType()) ? SEGMENTS : "assets";
    }

    /**
     * The event for a hit.
     *
     * @param in the hit
     * @return the event, or what is wrong with it
     */
    public static Either<MappingIssue, CaseEvent> toEvent(WireHit in) {
        String id = Reading.text(in.id());
        Instant at = changedAt(in);
        if (id == null || at == null) {
            return Either.left(new MappingIssue(id == null ? "id" : "date_modified", "is missing or not readable", id));
        }
        if (SEGMENTS.equals(in.objectType())) {
            return ofComment(in, id, at);
        }
        CaseEventType type = "DELETED".equals(in.rest().get("status"))
                ? CaseEventType.ASSET_DELETED
                : isNew(in, at) ? CaseEventType.ASSET_CREATED : CaseEventType.ASSET_UPDATED;
        return Either.right(CaseEvent.builder(AssetMapper.SYSTEM, type, id(in, at), at)
                .subject(SourceRef.of(AssetMapper.SYSTEM, id))
                .subjectVersion(text(in, "default_version_id"))
                .actor(actor(in, "updated_by_user"))
                .extensions(extensions(in))
                .build());
    }

    private static Either<MappingIssue, CaseEvent> ofComment(WireHit in, String id, Instant at) {
        String asset = text(in, "asset_id");
        if (asset == null) {
            return Either.left(new MappingIssue("asset_id", "is missing", id));
        }
        CaseEventType type = isNew(in, at) ? CaseEventType.COMMENT_ADDED : CaseEventType.of("comment.changed");
        return Either.right(CaseEvent.builder(AssetMapper.SYSTEM, type, id(in, at), at)
                .subject(SourceRef.of(AssetMapper.SYSTEM, asset))
                .subjectVersion(text(in, "version_id"))
                .related(SourceRef.of(AssetMapper.SYSTEM, id))
                .actor(actor(in, "user_id"))
                .note(text(in, "segment_text"))
                .extensions(extensions(in))
                .build());
    }

    private static boolean isNew(WireHit in, Instant at) {
        Instant made = Reading.date(in.dateCreated());
        return made != null && Duration.between(made, at).abs().compareTo(NEW) <= 0;
    }

    private static Extensions extensions(WireHit in) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        own.put("object_type", Objects.requireNonNullElse(in.objectType(), "assets"));
        if (in.title() != null) {
            own.put("title", in.title());
        }
        for (String name : new String[] {"status", "versions_number", "external_id", "is_blocked"}) {
            Object value =
                    name.equals("external_id") ? in.externalId() : in.rest().get(name);
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                own.put(name, value);
            }
        }
        return Extensions.of(AssetMapper.SYSTEM, own);
    }

    private static @Nullable Actor actor(WireHit in, String name) {
        String id = text(in, name);
        return id == null ? null : Actor.of(id);
    }

    private static @Nullable String text(WireHit in, String name) {
        return in.rest().get(name) instanceof String text ? Reading.text(text) : null;
    }
}
