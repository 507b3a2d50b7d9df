package dev.contentconnect.aprimo.map;

import dev.contentconnect.aprimo.wire.WireFileVersion;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that changed to events. */
public final class EventMapper {
    /** A record that was made and changed within this time is new. */
    private static final Duration NEW = Duration.ofSeconds(1);

    private EventMapper() {}

    /**
     * When a record changed.
     *
     * @param in the record
     * @return the moment, or null where it says none
     */
    public static @Nullable Instant changedAt(WireRecord in) {
        return FieldValues.date(in.modifiedOn());
    }

    /**
     * The id of the event that a record is what it is now.
     *
     * @param record the id of the record
     * @param at when it changed
     * @return the same for the same change
     */
    public static String id(String record, Instant at) {
        return FieldValues.id(record) + ":" + at;
    }

    /**
     * The event that a record is what it is now.
     *
     * @param in the record
     * @return the event, or what is wrong with the record
     */
    public static Either<MappingIssue, CaseEvent> toEvent(WireRecord in) {
        String id = FieldValues.text(in.id());
        Instant at = changedAt(in);
        if (id == null || at == null) {
            return Either.left(new MappingIssue(id == null ? "id" : "modifiedOn", "is missing or not readable", id));
        }
        Instant made = FieldValues.date(in.createdOn());
        boolean isNew = made != null && Duration.between(made, at).abs().compareTo(NEW) <= 0;
        WireFileVersion version = in.masterFileLatestVersion();
        Map<String, Object> own = new LinkedHashMap<>();
        if (in.status() != null) {
            own.put("status", in.status());
        }
        if (in.title() != null) {
            own.put("title", in.title());
        }
        if (in.contentType() != null) {
            own.put("contentType", in.contentType());
        }
        return Either.right(CaseEvent.builder(
                        AssetMapper.SYSTEM,
                        isNew ? CaseEventType.ASSET_CREATED : CaseEventType.ASSET_UPDATED,
                        id(id, at),
                        at)
                .subject(SourceRef.of(AssetMapper.SYSTEM, FieldValues.id(id)))
                .subjectVersion(
                        version == null || FieldValues.text(version.id()) == null
                                ? null
                                : FieldValues.id(String.valueOf(version.id())))
                .extensions(Extensions.of(AssetMapper.SYSTEM, own))
                .build());
    }
}
