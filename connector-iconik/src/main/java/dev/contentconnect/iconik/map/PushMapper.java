package dev.contentconnect.iconik.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pushed bodies: webhooks, which have {@code event_type} and {@code realm}, and custom actions, which have
 * {@code action_id} and {@code context}. Neither says when; the time is that of the receipt. A webhook says that something
 * happened; read the object before acting.
 */
public final class PushMapper {
    private PushMapper() {}

    /**
     * The events of a body.
     *
     * @param body the decoded JSON
     * @param digest a digest of the bytes, for events without an id
     * @param at when it came
     * @return the events; what is wrong with it where it is neither
     */
    public static Either<MappingIssue, List<CaseEvent>> toEvents(Map<?, ?> body, String digest, Instant at) {
        if (text(body, "action_id") != null || (text(body, "context") != null && text(body, "realm") == null)) {
            return Either.right(ofAction(body, digest, at));
        }
        String object = text(body, "object_id");
        if (text(body, "event_type") == null || object == null) {
            return Either.left(MappingIssue.of("event_type", "neither a webhook nor a custom action"));
        }
        return Either.right(List.of(ofWebhook(body, object, digest, at)));
    }

    private static CaseEvent ofWebhook(Map<?, ?> body, String object, String digest, Instant at) {
        String eventType = word(body, "event_type");
        String realm = word(body, "realm");
        String operation = word(body, "operation");
        Map<?, ?> data = body.get("data") instanceof Map<?, ?> map ? map : Map.of();
        String id = String.join(
                ":",
                Objects.requireNonNullElse(text(body, "request_id"), "-"),
                eventType,
                realm,
                operation,
                object,
                digest);
        SourceRef subject = subject(realm, object, data);
        SourceRef related = related(realm, object, data);
        String user = text(body, "user_id");
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        put(own, body, "event_type", "realm", "operation", "system_domain_id", "request_id", "object_id");
        return CaseEvent.builder(AssetMapper.SYSTEM, type(eventType, realm, operation, data), id, at)
                .subject(subject)
                .subjectVersion(text(data, "version_id"))
                .related(related)
                .actor(user == null ? null : Actor.of(user))
                .outcome(realm.equals("approvals") ? text(data, "status") : null)
                .note(realm.equals("segments") ? text(data, "segment_text") : null)
                .extensions(Extensions.of(AssetMapper.SYSTEM, own))
                .build();
    }

    /** For shares the object is the share; for segments and others the asset may stand in the data. */
    private static SourceRef subject(String realm, String object, Map<?, ?> data) {
        String of = switch (realm) {
            case "shares" -> text(data, "object_id");
            case "segments", "formats", "files", "versions" -> text(data, "asset_id");
            default -> null;
        };
        return SourceRef.of(AssetMapper.SYSTEM, of != null ? of : object);
    }

    private static @Nullable SourceRef related(String realm, String object, Map<?, ?> data) {
        String other = switch (realm) {
            case "shares" -> object;
            case "contents" -> text(data, "collection_id");
            case "segments", "formats", "files" -> text(data, "id");
            default -> null;
        };
        return other == null ? null : SourceRef.of(AssetMapper.SYSTEM, other);
    }

    private static CaseEventType type(String eventType, String realm, String operation, Map<?, ?> data) {
        boolean assets = eventType.equals("assets");
        String what = realm + "." + operation;
        return switch (what) {
            case "entity.create" -> assets ? CaseEventType.ASSET_CREATED : other(eventType, what);
            case "entity.update" -> assets ? CaseEventType.ASSET_UPDATED : other(eventType, what);
            case "entity.delete", "entity.purge" -> assets ? CaseEventType.ASSET_DELETED : other(eventType, what);
            case "metadata.create", "metadata.update" -> assets ? CaseEventType.ASSET_UPDATED : other(eventType, what);
            case "versions.create" -> CaseEventType.ASSET_VERSION_ADDED;
            case "contents.create" -> CaseEventType.ASSET_LINKED;
            case "contents.delete" -> CaseEventType.ASSET_UNLINKED;
            case "segments.create" ->
                "COMMENT".equals(text(data, "segment_type")) ? CaseEventType.COMMENT_ADDED : other(eventType, what);
            case "approvals.create", "approvals.update" -> ofApproval(eventType, what, text(data, "status"));
            default -> other(eventType, what);
        };
    }

    private static CaseEventType ofApproval(String eventType, String what, @Nullable String status) {
        return switch (status == null ? "" : status) {
            case "REQUESTED" -> CaseEventType.APPROVAL_REQUESTED;
            case "APPROVED", "NOT_APPROVED", "MIXED" -> CaseEventType.APPROVAL_DECIDED;
            case "N/A" -> CaseEventType.APPROVAL_VOIDED;
            default -> other(eventType, what);
        };
    }

    /** A word of its own for what has none here, so that nothing is lost. */
    private static CaseEventType other(String eventType, String what) {
        return CaseEventType.of("iconik." + eventType + "." + what);
    }

    /** One event for each object. The token in the body acts for the user and goes no further. */
    private static List<CaseEvent> ofAction(Map<?, ?> body, String digest, Instant at) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        put(own, body, "action_id", "context", "system_domain_id", "metadata_view_id", "date_created");
        if (body.get("metadata_values") instanceof Map<?, ?> values) {
            own.put("metadata_values", values);
        }
        String user = text(body, "user_id");
        Instant when = Reading.date(text(body, "date_created"));
        List<CaseEvent> out = new ArrayList<>();
        for (String name : List.of("asset_ids", "collection_ids", "saved_search_ids")) {
            List<?> ids = body.get(name) instanceof List<?> list ? list : List.of();
            for (Object one : ids) {
                if (one instanceof String object && !object.isBlank()) {
                    out.add(CaseEvent.builder(
                                    AssetMapper.SYSTEM,
                                    CaseEventType.REQUEST_RECEIVED,
                                    "action:" + digest + ":" + object,
                                    when != null ? when : at)
                            .subject(SourceRef.of(AssetMapper.SYSTEM, object))
                            .step(text(body, "action_id"))
                            .actor(user == null ? null : Actor.of(user))
                            .extensions(Extensions.of(AssetMapper.SYSTEM, own))
                            .build());
                }
            }
        }
        return out;
    }

    private static void put(Map<String, @Nullable Object> out, Map<?, ?> body, String... names) {
        for (String name : names) {
            String text = text(body, name);
            if (text != null) {
                out.put(name, text);
            }
        }
    }

    private static String word(Map<?, ?> body, String name) {
        String text = text(body, name);
        return text == null ? "any" : text;
    }

    private static @Nullable String text(Map<?, ?> body, String name) {
        return body.get(name) instanceof String text ? Reading.text(text) : null;
    }

    /**
     * A digest of pushed bytes.
     *
     * @param bytes the bytes
     * @return in hexadecimal digits
     */
    public static String digest(byte[] bytes) {
        return Checksum.sha256Of(bytes).hex().substring(0, 32);
    }
}
