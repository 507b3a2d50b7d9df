package dev.contentconnect.workflow.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.workflow.wire.WireTask;
import io.vavr.control.Either;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks to approvals. Total: every task yields a value or an issue. */
public final class ApprovalMapper {
    private ApprovalMapper() {}

    /**
     * The approval that a task stands for.
     *
     * @param in the task, open or from the history, with its variables
     * @param caseId the root instance, or null for the instance of the task itself
     * @param processKey the key of its model, or null when it is not known
     * @param outcome the value of its outcome variable, or null
     * @param words what outcome words mean
     * @param subjectSystem the system of the subject where the variables name none, or null
     * @return the approval, or what is wrong with the task
     */
    public static Either<MappingIssue, Approval> toApproval(
            WireTask in,
            @Nullable String caseId,
            @Nullable String processKey,
            @Nullable String outcome,
            Outcomes words,
            @Nullable String subjectSystem) {
        return TaskMapper.toTask(in, caseId, outcome).map(task -> {
            Decision decision = decision(in, task, processKey, outcome, words);
            return Approval.builder(task.ref())
                    .subject(Variables.subject(in.variables(), subjectSystem))
                    .subjectVersion(Variables.text(in.variables(), Variables.ASSET_VERSION))
                    .caseRef(task.caseRef())
                    .stakeholder(stakeholder(in))
                    .assignee(task.assignee())
                    .status(status(task, decision))
                    .decision(decision)
                    .requestedAt(task.createdAt())
                    .dueAt(task.dueAt())
                    .comments(comments(in))
                    .extensions(task.extensions())
                    .build();
        });
    }

    /**
     * Who is asked: the category of the task, else its key in the model, else its name.
     *
     * @param in the task
     * @return the stakeholder, or null when the task has none of these
     */
    public static @Nullable String stakeholder(WireTask in) {
        if (Reading.text(in.category()) != null) {
            return in.category();
        }
        return Reading.text(in.taskDefinitionKey()) != null ? in.taskDefinitionKey() : Reading.text(in.name());
    }

    private static @Nullable Decision decision(
            WireTask in, CaseTask task, @Nullable String processKey, @Nullable String outcome, Outcomes words) {
        if (!task.status().equals(TaskStatus.COMPLETED) || outcome == null || outcome.isBlank()) {
            return null;
        }
        String approver = Variables.text(in.variables(), "approver");
        return new Decision(
                words.meaning(processKey, outcome),
                outcome,
                task.assignee() != null ? task.assignee() : TaskMapper.actor(approver),
                task.completedAt(),
                Variables.text(in.variables(), "decisionNotes"));
    }

    private static ApprovalStatus status(CaseTask task, @Nullable Decision decision) {
        if (decision != null) {
            return decision.outcome().toStatus();
        }
        TaskStatus status = task.status();
        if (status.equals(TaskStatus.CANCELLED)) {
            return ApprovalStatus.CANCELLED;
        }
        if (status.equals(TaskStatus.DELEGATED)) {
            return ApprovalStatus.DELEGATED;
        }
        if (status.equals(TaskStatus.COMPLETED)) {
            return ApprovalStatus.UNKNOWN;
        }
        return status.equals(TaskStatus.CLAIMED) ? ApprovalStatus.IN_REVIEW : ApprovalStatus.PENDING;
    }

    private static List<Comment> comments(WireTask in) {
        String id = in.id();
        return id == null
                ? List.of()
                : in.comments().stream()
                        .flatMap(comment -> CommentMapper.toComment(comment, id).toJavaStream())
                        .toList();
    }
}
