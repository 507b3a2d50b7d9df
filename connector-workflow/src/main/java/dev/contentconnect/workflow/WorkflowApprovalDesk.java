package dev.contentconnect.workflow;

import static dev.contentconnect.workflow.WorkflowConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.workflow.map.ApprovalMapper;
import dev.contentconnect.workflow.map.CaseMapper;
import dev.contentconnect.workflow.wire.WireTask;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Approvals are tasks: one for each stakeholder, in called instances of one case. */
final class WorkflowApprovalDesk implements ApprovalDesk {
    private static final String REQUEST = "approvals.request";
    private static final String QUERY = "approvals.query";
    private static final String DECIDE = "approvals.decide";

    private final CaseFile cases;
    private final CaseOpening opening;
    private final TaskWork work;
    private final TaskLists lists;

    WorkflowApprovalDesk(CaseFile cases, CaseOpening opening) {
        this.cases = cases;
        this.opening = opening;
        this.work = new TaskWork(cases);
        this.lists = cases.lists;
    }

    @Override
    public List<Approval> request(ApprovalRequest request) {
        Map<String, Object> values = new LinkedHashMap<>(request.attributes());
        if (!request.stakeholders().isEmpty()) {
            values.put("stakeholders", String.join(",", request.stakeholders()));
        }
        CaseRecord record = opening.open(
                REQUEST,
                new CaseRequest(
                        request.key(),
                        cases.config.approvalModel(),
                        request.title(),
                        request.subject(),
                        request.subjectVersion(),
                        request.dueAt(),
                        request.note(),
                        values));
        Map<SourceRef, Approval> found = new LinkedHashMap<>();
        query(ApprovalQuery.ALL.ofCase(record.ref())).forEach(one -> found.put(one.ref(), one));
        return List.copyOf(found.values());
    }

    @Override
    public Approval get(SourceRef approval) {
        String operation = "approvals.get";
        return mapped(work.read(operation, approval.idIn(WorkflowConnector.SYSTEM)))
                .getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
    }

    /**
     * The service narrows by case, by stakeholder and by time. It has no filter for a subject, which would mean to read
     * every task there ever was; within one case that is exact and cheap. So is a look at the verdicts of one case, or of
     * what happened since a moment; what is open is never more than what waits.
     */
    @Override
    public Paged<Approval> query(ApprovalQuery query) {
        NotOffered.unless(
                query.subject() == null || query.caseRef() != null,
                CaseMapper.SYSTEM,
                QUERY + ".subject",
                "tasks cannot be found by their subject; name the case as well");
        boolean ended = query.statuses().stream().anyMatch(ApprovalStatus::isFinal);
        NotOffered.unless(
                !ended || query.caseRef() != null || query.changedSince() != null,
                CaseMapper.SYSTEM,
                QUERY + ".statuses",
                "finished tasks cannot be found by their verdict; name the case or a moment as well");
        boolean open = query.statuses().stream().anyMatch(status -> !status.isFinal());
        Paged<WireTask> source = open && !ended
                ? lists.openApprovals(query)
                : ended && !open
                        ? lists.finishedApprovals(query)
                        : TaskLists.both(QUERY, lists.openApprovals(query), lists.finishedApprovals(query));
        return CaseFile.mapped(
                QUERY,
                source,
                task -> cases.isApproval(task)
                        ? mapped(task).map(one -> Optional.of(one).filter(approval -> answers(query, approval)))
                        : Either.right(Optional.empty()));
    }

    @Override
    public Approval decide(SourceRef approval, Decision decision) {
        String id = approval.idIn(WorkflowConnector.SYSTEM);
        WireTask task = work.read(DECIDE, id);
        String key = cases.definitions.of(task).key();
        String word = decision.rawOutcome() != null
                ? decision.rawOutcome()
                : cases.config
                        .outcomes()
                        .word(key, decision.outcome(), work.outcomes(task))
                        .orElseThrow(() -> REFUSED.rejected(
                                DECIDE,
                                "no_such_outcome",
                                "\"" + decision.outcome() + "\" is no possible outcome of task " + id + "; there are "
                                        + work.outcomes(task)));
        WireTask after = work.complete(DECIDE, id, TaskResult.of(word, decision.note(), decision.decidedBy()));
        return mapped(after).getOrElseThrow(issue -> REFUSED.undecodable(DECIDE, issue));
    }

    private Either<MappingIssue, Approval> mapped(WireTask task) {
        return ApprovalMapper.toApproval(
                task,
                cases.root(task.processInstanceId(), task.variables()).id(),
                cases.definitions.of(task).key(),
                cases.outcome(task),
                cases.config.outcomes(),
                cases.config.subjectSystem());
    }

    /** Looks once more: the service narrows roughly, and may ignore a filter. */
    private static boolean answers(ApprovalQuery query, Approval approval) {
        return (query.subject() == null || query.subject().equals(approval.subject()))
                && (query.stakeholder() == null || query.stakeholder().equals(approval.stakeholder()))
                && (query.statuses().isEmpty() || query.statuses().contains(approval.status()))
                && (query.changedSince() == null || changedSince(query.changedSince(), approval));
    }

    private static boolean changedSince(Instant since, Approval approval) {
        Decision decision = approval.decision();
        Instant asked = approval.requestedAt();
        Instant decided = decision == null ? null : decision.decidedAt();
        return (asked != null && !asked.isBefore(since)) || (decided != null && !decided.isBefore(since));
    }
}
