package dev.contentconnect.aprimo.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule calls out. The body is a template that the tenant writes, so its names are ours to ask for: {@code event},
 * {@code recordId}, {@code userId}, {@code status}, {@code tenant}, {@code occurredOn}; the record alone is needed.
 */
public final class CalloutMapper {
    /** The member of the extensions that holds what must be sent along on calls made while the call-out is handled. */
    public static final String REFERENCE = "referenceId";

    private static final int DIGITS = 32;

    private CalloutMapper() {}

    /**
     * The event of a call-out.
     *
     * @param body the decoded JSON
     * @param bytes the bytes, which tell one call-out from the next
     * @param reference what the header of that name carried, or null
     * @param at when it came
     * @return the event, or what is wrong with the body
     */
    public static Either<MappingIssue, CaseEvent> toEvent(
            Map<?, ?> body, byte[] bytes, @Nullable String reference, Instant at) {
        String record = text(body, "recordId");
        if (record == null) {
            return Either.left(MappingIssue.of("recordId", "is missing"));
        }
        String id = FieldValues.id(record);
        Instant occurred = FieldValues.date(text(body, "occurredOn"));
        String user = text(body, "userId");
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            if (value != null) {
                own.put(String.valueOf(name), value);
            }
        });
        if (reference != null) {
            own.put(REFERENCE, reference);
        }
        String status = text(body, "status");
        return Either.right(CaseEvent.builder(
                        AssetMapper.SYSTEM,
                        type(text(body, "event"), status),
                        // A body without a moment is the same for every saving; what was lost is not sent again.
                        "rule:" + id + ":" + digest(bytes) + (occurred == null ? ":" + at.toEpochMilli() : ""),
                        occurred == null ? at : occurred)
                .subject(SourceRef.of(AssetMapper.SYSTEM, id))
                .actor(user == null ? null : Actor.of(FieldValues.id(user)))
                .outcome(status)
                .extensions(Extensions.of(AssetMapper.SYSTEM, own))
                .build());
    }

    /**
     * Who caused a call-out.
     *
     * @param body the decoded JSON
     * @return the id of a user of the DAM, or null where the template does not say
     */
    public static @Nullable String user(Map<?, ?> body) {
        String user = text(body, "userId");
        return user == null ? null : FieldValues.id(user);
    }

    private static CaseEventType type(@Nullable String event, @Nullable String status) {
        String word = event == null ? "" : event.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "", "saved", "updated", "modified" -> ofStatus(status);
            case "created" -> CaseEventType.ASSET_CREATED;
            case "deleted" -> CaseEventType.ASSET_DELETED;
            case "released", "published" -> CaseEventType.ASSET_PUBLISHED;
            default -> CaseEventType.of("aprimo.rule." + word);
        };
    }

    private static CaseEventType ofStatus(@Nullable String status) {
        return "deleted".equalsIgnoreCase(status) ? CaseEventType.ASSET_DELETED : CaseEventType.ASSET_UPDATED;
    }

    /** A template may write numbers where texts are meant. */
    static @Nullable String text(Map<?, ?> body, String name) {
        Object value = body.get(name);
        return value instanceof String || value instanceof Number
                ? FieldValues.text(value.toString().strip())
                : null;
    }

    private static String digest(byte[] bytes) {
        return Checksum.sha256Of(bytes).hex().substring(0, DIGITS);
    }
}
