package dev.contentconnect.xecm.map;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskOutcome;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.xecm.wire.WireActivity;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireProcess;
import dev.contentconnect.xecm.wire.WireStep;
import dev.contentconnect.xecm.wire.WireTaskForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Workflows as cases, and their steps as tasks. */
public final class CaseMapper {
    private CaseMapper() {}

    /**
     * The canonical form of a workflow.
     *
     * @param process its number
     * @param state how it stands
     * @param activities what was done in it, newest first
     * @param dates reads its dates
     * @return the case
     */
    public static CaseRecord toCase(long process, WireProcess state, List<WireActivity> activities, Dates dates) {
        WorkflowTitle title = WorkflowTitle.read(state.name());
        CaseStatus status = status(state);
        return new CaseRecord(
                ApprovalMapper.ref(process),
                key(activities),
                null,
                title == null ? state.name() : title.title(),
                status,
                status.equals(CaseStatus.RESOLVED) ? outcome(activities) : null,
                title == null ? null : title.subjectRef(),
                dates.instant(state.initiated()),
                dates.instant(state.due()),
                null,
                Extensions.of(AssetMapper.SYSTEM, state.details().asMap()));
    }

    /** The key stands in what was said at the start. */
    private static @Nullable String key(List<WireActivity> activities) {
        for (WireActivity one : activities) {
            if ("start".equals(one.action())) {
                return Remarks.reference(one.comment());
            }
        }
        return null;
    }

    private static @Nullable String outcome(List<WireActivity> activities) {
        return activities.stream()
                .filter(one -> "disposition".equals(one.action()))
                .map(WireActivity::label)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static CaseStatus status(WireProcess state) {
        String word = state.status() == null ? "" : state.status();
        return switch (word) {
            case "ontime", "workflowlate", "steplate" -> CaseStatus.OPEN;
            case "suspended" -> CaseStatus.ON_HOLD;
            case "completed" -> CaseStatus.RESOLVED;
            case "archived" -> ApprovalMapper.isCompleted(state) ? CaseStatus.RESOLVED : CaseStatus.CANCELLED;
            case "stopped" -> CaseStatus.CANCELLED;
            default -> CaseStatus.UNKNOWN;
        };
    }

    /**
     * The identity of a step.
     *
     * @param process the workflow
     * @param subprocess the part of it
     * @param task the number of the step
     * @return the identity
     */
    public static SourceRef taskRef(long process, long subprocess, long task) {
        return SourceRef.of(AssetMapper.SYSTEM, ApprovalMapper.PREFIX + process + "/" + subprocess + "/" + task);
    }

    /**
     * The canonical form of a step.
     *
     * @param process the workflow it is in
     * @param step the step
     * @param status open, completed or cancelled
     * @param outcome how it was completed, or null
     * @param dates reads its dates
     * @return the task
     */
    public static CaseTask toTask(
            long process, WireStep step, TaskStatus status, @Nullable String outcome, Dates dates) {
        List<String> candidates = new ArrayList<>();
        step.assignees().forEach(one -> {
            String login = one.text("loginName") != null ? one.text("loginName") : one.text("userId");
            if (login != null) {
                candidates.add(login);
            }
        });
        Actor assignee = candidates.size() == 1 ? Actor.of(candidates.get(0)) : null;
        return new CaseTask(
                taskRef(process, step.subprocess(), step.task()),
                ApprovalMapper.ref(process),
                name(step.name(), step.task()),
                step.name(),
                status,
                assignee,
                candidates,
                null,
                outcome,
                dates.instant(step.start()),
                null,
                dates.instant(step.due()),
                null,
                Extensions.of(AssetMapper.SYSTEM, step.fields().asMap()));
    }

    private static String name(@Nullable String name, long number) {
        return name == null ? "step " + number : name;
    }

    /**
     * The canonical form of what waits for our user.
     *
     * @param assignment a step of a workflow
     * @param dates reads its dates
     * @return the task; null for what is no step of a workflow
     */
    public static @Nullable CaseTask toTask(WireFields assignment, Dates dates) {
        long process = assignment.number("workflow_id", 0);
        long task = assignment.number("workflow_subworkflow_task_id", 0);
        if (assignment.number("type", 0) != 153 || process < 1 || task < 1) {
            return null;
        }
        long subprocess = assignment.number("workflow_subworkflow_id", process);
        return new CaseTask(
                taskRef(process, subprocess, task),
                ApprovalMapper.ref(process),
                name(assignment.text("name"), task),
                assignment.text("name"),
                TaskStatus.OPEN,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                dates.instant(assignment.text("date_due")),
                null,
                Extensions.of(AssetMapper.SYSTEM, assignment.asMap()));
    }

    /**
     * The ways in which a task can be completed.
     *
     * @param form what the task asks for
     * @return its dispositions; where the author of the map named none, sending it on
     */
    public static List<TaskOutcome> outcomes(WireTaskForm form) {
        List<TaskOutcome> out = new ArrayList<>();
        form.dispositions().forEach(one -> add(out, one));
        if (out.isEmpty()) {
            form.actions().stream()
                    .filter(one -> "SendOn".equals(one.text("key")))
                    .forEach(one -> add(out, one));
        }
        return List.copyOf(out);
    }

    private static void add(List<TaskOutcome> out, WireFields action) {
        String key = action.text("key");
        if (key != null) {
            out.add(new TaskOutcome(key, Objects.requireNonNullElse(action.text("label"), key)));
        }
    }
}
