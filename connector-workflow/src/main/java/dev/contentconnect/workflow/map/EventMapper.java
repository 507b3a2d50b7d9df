package dev.contentconnect.workflow.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireTask;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts of the history to events. An event's id is kind, id and time, so that reading twice gives the same id. */
public final class EventMapper {
    private EventMapper() {}

    /**
     * What an instance tells: that it began, and that it ended.
     *
     * @param in the instance with its variables
     * @param record the case it stands for
     * @return one or two events
     */
    public static List<CaseEvent> ofCase(WireInstance in, CaseRecord record) {
        List<CaseEvent> out = new ArrayList<>();
        Actor starter = TaskMapper.actor(in.startUserId());
        if (record.openedAt() != null) {
            out.add(start(CaseEventType.CASE_OPENED, record.ref().id(), record.openedAt(), record, in)
                    .actor(starter)
                    .build());
        }
        if (record.closedAt() != null) {
            boolean cancelled = record.status().equals(CaseStatus.CANCELLED);
            CaseEventType type = cancelled ? CaseEventType.CASE_CANCELLED : CaseEventType.CASE_RESOLVED;
            out.add(start(type, record.ref().id(), record.closedAt(), record, in)
                    .outcome(record.outcome())
                    .note(in.deleteReason())
                    .build());
        }
        return out;
    }

    private static CaseEvent.Builder start(
            CaseEventType type, String id, Instant at, CaseRecord record, WireInstance in) {
        return CaseEvent.builder(CaseMapper.SYSTEM, type, id(type, id, at), at)
                .caseRef(record.ref())
                .caseKey(record.key())
                .subject(record.subject())
                .subjectVersion(Variables.text(in.variables(), Variables.ASSET_VERSION))
                .step(record.type())
                .extensions(record.extensions());
    }

    /**
     * What a task tells: that it was made, taken and ended. A task that is an approval is asked for and decided.
     *
     * @param in the task with its variables
     * @param task its canonical form
     * @param approval its form as an approval, or null when it is none
     * @param caseKey the key of the case, or null when it is not known
     * @param subjectSystem the system of the subject where the variables name none, or null
     * @return one to three events
     */
    public static List<CaseEvent> ofTask(
            WireTask in,
            CaseTask task,
            @Nullable Approval approval,
            @Nullable String caseKey,
            @Nullable String subjectSystem) {
        List<CaseEvent> out = new ArrayList<>();
        String step = approval != null && approval.stakeholder() != null ? approval.stakeholder() : task.step();
        if (task.createdAt() != null) {
            CaseEventType type = approval == null ? CaseEventType.TASK_CREATED : CaseEventType.APPROVAL_REQUESTED;
            out.add(start(type, in, task, task.createdAt(), step, caseKey, subjectSystem)
                    .build());
        }
        if (task.claimedAt() != null) {
            out.add(start(CaseEventType.TASK_CLAIMED, in, task, task.claimedAt(), step, caseKey, subjectSystem)
                    .actor(task.assignee())
                    .build());
        }
        if (task.completedAt() != null) {
            boolean done = task.status().equals(TaskStatus.COMPLETED);
            CaseEventType type = approval == null
                    ? done ? CaseEventType.TASK_COMPLETED : CaseEventType.TASK_CANCELLED
                    : done ? CaseEventType.APPROVAL_DECIDED : CaseEventType.APPROVAL_VOIDED;
            Decision decision = approval == null ? null : approval.decision();
            out.add(start(type, in, task, task.completedAt(), step, caseKey, subjectSystem)
                    .actor(task.assignee())
                    .outcome(decision != null ? decision.outcome().value() : task.outcome())
                    .note(decision != null ? decision.note() : in.deleteReason())
                    .build());
        }
        return out;
    }

    private static CaseEvent.Builder start(
            CaseEventType type,
            WireTask in,
            CaseTask task,
            Instant at,
            @Nullable String step,
            @Nullable String key,
            @Nullable String subjectSystem) {
        String own = Variables.text(in.variables(), "caseKey");
        return CaseEvent.builder(CaseMapper.SYSTEM, type, id(type, task.ref().id(), at), at)
                .caseRef(task.caseRef())
                .caseKey(key != null ? key : own)
                .subject(Variables.subject(in.variables(), subjectSystem))
                .subjectVersion(Variables.text(in.variables(), Variables.ASSET_VERSION))
                .step(step)
                .related(task.ref())
                .extensions(task.extensions());
    }

    /**
     * What a callback of our models tells.
     *
     * @param body its JSON as plain values
     * @param receivedAt when it came, for a body without a time
     * @param subjectSystem the system of the subject where the body names none, or null
     * @return the event, or what is wrong with the body
     */
    public static Either<MappingIssue, CaseEvent> ofCallback(
            Map<?, ?> body, Instant receivedAt, @Nullable String subjectSystem) {
        Reading read = new Reading(null);
        String eventId = read.required("eventId", string(body.get("eventId")));
        String instance = read.required("processInstanceId", string(body.get("processInstanceId")));
        Instant at = read.date("time", string(body.get("time")));
        String asset = string(body.get(Variables.ASSET_ID));
        String named = string(body.get(Variables.SOURCE_SYSTEM));
        String system = named != null ? named : subjectSystem;
        return read.finish(() -> CaseEvent.builder(
                        CaseMapper.SYSTEM, CaseEventType.CASE_RESOLVED, eventId, at == null ? receivedAt : at)
                .caseRef(SourceRef.of(CaseMapper.SYSTEM, instance))
                .caseKey(string(body.get("caseKey")))
                .subject(
                        asset == null || system == null || system.indexOf(':') >= 0
                                ? null
                                : SourceRef.of(system, asset))
                .subjectVersion(string(body.get(Variables.ASSET_VERSION)))
                .step(string(body.get("processDefinitionKey")))
                .outcome(string(body.get("outcome")))
                .extensions(extensions(body))
                .build());
    }

    private static Extensions extensions(Map<?, ?> body) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        body.forEach((name, value) -> members.put(String.valueOf(name), value));
        return Extensions.of(CaseMapper.SYSTEM, members);
    }

    private static @Nullable String string(@Nullable Object value) {
        return value instanceof String text ? Reading.text(text) : value instanceof Number n ? n.toString() : null;
    }

    private static String id(CaseEventType type, String id, Instant at) {
        return type.value() + ":" + id + ":" + Timestamps.format(at);
    }
}
