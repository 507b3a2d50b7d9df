package dev.contentconnect.workflow;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.workflow.wire.WireTask;
import dev.contentconnect.workflow.wire.WireVariable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A completed task as we know it, for a history that stays behind. */
final class Endings {
    private Endings() {}

    static WireTask of(WireTask before, TaskResult result, Instant now) {
        List<WireVariable> variables = new ArrayList<>(before.variables());
        if (before.id() != null) {
            variables.add(WireVariable.of(CaseFile.outcomeNote(before.id()), "string", result.outcome()));
        }
        Actor actor = result.actor();
        return new WireTask(
                before.id(),
                before.name(),
                before.description(),
                before.assignee() == null && actor != null ? actor.id() : before.assignee(),
                before.owner(),
                before.delegationState(),
                before.priority(),
                before.dueDate(),
                before.createTime(),
                before.claimTime(),
                before.category(),
                before.formKey(),
                before.parentTaskId(),
                before.processInstanceId(),
                before.executionId(),
                before.suspended(),
                before.taskDefinitionKey(),
                before.processDefinitionId(),
                before.startTime(),
                Timestamps.format(now),
                null,
                before.assignments(),
                before.comments(),
                variables,
                before.rest());
    }
}
