package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.TaskQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far people have taken a case, and the same as events, so that a governance report can be made of the trail. Reading
 * it again later tells what came in between; what was told before is kept once.
 *
 * @param record the case
 * @param tasks its work that is no approval, open and ended, oldest first
 * @param approvals its decisions, made and awaited, oldest first
 */
public record CaseProgress(CaseRecord record, List<CaseTask> tasks, List<Approval> approvals) {
    private static final Comparator<Instant> OLDEST_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    /** Copies the lists and puts them in order. */
    public CaseProgress {
        approvals = approvals.stream()
                .sorted(Comparator.comparing(Approval::requestedAt, OLDEST_FIRST))
                .toList();
        tasks = tasks.stream()
                .sorted(Comparator.comparing(CaseTask::createdAt, OLDEST_FIRST))
                .toList();
    }

    /**
     * Reads all of it.
     *
     * @param record the case
     * @param cases where its tasks are
     * @param desk where its approvals are
     * @return how far it is now
     * @throws dev.contentconnect.core.error.ConnectorException as {@code CaseDesk.tasks} and {@code ApprovalDesk.query}
     */
    public static CaseProgress read(CaseRecord record, CaseDesk cases, ApprovalDesk desk) {
        Map<SourceRef, CaseTask> tasks = tasks(record, cases);
        CaseProgress decisions = decisions(record, desk);
        decisions.approvals.forEach(approval -> tasks.remove(approval.ref()));
        return new CaseProgress(record, List.copyOf(tasks.values()), decisions.approvals);
    }

    /**
     * Reads the tasks only, for a case without approvals.
     *
     * @param record the case
     * @param cases where its tasks are
     * @return how far it is now
     * @throws dev.contentconnect.core.error.ConnectorException as {@code CaseDesk.tasks}
     */
    public static CaseProgress work(CaseRecord record, CaseDesk cases) {
        return new CaseProgress(record, List.copyOf(tasks(record, cases).values()), List.of());
    }

    /** What ends while the lists are read comes twice: the later one counts. */
    private static Map<SourceRef, CaseTask> tasks(CaseRecord record, CaseDesk cases) {
        return cases.tasks(TaskQuery.ALL.ofCase(record.ref()).withFinished(true)).stream()
                .collect(Collectors.toMap(CaseTask::ref, task -> task, (a, b) -> b, LinkedHashMap::new));
    }

    /**
     * Reads the approvals only, for a case without other work.
     *
     * @param record the case
     * @param desk where its approvals are
     * @return how far it is now
     * @throws dev.contentconnect.core.error.ConnectorException as {@code ApprovalDesk.query}
     */
    public static CaseProgress decisions(CaseRecord record, ApprovalDesk desk) {
        // What is decided while the lists are read comes twice: the later one counts.
        Map<SourceRef, Approval> found = desk.query(ApprovalQuery.ALL.ofCase(record.ref())).stream()
                .collect(Collectors.toMap(Approval::ref, one -> one, (a, b) -> b, LinkedHashMap::new));
        return new CaseProgress(record, List.of(), List.copyOf(found.values()));
    }

    /**
     * The last decision that was made.
     *
     * @return the approval that carries it, or nothing
     */
    public Optional<Approval> lastDecision() {
        return approvals.stream()
                .filter(approval -> approval.decision() != null)
                .reduce((earlier, later) -> later);
    }

    /**
     * Writes it to the trail of a flow.
     *
     * @param trail where to
     * @param subject what the case is about, in the words of the flow
     * @param version which version of it, or null
     */
    public void tell(FlowTrail trail, SourceRef subject, @Nullable String version) {
        Telling telling = new Telling(trail, record, subject, version);
        telling.add(
                CaseEventType.CASE_OPENED,
                record.ref(),
                record.openedAt(),
                event -> event.step(record.type()).note(record.title()));
        tasks.forEach(telling::task);
        approvals.forEach(telling::approval);
        if (CaseFields.of(record).isTrue("escalated")) {
            telling.add(CaseEventType.ESCALATED, record.ref(), null, event -> event);
        }
        if (record.status().isFinal()) {
            boolean cancelled = record.status().equals(CaseStatus.CANCELLED);
            telling.add(
                    cancelled ? CaseEventType.CASE_CANCELLED : CaseEventType.CASE_RESOLVED,
                    record.ref(),
                    record.closedAt(),
                    event -> event.outcome(record.outcome()));
        }
        trail.append(telling.events);
    }

    /** Collects the events of one case. */
    private record Telling(
            FlowTrail trail,
            CaseRecord record,
            SourceRef subject,
            @Nullable String version,
            List<CaseEvent> events) {

        Telling(FlowTrail trail, CaseRecord record, SourceRef subject, @Nullable String version) {
            this(trail, record, subject, version, new ArrayList<>());
        }

        interface Detail {
            CaseEvent.Builder to(CaseEvent.Builder event);
        }

        void add(CaseEventType type, SourceRef which, @Nullable Instant at, Detail detail) {
            CaseEvent.Builder event = trail.event(subject, version, type, which.id(), at)
                    .caseRef(record.ref())
                    .caseKey(record.key());
            events.add(detail.to(event).build());
        }

        void approval(Approval one) {
            Detail common = event -> event.step(one.stakeholder()).related(one.ref());
            add(CaseEventType.APPROVAL_REQUESTED, one.ref(), one.requestedAt(), common);
            overdue(one.ref(), one.dueAt(), one.status().isFinal(), common);
            Decision decision = one.decision();
            if (decision != null) {
                add(
                        CaseEventType.APPROVAL_DECIDED,
                        one.ref(),
                        decision.decidedAt(),
                        event -> common.to(event)
                                .actor(decision.decidedBy())
                                .outcome(decision.outcome().value())
                                .note(decision.note()));
            } else if (one.status().equals(ApprovalStatus.CANCELLED)) {
                add(CaseEventType.APPROVAL_VOIDED, one.ref(), record.closedAt(), common);
            }
        }

        void task(CaseTask one) {
            Detail common = event -> event.step(one.step()).related(one.ref()).actor(one.assignee());
            add(
                    CaseEventType.TASK_CREATED,
                    one.ref(),
                    one.createdAt(),
                    event -> event.step(one.step()).related(one.ref()));
            boolean done = one.status().equals(TaskStatus.COMPLETED);
            boolean ended = done || one.status().equals(TaskStatus.CANCELLED);
            overdue(one.ref(), one.dueAt(), ended, common);
            if (one.claimedAt() != null) {
                add(CaseEventType.TASK_CLAIMED, one.ref(), one.claimedAt(), common);
            }
            if (ended) {
                add(
                        done ? CaseEventType.TASK_COMPLETED : CaseEventType.TASK_CANCELLED,
                        one.ref(),
                        one.completedAt(),
                        event -> common.to(event).outcome(one.outcome()));
            }
        }

        private void overdue(SourceRef which, @Nullable Instant due, boolean ended, Detail detail) {
            if (due != null && !ended && due.isBefore(trail.now())) {
                add(CaseEventType.TASK_OVERDUE, which, due, detail);
            }
        }
    }
}
