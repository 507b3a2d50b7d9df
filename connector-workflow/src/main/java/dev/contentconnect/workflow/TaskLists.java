package dev.contentconnect.workflow;

import static dev.contentconnect.workflow.WorkflowConnector.REFUSED;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.map.CaseMapper;
import dev.contentconnect.workflow.map.TaskMapper;
import dev.contentconnect.workflow.wire.WireTask;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists of tasks, open and finished. Tasks of called instances are found by {@code processInstanceIdWithChildren} only:
 * {@code processInstanceId} misses them.
 */
final class TaskLists {
    private static final String CASES = "cases.tasks";
    private static final String OPEN = "o";
    private static final String FINISHED = "f";

    private final WorkflowClient client;
    private final Definitions definitions;

    TaskLists(CaseFile cases) {
        this.client = cases.client;
        this.definitions = cases.definitions;
    }

    Paged<WireTask> of(TaskQuery query) {
        NotOffered.unless(
                !query.finishedToo() || query.candidate() == null || query.caseRef() != null,
                CaseMapper.SYSTEM,
                CASES + ".candidate",
                "finished tasks cannot be found by their candidate; name the case as well, or ask for open ones");
        return query.finishedToo() ? both(CASES, open(query), finished(query)) : open(query);
    }

    Paged<WireTask> open(TaskQuery query) {
        boolean person = query.candidate() != null && query.candidate().indexOf('@') >= 0;
        return client.tasks()
                .list(base(query.caseRef(), query.pageSize())
                        .with("assignee", query.assignee())
                        .with(person ? "candidateUser" : "candidateGroup", query.candidate())
                        .with("dueBefore", query.dueBefore()))
                .map(definitions::keyed);
    }

    private Paged<WireTask> finished(TaskQuery query) {
        String candidate = query.candidate();
        Paged<WireTask> all = client.history()
                .tasks(base(query.caseRef(), query.pageSize())
                        .with("finished", true)
                        .with("taskAssignee", query.assignee())
                        .with("dueDateBefore", query.dueBefore()));
        // The history has no filter for candidates; there are only so many tasks in one case.
        return candidate == null
                ? all
                : CaseFile.mapped(
                        CASES,
                        all,
                        task -> Either.right(Optional.of(task)
                                .filter(one -> TaskMapper.candidates(one).contains(candidate))));
    }

    Paged<WireTask> openApprovals(ApprovalQuery query) {
        return client.tasks()
                .list(base(query.caseRef(), query.pageSize())
                        .with("includeTaskComments", true)
                        .with("category", category(query))
                        .with("createdAfter", before(query.changedSince())))
                .map(definitions::keyed);
    }

    /** What was created since has ended since, so one filter finds both. */
    Paged<WireTask> finishedApprovals(ApprovalQuery query) {
        return client.history()
                .tasks(base(query.caseRef(), query.pageSize())
                        .with("finished", true)
                        .with("includeTaskComments", true)
                        .with("taskCategory", category(query))
                        .with("taskCompletedAfter", before(query.changedSince())));
    }

    /** Within a case all tasks are looked at, also those that name their stakeholder otherwise. */
    private static @Nullable String category(ApprovalQuery query) {
        return query.caseRef() == null ? query.stakeholder() : null;
    }

    /** Filters with "after" leave out the moment itself. */
    private static @Nullable Instant before(@Nullable Instant moment) {
        return moment == null ? null : moment.minusMillis(1);
    }

    private static WorkflowQuery base(@Nullable SourceRef caseRef, int pageSize) {
        return WorkflowQuery.ALL
                .pages(pageSize)
                .with("processInstanceIdWithChildren", caseRef == null ? null : caseRef.idIn(WorkflowConnector.SYSTEM))
                .with("includeProcessVariables", true)
                .with("includeTaskAssignments", true);
    }

    /** One list after the other. A task that ends in between comes twice, and is never missed. */
    static <T> Paged<T> both(String operation, Paged<T> open, Paged<T> finished) {
        return Paged.of(CaseMapper.SYSTEM, operation, cursor -> {
            boolean second = cursor != null && cursor.value().startsWith(FINISHED);
            Cursor inner = inner(operation, cursor);
            Page<T> page = (second ? finished : open).page(inner);
            Cursor next = page.next() != null
                    ? Cursor.of((second ? FINISHED : OPEN) + page.next().value())
                    : second ? null : Cursor.of(FINISHED);
            return new Page<>(page.items(), next, null, page.issues());
        });
    }

    private static @Nullable Cursor inner(String operation, @Nullable Cursor cursor) {
        if (cursor == null || cursor.value().length() < 2) {
            return null;
        }
        if (!cursor.value().startsWith(OPEN) && !cursor.value().startsWith(FINISHED)) {
            throw REFUSED.rejected(operation, null, "not a cursor of this list");
        }
        return Cursor.of(cursor.value().substring(1));
    }
}
