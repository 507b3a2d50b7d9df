package dev.contentconnect.workflow;

import static dev.contentconnect.workflow.WorkflowConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.TaskOutcome;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.workflow.map.CommentMapper;
import dev.contentconnect.workflow.map.TaskMapper;
import dev.contentconnect.workflow.map.Variables;
import dev.contentconnect.workflow.wire.WireTask;
import dev.contentconnect.workflow.wire.WireTaskAction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done with tasks. Every write looks at the state first, and again when a failure leaves it open. */
final class TaskWork {
    private static final int MAX_TRIES = 4;
    private static final Duration CONCURRENT_WAIT = Duration.ofMillis(100);

    private final CaseFile cases;
    private final WorkflowClient client;

    TaskWork(CaseFile cases) {
        this.cases = cases;
        this.client = cases.client;
    }

    /** A task, open or not. */
    WireTask read(String operation, String id) {
        return Patience.found(() -> cases.definitions.keyed(client.tasks().get(id)))
                .or(() -> cases.fromHistory(
                        operation,
                        id,
                        () -> Patience.found(() -> client.history().task(id))))
                .orElseThrow(() -> REFUSED.notFound(operation, "no task " + id));
    }

    CaseTask mapped(String operation, WireTask task) {
        return TaskMapper.toTask(
                        task,
                        cases.root(task.processInstanceId(), task.variables()).id(),
                        cases.outcome(task))
                .getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
    }

    List<TaskOutcome> outcomes(WireTask task) {
        return cases.definitions.task(task).map(TaskDefinition::outcomes).orElse(List.of());
    }

    WireTask claim(String id, Actor actor) {
        WireTask task = open("cases.claim", id);
        String holder = blankless(task.assignee());
        if (holder == null) {
            client.tasks().claim(id, actor.id());
            return read("cases.claim", id);
        }
        if (!holder.equals(actor.id())) {
            throw heldByAnother("cases.claim", id, holder);
        }
        return task;
    }

    WireTask release(String id) {
        WireTask task = open("cases.release", id);
        if (blankless(task.assignee()) == null) {
            return task;
        }
        client.tasks().act(id, WireTaskAction.unclaim(task.assignee()));
        return read("cases.release", id);
    }

    WireTask delegate(String id, Actor actor) {
        WireTask task = open("cases.delegate", id);
        if (TaskMapper.status(task).equals(TaskStatus.DELEGATED) && actor.id().equals(task.assignee())) {
            return task;
        }
        client.tasks().act(id, WireTaskAction.delegate(actor.id()));
        return read("cases.delegate", id);
    }

    private WireTask open(String operation, String id) {
        WireTask task = read(operation, id);
        if (task.endTime() != null) {
            throw REFUSED.conflict(operation, "task " + id + " has ended");
        }
        return task;
    }

    private static ConnectorException heldByAnother(String operation, String id, String holder) {
        return REFUSED.conflict(operation, "task " + id + " is held by " + holder);
    }

    WireTask complete(String operation, String id, TaskResult result) {
        WireTask task = read(operation, id);
        if (task.endTime() != null) {
            return standing(operation, task, result.outcome());
        }
        check(operation, id, task, result);
        List<TaskOutcome> possible = outcomes(task);
        if (!possible.isEmpty()
                && possible.stream().noneMatch(one -> one.value().equals(result.outcome()))) {
            // The service would take the gateway's default branch without a word, which may well be "approved".
            throw REFUSED.rejected(
                    operation,
                    "no_such_outcome",
                    "\"" + result.outcome() + "\" is no possible outcome of task " + id + "; there are "
                            + possible.stream().map(TaskOutcome::value).toList());
        }
        WireTaskAction completion = WireTaskAction.complete(result.outcome(), Variables.of(values(task, id, result)));
        try {
            note(id, result);
            Actor actor = result.actor();
            if (actor != null && blankless(task.assignee()) == null) {
                client.tasks().claim(id, actor.id());
            }
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.NOT_FOUND || stateAfter(id, e).isPresent()) {
                throw e;
            }
            return endedByAnother(operation, task, result, e);
        }
        return send(operation, task, id, result, completion);
    }

    private static void check(String operation, String id, WireTask task, TaskResult result) {
        if (TaskMapper.status(task).equals(TaskStatus.DELEGATED)) {
            throw REFUSED.conflict(operation, "task " + id + " is delegated and must come back first");
        }
        if (Boolean.TRUE.equals(task.suspended())) {
            throw REFUSED.conflict(operation, "the case of task " + id + " is on hold");
        }
        String holder = blankless(task.assignee());
        Actor actor = result.actor();
        if (holder != null && actor != null && !holder.equals(actor.id())) {
            throw heldByAnother(operation, id, holder);
        }
    }

    private Map<String, Object> values(WireTask task, String id, TaskResult result) {
        Map<String, Object> out = new LinkedHashMap<>(result.attributes());
        if (cases.isApproval(task)) {
            if (result.note() != null) {
                out.putIfAbsent("decisionNotes", result.note());
            }
            String approver = result.actor() != null ? result.actor().id() : blankless(task.assignee());
            if (approver != null) {
                out.putIfAbsent("approver", approver);
            }
        }
        out.put(CaseFile.outcomeNote(id), result.outcome());
        Secrets.refuse(cases.config, out);
        return out;
    }

    /** Once, also when a completion is tried again. */
    private void note(String id, TaskResult result) {
        String note = result.note();
        if (note == null || note.isBlank()) {
            return;
        }
        String key = "complete " + id + " " + result.outcome() + " " + note;
        boolean there = client.comments().ofTask(id).stream().anyMatch(one -> CommentMapper.isUnder(one, key));
        if (!there) {
            client.comments().addToTask(id, CommentMapper.message(note, key, result.actor()));
        }
    }

    private WireTask send(String operation, WireTask before, String id, TaskResult result, WireTaskAction completion) {
        for (int attempt = 1; ; attempt++) {
            try {
                client.tasks().act(id, completion);
            } catch (ConnectorException e) {
                boolean concurrent =
                        WorkflowErrors.CONCURRENT.equals(e.error().trace().vendorCode());
                if (e.kind() != ErrorKind.NOT_FOUND && !concurrent && !Patience.isAmbiguous(e)) {
                    throw e;
                }
                Optional<WireTask> still = stateAfter(id, e);
                if (still.isEmpty()) {
                    return endedByAnother(operation, before, result, e);
                }
                // Two answers before a join: nothing was done and nobody did wrong. Any other failure is the caller's
                // to judge: a request that timed out may still be on its way.
                boolean mayRepeat = concurrent && attempt < MAX_TRIES && sameHolder(still.get(), before, result);
                if (!mayRepeat) {
                    throw e;
                }
                cases.patience.pause(operation, CONCURRENT_WAIT.multipliedBy(attempt));
                continue;
            }
            // As we know it, when the history stays behind.
            return recorded(operation, before, id)
                    .orElseGet(() -> Endings.of(
                            before, result, cases.config.options().time().now()));
        }
    }

    /** A task that is no longer open, though no call of ours is known to have ended it: the history alone says how. */
    private WireTask endedByAnother(String operation, WireTask before, TaskResult result, ConnectorException failure) {
        String id = String.valueOf(before.id());
        WireTask task = recorded(operation, before, id)
                .orElseThrow(() -> failure.kind() == ErrorKind.NOT_FOUND
                        ? REFUSED.unavailable(
                                operation,
                                "not_recorded",
                                "task " + id + " has ended, and the history does not say how yet")
                        : failure);
        return standing(operation, task, result.outcome());
    }

    private Optional<WireTask> stateAfter(String id, ConnectorException failure) {
        try {
            return Patience.found(() -> client.tasks().get(id));
        } catch (ConnectorException unknown) {
            failure.addSuppressed(unknown);
            throw failure;
        }
    }

    private static boolean sameHolder(WireTask now, WireTask before, TaskResult result) {
        String holder = blankless(now.assignee());
        Actor actor = result.actor();
        return holder == null || holder.equals(before.assignee()) || (actor != null && holder.equals(actor.id()));
    }

    /** The task out of the history; nothing, when that stays behind. */
    private Optional<WireTask> recorded(String operation, WireTask before, String id) {
        cases.touch(id);
        if (before.processInstanceId() != null) {
            cases.touch(before.processInstanceId());
        }
        return cases.fromHistory(
                operation,
                id,
                () -> Patience.found(() -> client.history().task(id)).filter(one -> one.endTime() != null));
    }

    /** What stands already: fine when it is the same, a conflict when it is not. */
    private WireTask standing(String operation, WireTask task, String outcome) {
        if (TaskMapper.status(task).equals(TaskStatus.CANCELLED)) {
            throw REFUSED.conflict(operation, "task " + task.id() + " was taken away: " + task.deleteReason());
        }
        String recorded = cases.outcome(task);
        boolean unrecorded = recorded == null
                && cases.definitions
                        .task(task)
                        .map(one -> one.outcomeVariable() == null)
                        .orElse(true);
        if (unrecorded || outcome.equals(recorded)) {
            return task;
        }
        throw REFUSED.conflict(operation, "task " + task.id() + " was completed otherwise: " + recorded);
    }

    private static @Nullable String blankless(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
