package dev.contentconnect.aprimo.pm.map;

import dev.contentconnect.aprimo.map.AssetMapper;
import dev.contentconnect.aprimo.pm.PmConfig;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pushed events. What nobody knows yet passes through under a word of its own. */
public final class PushMapper {
    private static final long CREATED = 1;
    private static final long DELETED = 3;
    private static final Map<Long, CaseEventType> KINDS = Map.ofEntries(
            Map.entry(2L, CaseEventType.STATUS_CHANGED),
            Map.entry(100L, CaseEventType.STATUS_CHANGED),
            Map.entry(102L, CaseEventType.CASE_OPENED),
            Map.entry(103L, CaseEventType.CASE_HELD),
            Map.entry(104L, CaseEventType.CASE_RESUMED),
            Map.entry(105L, CaseEventType.CASE_RESOLVED),
            Map.entry(106L, CaseEventType.CASE_CANCELLED),
            Map.entry(107L, CaseEventType.STATUS_CHANGED),
            Map.entry(120L, CaseEventType.BUDGET_DECIDED),
            Map.entry(121L, CaseEventType.BUDGET_DECIDED),
            Map.entry(122L, CaseEventType.BUDGET_DECIDED),
            Map.entry(123L, CaseEventType.STATUS_CHANGED));
    private static final Map<Long, String> OUTCOMES = Map.of(120L, "approved", 121L, "rejected", 122L, "cancelled");

    /** What the numbers of object types stand for. */
    private static final Map<Long, String> RESOURCES = Map.ofEntries(
            Map.entry(1L, PmRef.ACTIVITIES),
            Map.entry(2L, "programs"),
            Map.entry(3L, PmRef.PROPOSALS),
            Map.entry(6L, PmRef.INVOICES),
            Map.entry(11L, "suppliers"),
            Map.entry(12L, "users"),
            Map.entry(39L, PmRef.DIGITAL_ASSETS),
            Map.entry(6135L, PmRef.COMMITMENTS),
            Map.entry(6202L, "notes"),
            Map.entry(6214L, PmRef.ATTACHMENTS),
            Map.entry(9944L, "user-roles"),
            Map.entry(9952L, PmRef.PROJECTS),
            Map.entry(9963L, PmRef.TASKS),
            Map.entry(10100L, "activity-cells"),
            Map.entry(10235L, PmRef.FUNDING_ACCOUNTS),
            Map.entry(10345L, "journal-vouchers"),
            Map.entry(10891L, PmRef.GENERIC_OBJECTS + "alpha"),
            Map.entry(10892L, PmRef.GENERIC_OBJECTS + "bravo"),
            Map.entry(10893L, PmRef.GENERIC_OBJECTS + "charlie"),
            Map.entry(10894L, PmRef.GENERIC_OBJECTS + "delta"),
            Map.entry(10895L, PmRef.GENERIC_OBJECTS + "echo"));

    private PushMapper() {}

    /**
     * The event that a pushed body is.
     *
     * @param body the body
     * @param config persons
     * @return the event, or what is wrong with the body
     */
    public static Either<MappingIssue, CaseEvent> toEvent(PmObject body, @Nullable PmConfig config) {
        String id = body.text("EventId");
        if (id == null) {
            return Either.left(MappingIssue.of("EventId", "is missing"));
        }
        Long kind = body.number("CalloutLocation");
        if (kind == null) {
            return Either.left(new MappingIssue("CalloutLocation", "is missing", id));
        }
        Instant at = PmTimes.read(body.text("EventTime"), ZoneOffset.UTC);
        if (at == null) {
            return Either.left(new MappingIssue("EventTime", "is missing or not readable", id));
        }
        String resource = resource(body);
        Long object = body.number("ObjectId");
        SourceRef subject = resource == null || object == null || object < 1
                ? null
                : PmRef.of(resource, object).in(AssetMapper.SYSTEM);
        boolean project = PmRef.PROJECTS.equals(resource);
        return Either.right(CaseEvent.builder(AssetMapper.SYSTEM, type(kind, resource), id, at)
                .subject(subject)
                .caseRef(project ? subject : null)
                .actor(config == null ? null : PmCaseMapper.actor(body.text("CreatingUserId"), config))
                .outcome(OUTCOMES.get(kind))
                .extensions(Extensions.of(AssetMapper.SYSTEM, body.without(Set.of("eventid", "eventtime"))))
                .build());
    }

    private static @Nullable String resource(PmObject body) {
        Long type = body.number("ObjectTypeId");
        String known = type == null ? null : RESOURCES.get(type);
        if (known != null) {
            return known;
        }
        String named = body.text("ObjectResourceName");
        return named != null && PmRef.parse(named + "/1").isPresent() ? named : null;
    }

    private static CaseEventType type(long kind, @Nullable String resource) {
        String of = resource == null ? "" : resource;
        if (kind == CREATED) {
            return created(of);
        }
        if (kind == DELETED) {
            return CaseEventType.of("object.deleted");
        }
        return KINDS.getOrDefault(kind, CaseEventType.of("aprimo.callout_" + kind));
    }

    private static CaseEventType created(String resource) {
        return switch (resource) {
            case PmRef.TASKS -> CaseEventType.TASK_CREATED;
            case PmRef.ATTACHMENTS -> CaseEventType.ATTACHMENT_ADDED;
            case "notes" -> CaseEventType.COMMENT_ADDED;
            case PmRef.ACTIVITIES, PmRef.PROPOSALS -> CaseEventType.REQUEST_RECEIVED;
            default ->
                resource.startsWith(PmRef.GENERIC_OBJECTS)
                        ? CaseEventType.REQUEST_RECEIVED
                        : CaseEventType.of("object.created");
        };
    }
}
