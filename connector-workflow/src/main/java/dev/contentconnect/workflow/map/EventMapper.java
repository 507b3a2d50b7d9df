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
import dev.contentconnect.workflow.wire.WireComment;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireTask;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts of the history, and callbacks, to events. An event's id is its kind and the id of what it is about: reading twice,
 * and being told as well, gives the same id. What can happen more than once to one thing has its time in the id too.
 */
public final class EventMapper {
    private static final CaseEventType ADDED = CaseEventType.COMMENT_ADDED;

    private EventMapper() {}

    /**
     * What an instance tells: that it began, what was said, and that it ended. Comments that cannot be read are left out.
     *
     * @param in the instance with its variables and comments
     * @param record the case it stands for
     * @return events in no order
     */
    public static List<CaseEvent> ofCase(WireInstance in, CaseRecord record) {
        List<CaseEvent> out = new ArrayList<>();
        Actor starter = TaskMapper.actor(in.startUserId());
        if (record.openedAt() != null) {
            String id = id(CaseEventType.CASE_OPENED, record.ref().id());
            out.add(start(CaseEventType.CASE_OPENED, id, record.openedAt(), record, in)
                    .actor(starter)
                    .note(record.title())
                    .build());
        }
        if (record.closedAt() != null) {
            boolean cancelled = record.status().equals(CaseStatus.CANCELLED);
            CaseEventType type = cancelled ? CaseEventType.CASE_CANCELLED : CaseEventType.CASE_RESOLVED;
            out.add(start(type, id(type, record.ref().id()), record.closedAt(), record, in)
                    .outcome(record.outcome())
                    .note(in.deleteReason())
                    .build());
        }
        comments(in.comments(), record.ref().id())
                .forEach(said -> out.add(said(said, start(ADDED, id(said), said.at(), record, in))));
        return out;
    }

    private static CaseEvent.Builder start(
            CaseEventType type, String id, Instant at, CaseRecord record, WireInstance in) {
        return CaseEvent.builder(CaseMapper.SYSTEM, type, id, at)
                .caseRef(record.ref())
                .caseKey(record.key())
                .subject(record.subject())
                .subjectVersion(Variables.text(in.variables(), Variables.ASSET_VERSION))
                .step(record.type())
                .extensions(record.extensions());
    }

    /**
     * What a task tells: that it was made, taken and ended, and what was said about it. A task that is an approval is asked
     * for and decided. Comments that cannot be read are left out.
     *
     * @param in the task with its variables and comments
     * @param task its canonical form
     * @param approval its form as an approval, or null when it is none
     * @param caseKey the key of the case, or null when it is not known
     * @param subjectSystem the system of the subject where the variables name none, or null
     * @return events in no order
     */
    public static List<CaseEvent> ofTask(
            WireTask in,
            CaseTask task,
            @Nullable Approval approval,
            @Nullable String caseKey,
            @Nullable String subjectSystem) {
        List<CaseEvent> out = new ArrayList<>();
        String own = caseKey != null ? caseKey : Variables.text(in.variables(), Variables.CASE_KEY);
        String step = approval != null && approval.stakeholder() != null ? approval.stakeholder() : task.step();
        About about = new About(in, task, step, own, subjectSystem);
        String id = task.ref().id();
        if (task.createdAt() != null) {
            CaseEventType type = approval == null ? CaseEventType.TASK_CREATED : CaseEventType.APPROVAL_REQUESTED;
            out.add(about.start(type, id(type, id), task.createdAt()).build());
        }
        if (task.claimedAt() != null) {
            // A task may be given back and claimed again.
            String claim = id(CaseEventType.TASK_CLAIMED, id) + ":" + Timestamps.format(task.claimedAt());
            out.add(about.start(CaseEventType.TASK_CLAIMED, claim, task.claimedAt())
                    .actor(task.assignee())
                    .build());
        }
        if (task.completedAt() != null) {
            boolean done = task.status().equals(TaskStatus.COMPLETED);
            CaseEventType type = approval == null
                    ? done ? CaseEventType.TASK_COMPLETED : CaseEventType.TASK_CANCELLED
                    : done ? CaseEventType.APPROVAL_DECIDED : CaseEventType.APPROVAL_VOIDED;
            Decision decision = approval == null ? null : approval.decision();
            out.add(about.start(type, id(type, id), task.completedAt())
                    .actor(decision != null ? decision.decidedBy() : task.assignee())
                    .outcome(decision != null ? decision.outcome().value() : task.outcome())
                    .note(decision != null ? decision.note() : in.deleteReason())
                    .build());
        }
        comments(in.comments(), id).forEach(said -> out.add(said(said, about.start(ADDED, id(said), said.at()))));
        return out;
    }

    /** What all events of one task share. */
    private record About(
            WireTask in,
            CaseTask task,
            @Nullable String step,
            @Nullable String caseKey,
            @Nullable String subjectSystem) {
        CaseEvent.Builder start(CaseEventType type, String id, Instant at) {
            return CaseEvent.builder(CaseMapper.SYSTEM, type, id, at)
                    .caseRef(task.caseRef())
                    .caseKey(caseKey)
                    .subject(Variables.subject(in.variables(), subjectSystem))
                    .subjectVersion(Variables.text(in.variables(), Variables.ASSET_VERSION))
                    .step(step)
                    .related(task.ref())
                    .extensions(task.extensions());
        }
    }

    /** A comment that has a time. */
    private record Said(String id, Instant at, @Nullable Actor author, String text) {}

    private static List<Said> comments(List<WireComment> comments, String subject) {
        List<Said> out = new ArrayList<>();
        for (WireComment one : comments) {
            CommentMapper.toComment(one, subject).peek(comment -> {
                if (comment.at() != null) {
                    out.add(new Said(comment.ref().id(), comment.at(), comment.author(), comment.text()));
                }
            });
        }
        return out;
    }

    private static CaseEvent said(Said comment, CaseEvent.Builder event) {
        return event.actor(comment.author()).note(comment.text()).build();
    }

    private static String id(Said comment) {
        return id(ADDED, comment.id());
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
        String instance = read.required("processInstanceId", string(body.get("processInstanceId")));
        Instant at = read.date("time", string(body.get("time")));
        String asset = string(body.get(Variables.ASSET_ID));
        String named = string(body.get(Variables.SOURCE_SYSTEM));
        String system = named != null ? named : subjectSystem;
        CaseEventType type = CaseEventType.CASE_RESOLVED;
        return read.finish(
                () -> CaseEvent.builder(CaseMapper.SYSTEM, type, id(type, instance), at == null ? receivedAt : at)
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

    private static String id(CaseEventType type, String id) {
        return type.value() + ":" + id;
    }
}
