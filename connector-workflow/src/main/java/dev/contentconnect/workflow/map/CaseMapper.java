package dev.contentconnect.workflow.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.workflow.wire.WireInstance;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Process instances to cases. Total: every instance yields a case or an issue. */
public final class CaseMapper {
    /** The short name of the system. */
    public static final String SYSTEM = "workflow";

    private CaseMapper() {}

    /**
     * The case that an instance stands for.
     *
     * @param in the instance, running or from the history
     * @param type the key of its model, or null when it is not known
     * @param subjectSystem the system of the subject where the variables name none, or null
     * @return the case, or what is wrong with the instance
     */
    public static Either<MappingIssue, CaseRecord> toCase(
            WireInstance in, @Nullable String type, @Nullable String subjectSystem) {
        Reading read = new Reading(in.id());
        String id = read.required("id", in.id());
        Instant opened = read.date("startTime", in.startTime());
        Instant due = read.date("dueDate", in.dueDate());
        String dueVariable = Variables.text(in.variables(), "dueDate");
        if (due == null && dueVariable != null && !dueVariable.startsWith("P")) {
            // A case of ours carries its due date as a variable; one of others may hold anything there.
            due = new Reading(null).date("dueDate", dueVariable);
        }
        Instant dueAt = due;
        Instant closed = read.date("endTime", in.endTime());
        return read.finish(() -> new CaseRecord(
                SourceRef.of(SYSTEM, id),
                Reading.text(in.businessKey()),
                type,
                Reading.text(in.name()),
                status(in),
                Variables.text(in.variables(), "outcome"),
                Variables.subject(in.variables(), subjectSystem),
                opened,
                dueAt,
                closed,
                extensions(in)));
    }

    /**
     * Where an instance stands.
     *
     * @param in the instance
     * @return its status
     */
    public static CaseStatus status(WireInstance in) {
        if (in.deleteReason() != null && !in.deleteReason().isBlank()) {
            return CaseStatus.CANCELLED;
        }
        boolean over = in.endTime() != null || Boolean.TRUE.equals(in.ended()) || Boolean.TRUE.equals(in.completed());
        if (over) {
            return CaseStatus.RESOLVED;
        }
        return Boolean.TRUE.equals(in.suspended()) ? CaseStatus.ON_HOLD : CaseStatus.OPEN;
    }

    private static Extensions extensions(WireInstance in) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(in.rest());
        put(members, "processDefinitionId", in.processDefinitionId());
        put(members, "processDefinitionName", in.processDefinitionName());
        put(members, "superProcessInstanceId", in.superProcessInstanceId());
        put(members, "startUserId", in.startUserId());
        put(members, "deleteReason", in.deleteReason());
        if (!in.variables().isEmpty()) {
            members.put("variables", Variables.values(in.variables()));
        }
        return Extensions.of(SYSTEM, members);
    }

    static void put(Map<String, @Nullable Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
