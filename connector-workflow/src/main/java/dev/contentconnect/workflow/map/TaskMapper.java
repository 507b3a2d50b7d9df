package dev.contentconnect.workflow.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.workflow.wire.WireAssignment;
import dev.contentconnect.workflow.wire.WireTask;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tasks to canonical tasks. Total: every task yields a value or an issue. */
public final class TaskMapper {
    private TaskMapper() {}

    /**
     * The canonical form of a task.
     *
     * @param in the task, open or from the history
     * @param caseId the root instance, or null for the instance of the task itself
     * @param outcome the value of its outcome variable, or null
     * @return the task, or what is wrong with it
     */
    public static Either<MappingIssue, CaseTask> toTask(
            WireTask in, @Nullable String caseId, @Nullable String outcome) {
        Reading read = new Reading(in.id());
        String id = read.required("id", in.id());
        String instance = read.required("processInstanceId", caseId != null ? caseId : in.processInstanceId());
        Instant created = read.date("createTime", in.createTime() != null ? in.createTime() : in.startTime());
        Instant claimed = read.date("claimTime", in.claimTime());
        Instant due = read.date("dueDate", in.dueDate());
        Instant ended = read.date("endTime", in.endTime());
        String named = Reading.text(in.name()) != null ? in.name() : in.taskDefinitionKey();
        String name = Reading.text(named) != null ? Objects.requireNonNull(named) : id;
        TaskStatus status = status(in);
        return read.finish(() -> new CaseTask(
                SourceRef.of(CaseMapper.SYSTEM, id),
                SourceRef.of(CaseMapper.SYSTEM, instance),
                name,
                Reading.text(in.taskDefinitionKey()),
                status,
                actor(in.assignee()),
                candidates(in),
                in.priority(),
                status.equals(TaskStatus.COMPLETED) ? outcome : null,
                created,
                claimed,
                due,
                ended,
                extensions(in)));
    }

    /**
     * Where a task stands.
     *
     * @param in the task
     * @return its status
     */
    public static TaskStatus status(WireTask in) {
        if (in.endTime() != null) {
            return Reading.text(in.deleteReason()) == null ? TaskStatus.COMPLETED : TaskStatus.CANCELLED;
        }
        if ("pending".equalsIgnoreCase(in.delegationState())) {
            return TaskStatus.DELEGATED;
        }
        return Reading.text(in.assignee()) == null ? TaskStatus.OPEN : TaskStatus.CLAIMED;
    }

    /**
     * Whom a task is offered to.
     *
     * @param in the task, read with its assignments
     * @return users and groups, each once
     */
    public static List<String> candidates(WireTask in) {
        return in.assignments().stream()
                .filter(one -> "candidate".equalsIgnoreCase(one.type()))
                .map(TaskMapper::who)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    static @Nullable Actor actor(@Nullable String id) {
        return id == null || id.isBlank() ? null : Actor.of(id);
    }

    static Extensions extensions(WireTask in) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(in.rest());
        CaseMapper.put(members, "description", in.description());
        CaseMapper.put(members, "owner", in.owner());
        CaseMapper.put(members, "delegationState", in.delegationState());
        CaseMapper.put(members, "category", in.category());
        CaseMapper.put(members, "formKey", in.formKey());
        CaseMapper.put(members, "parentTaskId", in.parentTaskId());
        CaseMapper.put(members, "processInstanceId", in.processInstanceId());
        CaseMapper.put(members, "processDefinitionId", in.processDefinitionId());
        CaseMapper.put(members, "executionId", in.executionId());
        CaseMapper.put(members, "suspended", in.suspended());
        CaseMapper.put(members, "deleteReason", in.deleteReason());
        if (!in.variables().isEmpty()) {
            members.put("variables", Variables.values(in.variables()));
        }
        return Extensions.of(CaseMapper.SYSTEM, members);
    }

    private static @Nullable String who(WireAssignment one) {
        return Reading.text(one.user()) != null ? one.user() : Reading.text(one.group());
    }
}
