package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskOutcome;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.Escalation;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cases, each with one review task that the system makes. */
final class ReferenceCases implements CaseDesk {
    private static final List<TaskOutcome> OUTCOMES =
            List.of(new TaskOutcome("approve", "Approve"), new TaskOutcome("reject", "Reject"));

    private final ReferenceClient client;

    ReferenceCases(ReferenceClient client) {
        this.client = client;
    }

    @Override
    public CaseRecord open(CaseRequest request) {
        Map<String, @Nullable Object> members = PlainRecords.members(request);
        members.put("status", CaseStatus.OPEN.value());
        return client.to(CaseRecord.class, "cases.open", client.create("cases.open", "cases", request.key(), members));
    }

    @Override
    public CaseRecord get(SourceRef caseRef) {
        return client.get("cases.get", "cases", caseRef, CaseRecord.class);
    }

    @Override
    public Optional<CaseRecord> findByKey(String key) {
        return client.byKey("cases.find", "cases", key, CaseRecord.class);
    }

    @Override
    public Paged<CaseTask> tasks(TaskQuery query) {
        if (query.caseRef() != null) {
            ReferenceClient.id(query.caseRef());
        }
        Map<String, Object> filters = new LinkedHashMap<>();
        ReferenceApprovals.put(filters, "caseRef", query.caseRef());
        ReferenceApprovals.put(filters, "assigneeId", query.assignee());
        ReferenceApprovals.put(filters, "candidates", query.candidate());
        ReferenceApprovals.put(filters, "dueBefore", query.dueBefore());
        if (!query.finishedToo()) {
            filters.put("status", List.of("open", "claimed"));
        }
        return client.list("cases.tasks", "tasks", filters, query.pageSize(), CaseTask.class);
    }

    @Override
    public CaseTask task(SourceRef task) {
        return client.get("cases.task", "tasks", task, CaseTask.class);
    }

    @Override
    public List<TaskOutcome> outcomes(SourceRef task) {
        task(task);
        return OUTCOMES;
    }

    @Override
    public CaseTask claim(SourceRef task, Actor actor) {
        Map<String, @Nullable Object> read = client.get("cases.claim", "tasks", task);
        CaseTask now = client.to(CaseTask.class, "cases.claim", read);
        requireOpen("cases.claim", now);
        if (now.assignee() != null) {
            if (now.assignee().id().equals(actor.id())) {
                return now;
            }
            throw conflict("cases.claim", "held by " + now.assignee().id());
        }
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("status", TaskStatus.CLAIMED.value());
        change.put("assignee", PlainRecords.write(actor));
        change.put("assigneeId", actor.id());
        return change("cases.claim", read, change);
    }

    @Override
    public CaseTask release(SourceRef task) {
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put("status", TaskStatus.OPEN.value());
        change.put("assignee", null);
        change.put("assigneeId", null);
        return change("cases.release", client.get("cases.release", "tasks", task), change);
    }

    @Override
    public CaseTask delegate(SourceRef task, Actor actor) {
        throw NotOffered.by(ReferenceConnector.SYSTEM, "cases.delegate", "release the task and claim it for the other");
    }

    @Override
    public CaseTask complete(SourceRef task, TaskResult result) {
        ReferenceClient.id(task);
        if (OUTCOMES.stream().noneMatch(one -> one.value().equals(result.outcome()))) {
            throw new ConnectorException(new ConnectorError.Rejected(
                    Trace.local(ReferenceConnector.SYSTEM, "cases.complete", "possible outcomes: " + OUTCOMES)));
        }
        Map<String, @Nullable Object> read = client.get("cases.complete", "tasks", task);
        CaseTask now = client.to(CaseTask.class, "cases.complete", read);
        if (now.status().equals(TaskStatus.COMPLETED) && result.outcome().equals(now.outcome())) {
            return now;
        }
        requireOpen("cases.complete", now);
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put("status", TaskStatus.COMPLETED.value());
        change.put("outcome", result.outcome());
        change.put("note", result.note());
        return change("cases.complete", read, change);
    }

    @Override
    public CaseRecord attach(SourceRef caseRef, Link link) {
        Map<String, @Nullable Object> read = client.get("cases.attach", "cases", caseRef);
        List<Object> links = new ArrayList<>();
        if (read.get("links") instanceof List<?> known) {
            links.addAll(known);
        }
        Object added = PlainRecords.write(link);
        if (!links.contains(added)) {
            links.add(added);
        }
        return client.to(
                CaseRecord.class, "cases.attach", client.patch("cases.attach", "cases", read, Map.of("links", links)));
    }

    @Override
    public CaseRecord escalate(SourceRef caseRef, Escalation escalation) {
        return set("cases.escalate", caseRef, Map.of("escalation", PlainRecords.write(escalation)));
    }

    @Override
    public CaseRecord hold(SourceRef caseRef, String reason) {
        return set("cases.hold", caseRef, Map.of("status", CaseStatus.ON_HOLD.value(), "reason", reason));
    }

    @Override
    public CaseRecord resume(SourceRef caseRef, String reason) {
        return set("cases.resume", caseRef, Map.of("status", CaseStatus.OPEN.value(), "reason", reason));
    }

    @Override
    public CaseRecord resolve(SourceRef caseRef, String outcome, String note) {
        return set(
                "cases.resolve",
                caseRef,
                Map.of("status", CaseStatus.RESOLVED.value(), "outcome", outcome, "note", note));
    }

    @Override
    public CaseRecord cancel(SourceRef caseRef, String reason) {
        return set("cases.cancel", caseRef, Map.of("status", CaseStatus.CANCELLED.value(), "reason", reason));
    }

    private CaseRecord set(String operation, SourceRef caseRef, Map<String, Object> change) {
        Map<String, @Nullable Object> read = client.get(operation, "cases", caseRef);
        Object status = String.valueOf(read.get("status"));
        boolean closed = status.equals(CaseStatus.RESOLVED.value()) || status.equals(CaseStatus.CANCELLED.value());
        if (closed && !status.equals(change.get("status"))) {
            throw conflict(operation, "the case is " + status);
        }
        return client.to(CaseRecord.class, operation, closed ? read : client.patch(operation, "cases", read, change));
    }

    private CaseTask change(
            String operation, Map<String, @Nullable Object> read, Map<String, ? extends @Nullable Object> change) {
        return client.to(CaseTask.class, operation, client.patch(operation, "tasks", read, change));
    }

    private static void requireOpen(String operation, CaseTask task) {
        if (task.status().equals(TaskStatus.COMPLETED) || task.status().equals(TaskStatus.CANCELLED)) {
            throw conflict(operation, "the task is " + task.status());
        }
    }

    private static ConnectorException conflict(String operation, String why) {
        return new ConnectorException(
                new ConnectorError.Conflict(Trace.local(ReferenceConnector.SYSTEM, operation, why)));
    }
}
