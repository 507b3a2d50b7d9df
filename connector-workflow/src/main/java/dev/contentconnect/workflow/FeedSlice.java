package dev.contentconnect.workflow;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.map.ApprovalMapper;
import dev.contentconnect.workflow.map.CaseMapper;
import dev.contentconnect.workflow.map.EventMapper;
import dev.contentconnect.workflow.map.TaskMapper;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireTask;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the history tells of a stretch of time: instances and tasks that began or ended in it. One thread.
 *
 * @param from its beginning in milliseconds
 * @param to its end in milliseconds, not part of it; null when it is open
 * @param cases names and keys
 */
record FeedSlice(long from, @Nullable Long to, CaseFile cases) {
    private static final Set<CaseEventType> ENDS = Set.of(
            CaseEventType.CASE_RESOLVED,
            CaseEventType.CASE_CANCELLED,
            CaseEventType.TASK_COMPLETED,
            CaseEventType.TASK_CANCELLED,
            CaseEventType.APPROVAL_DECIDED,
            CaseEventType.APPROVAL_VOIDED);

    /** The history has no filter for these: long after the beginning they show with the end only. */
    private static final Set<CaseEventType> BETWEEN = Set.of(CaseEventType.TASK_CLAIMED, CaseEventType.COMMENT_ADDED);

    /** Reads into {@code fresh}; false when more than {@code most} is new, so that a shorter stretch is to be tried. */
    boolean read(FreshEvents fresh, int most) {
        // Filters with "after" leave out the moment itself.
        Instant after = Instant.ofEpochMilli(from - 1);
        Instant before = to == null ? null : Instant.ofEpochMilli(to);
        WorkflowQuery all =
                WorkflowQuery.ALL.pages(cases.config.options().pageSize()).with("includeProcessVariables", true);
        WorkflowQuery whole = all.with("excludeSubprocesses", true).with("includeProcessComments", true);
        WorkflowQuery tasks = all.with("includeTaskComments", true);
        return instances(whole.with("startedAfter", after).with("startedBefore", before), fresh, most)
                && instances(whole.with("finishedAfter", after).with("finishedBefore", before), fresh, most)
                && tasks(tasks.with("taskCreatedAfter", after).with("taskCreatedBefore", before), fresh, most)
                && tasks(tasks.with("taskCompletedAfter", after).with("taskCompletedBefore", before), fresh, most);
    }

    private boolean instances(WorkflowQuery query, FreshEvents fresh, int most) {
        return each(
                cases.client.history().processInstances(query).onIssue(fresh::issue), this::ofInstance, fresh, most);
    }

    private boolean tasks(WorkflowQuery query, FreshEvents fresh, int most) {
        return each(cases.client.history().tasks(query).onIssue(fresh::issue), this::ofTask, fresh, most);
    }

    private <T> boolean each(
            Iterable<T> list, Function<T, Either<MappingIssue, List<CaseEvent>>> events, FreshEvents fresh, int most) {
        for (T one : list) {
            events.apply(one).peek(found -> keep(found, fresh)).peekLeft(fresh::issue);
            if (fresh.offered() > most) {
                return false;
            }
        }
        return true;
    }

    private Either<MappingIssue, List<CaseEvent>> ofInstance(WireInstance one) {
        if (one.superProcessInstanceId() != null) {
            return Either.right(List.of());
        }
        String type = cases.definitions.of(one.processDefinitionId()).key();
        return CaseMapper.toCase(one, type, cases.config.subjectSystem())
                .map(record -> EventMapper.ofCase(one, record));
    }

    private Either<MappingIssue, List<CaseEvent>> ofTask(WireTask one) {
        CaseFile.Root root = cases.root(one.processInstanceId(), one.variables());
        String outcome = cases.outcome(one);
        String system = cases.config.subjectSystem();
        return TaskMapper.toTask(one, root.id(), outcome)
                .flatMap(task -> ApprovalMapper.toApproval(
                                one,
                                root.id(),
                                cases.definitions.of(one).key(),
                                outcome,
                                cases.config.outcomes(),
                                system)
                        .map(approval -> EventMapper.ofTask(
                                one, task, cases.isApproval(one) ? approval : null, root.key(), system)));
    }

    private void keep(List<CaseEvent> events, FreshEvents fresh) {
        Instant end = events.stream()
                .filter(event -> ENDS.contains(event.type()) && isInside(event.occurredAt()))
                .map(CaseEvent::occurredAt)
                .findFirst()
                .orElse(null);
        for (CaseEvent event : events) {
            // With the end where there is one: the place of a change in the window must not depend on where a slice
            // begins.
            Instant at = end != null && BETWEEN.contains(event.type())
                    ? end
                    : isInside(event.occurredAt()) ? event.occurredAt() : null;
            if (at != null) {
                fresh.add(event, at);
            }
        }
    }

    private boolean isInside(Instant moment) {
        long at = moment.toEpochMilli();
        return at >= from && (to == null || at < to);
    }
}
