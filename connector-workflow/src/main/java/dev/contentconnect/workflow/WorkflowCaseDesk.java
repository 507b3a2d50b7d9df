package dev.contentconnect.workflow;

import static dev.contentconnect.workflow.WorkflowConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskOutcome;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.Escalation;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.workflow.map.CaseMapper;
import dev.contentconnect.workflow.map.CommentMapper;
import dev.contentconnect.workflow.map.TaskMapper;
import dev.contentconnect.workflow.wire.WireAttachment;
import dev.contentconnect.workflow.wire.WireTask;
import dev.contentconnect.workflow.wire.WireTaskChange;
import dev.contentconnect.workflow.wire.WireVariable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Cases are process instances: the id of a case is that of its root instance, its key the business key. */
final class WorkflowCaseDesk implements CaseDesk {
    private static final int RAISED_PRIORITY = 80;

    private final CaseFile cases;
    private final CaseOpening opening;
    private final TaskWork work;
    private final TaskLists lists;
    private final WorkflowClient client;

    WorkflowCaseDesk(CaseFile cases, CaseOpening opening) {
        this.cases = cases;
        this.opening = opening;
        this.work = new TaskWork(cases);
        this.client = cases.client;
        this.lists = cases.lists;
    }

    @Override
    public CaseRecord open(CaseRequest request) {
        return opening.open("cases.open", request);
    }

    @Override
    public CaseRecord get(SourceRef caseRef) {
        return read("cases.get", caseRef);
    }

    private CaseRecord read(String operation, SourceRef caseRef) {
        return cases.get(operation, caseRef.idIn(WorkflowConnector.SYSTEM));
    }

    @Override
    public Optional<CaseRecord> findByKey(String key) {
        return cases.findByKey("cases.findByKey", key);
    }

    @Override
    public Paged<CaseTask> tasks(TaskQuery query) {
        return CaseFile.mapped(
                "cases.tasks",
                lists.of(query),
                task -> TaskMapper.toTask(
                                task,
                                cases.root(task.processInstanceId(), task.variables())
                                        .id(),
                                cases.outcome(task))
                        .map(Optional::of));
    }

    @Override
    public CaseTask task(SourceRef task) {
        String operation = "cases.task";
        return work.mapped(operation, work.read(operation, task.idIn(WorkflowConnector.SYSTEM)));
    }

    @Override
    public List<TaskOutcome> outcomes(SourceRef task) {
        return work.outcomes(work.read("cases.outcomes", task.idIn(WorkflowConnector.SYSTEM)));
    }

    @Override
    public CaseTask claim(SourceRef task, Actor actor) {
        return work.mapped("cases.claim", work.claim(task.idIn(WorkflowConnector.SYSTEM), actor));
    }

    @Override
    public CaseTask release(SourceRef task) {
        return work.mapped("cases.release", work.release(task.idIn(WorkflowConnector.SYSTEM)));
    }

    @Override
    public CaseTask delegate(SourceRef task, Actor actor) {
        return work.mapped("cases.delegate", work.delegate(task.idIn(WorkflowConnector.SYSTEM), actor));
    }

    @Override
    public CaseTask complete(SourceRef task, TaskResult result) {
        String operation = "cases.complete";
        return work.mapped(operation, work.complete(operation, task.idIn(WorkflowConnector.SYSTEM), result));
    }

    /** The service has attachments of tasks only, and they go with the task: a variable keeps the link for good. */
    @Override
    public CaseRecord attach(SourceRef caseRef, Link link) {
        String operation = "cases.attach";
        CaseRecord record = read(operation, caseRef);
        if (record.status().isFinal()) {
            throw ended(operation, record);
        }
        keep(record.ref().id(), link);
        for (WireTask task : openTasks(record.ref())) {
            // A task that ended since the list was read needs no attachment; the others do.
            Patience.found(() -> attachOnce(String.valueOf(task.id()), link));
        }
        return read(operation, caseRef);
    }

    private static ConnectorException ended(String operation, CaseRecord record) {
        return REFUSED.conflict(operation, "case " + record.ref().id() + " has ended: " + record.status());
    }

    private void keep(String id, Link link) {
        String address = link.uri().toString();
        WireVariable variable = WireVariable.of(
                "link_" + CommentMapper.hash(address), "json", Map.of("title", link.title(), "url", address));
        try {
            client.variables().create(id, List.of(variable));
        } catch (ConnectorException e) {
            // The same address has the same name: it is kept already.
            if (e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
        }
    }

    private boolean attachOnce(String task, Link link) {
        String address = link.uri().toString();
        boolean there = client.attachments().list(task).stream().anyMatch(one -> address.equals(one.externalUrl()));
        if (!there) {
            client.attachments().add(task, WireAttachment.link(link.title(), address));
        }
        return there;
    }

    @Override
    public CaseRecord escalate(SourceRef caseRef, Escalation escalation) {
        String operation = "cases.escalate";
        List<WireTask> open = openTasks(caseRef);
        if (open.isEmpty()) {
            read(operation, caseRef);
            throw REFUSED.conflict(operation, "no task of case " + caseRef.id() + " is open");
        }
        client.comments().addToInstance(caseRef.idIn(WorkflowConnector.SYSTEM), escalation.reason());
        Actor assignee = escalation.assignee();
        boolean silent = escalation.priority() == null && assignee == null && escalation.dueAt() == null;
        for (WireTask task : open) {
            Integer priority = silent ? Integer.valueOf(RAISED_PRIORITY) : escalation.priority();
            boolean higher = silent && task.priority() != null && task.priority() >= RAISED_PRIORITY;
            WireTaskChange change = WireTaskChange.urgency(
                    higher ? null : priority,
                    escalation.dueAt() == null ? null : Timestamps.format(escalation.dueAt()),
                    assignee == null ? null : assignee.id());
            // A task that ended since the list was read must not keep the others from being raised.
            Patience.found(() -> client.tasks().update(String.valueOf(task.id()), change));
        }
        return read(operation, caseRef);
    }

    @Override
    public CaseRecord hold(SourceRef caseRef, String reason) {
        return change(
                "cases.hold",
                caseRef,
                CaseStatus.ON_HOLD,
                id -> client.processInstances().suspend(id, reason));
    }

    @Override
    public CaseRecord resume(SourceRef caseRef, String reason) {
        return change(
                "cases.resume",
                caseRef,
                CaseStatus.OPEN,
                id -> client.processInstances().activate(id, reason));
    }

    @Override
    public CaseRecord resolve(SourceRef caseRef, String outcome, String note) {
        throw NotOffered.by(CaseMapper.SYSTEM, "cases.resolve", "a case ends by its tasks; complete or cancel");
    }

    @Override
    public CaseRecord cancel(SourceRef caseRef, String reason) {
        String operation = "cases.cancel";
        CaseRecord record = read(operation, caseRef);
        if (record.status().equals(CaseStatus.CANCELLED)) {
            return record;
        }
        if (record.status().isFinal()) {
            throw ended(operation, record);
        }
        String id = record.ref().id();
        cases.touch(id);
        if (record.status().equals(CaseStatus.OPEN)) {
            // The reason of a deletion is only inferred to be kept; a comment is proven. No comments while on hold.
            client.comments().addToInstance(id, reason);
        }
        boolean deleted = Patience.found(() -> {
                    client.processInstances().delete(id, reason);
                    return true;
                })
                .isPresent();
        CaseRecord after = cases.fromHistory(
                        operation,
                        id,
                        () -> Patience.found(() -> read(operation, caseRef))
                                .filter(one -> one.status().isFinal()))
                .orElseGet(() -> {
                    if (deleted) {
                        return cancelled(record);
                    }
                    throw REFUSED.unavailable(
                            operation,
                            "not_recorded",
                            "case " + id + " has ended, and the history does not say how yet");
                });
        if (after.status().equals(CaseStatus.RESOLVED)) {
            throw ended(operation, after);
        }
        return after;
    }

    /** As we know it, when the history stays behind. */
    private CaseRecord cancelled(CaseRecord before) {
        return new CaseRecord(
                before.ref(),
                before.key(),
                before.type(),
                before.title(),
                CaseStatus.CANCELLED,
                before.outcome(),
                before.subject(),
                before.openedAt(),
                before.dueAt(),
                cases.config.options().time().now(),
                before.extensions());
    }

    private CaseRecord change(String operation, SourceRef caseRef, CaseStatus wanted, Consumer<String> action) {
        CaseRecord record = read(operation, caseRef);
        if (record.status().isFinal()) {
            throw ended(operation, record);
        }
        if (!record.status().equals(wanted)) {
            once(caseRef.id(), action);
        }
        // The service suspends one instance and none that it called: their tasks could still be taken and completed.
        boolean held = wanted.equals(CaseStatus.ON_HOLD);
        cases.called(caseRef.id()).stream()
                .filter(one -> Boolean.TRUE.equals(one.suspended()) != held)
                .forEach(one -> once(String.valueOf(one.id()), action));
        CaseRecord after = read(operation, caseRef);
        if (!after.status().equals(wanted)) {
            throw REFUSED.conflict(operation, "case " + caseRef.id() + " is " + after.status() + " now");
        }
        return after;
    }

    /** Fine, too, when somebody else was faster and did the same, or when the instance has ended. */
    private static void once(String id, Consumer<String> action) {
        try {
            action.accept(id);
        } catch (ConnectorException e) {
            boolean concurrent =
                    WorkflowErrors.CONCURRENT.equals(e.error().trace().vendorCode());
            if (concurrent || (e.kind() != ErrorKind.CONFLICT && e.kind() != ErrorKind.NOT_FOUND)) {
                throw e;
            }
        }
    }

    private List<WireTask> openTasks(SourceRef caseRef) {
        return lists.open(TaskQuery.ALL.ofCase(caseRef)).stream()
                .filter(task -> task.id() != null)
                .toList();
    }
}
