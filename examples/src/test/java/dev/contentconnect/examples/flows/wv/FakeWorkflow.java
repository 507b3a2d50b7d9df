package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cases and their approvals in memory: a case ends when the last of its approvals is decided. */
final class FakeWorkflow {
    static final Instant OPENED = Instant.parse("2026-11-20T09:00:00Z");

    final Map<String, CaseRecord> cases = new LinkedHashMap<>();
    final Map<SourceRef, Approval> approvals = new LinkedHashMap<>();
    final Map<String, ApprovalRequest> requests = new LinkedHashMap<>();

    Connector connector() {
        return new FakeConnector("desk", this, List.of(CaseDesk.class, ApprovalDesk.class));
    }

    List<Approval> request(ApprovalRequest request) {
        requests.put(request.key(), request);
        CaseRecord open = cases.computeIfAbsent(request.key(), key -> opened(key, request));
        if (of(open.ref()).isEmpty()) {
            request.stakeholders().forEach(stakeholder -> ask(open.ref(), stakeholder, request));
        }
        return of(open.ref());
    }

    private CaseRecord opened(String key, ApprovalRequest request) {
        SourceRef ref = SourceRef.of("desk", "case-" + (cases.size() + 1));
        return new CaseRecord(
                ref,
                key,
                "approval",
                request.title(),
                CaseStatus.OPEN,
                null,
                null,
                OPENED,
                null,
                null,
                Extensions.none());
    }

    private void ask(SourceRef ofCase, String stakeholder, ApprovalRequest request) {
        SourceRef ref = SourceRef.of("desk", "task-" + (approvals.size() + 1));
        approvals.put(
                ref,
                Approval.builder(ref)
                        .caseRef(ofCase)
                        .stakeholder(stakeholder)
                        .subject(request.subject())
                        .subjectVersion(request.subjectVersion())
                        .status(ApprovalStatus.PENDING)
                        .requestedAt(OPENED)
                        .build());
    }

    Paged<Approval> query(ApprovalQuery query) {
        return Paged.of("desk", "approvals", cursor -> Page.of(of(query.caseRef()), null));
    }

    Optional<CaseRecord> findByKey(String key) {
        return Optional.ofNullable(cases.get(key));
    }

    Paged<CaseTask> tasks(TaskQuery query) {
        List<CaseTask> open = of(query.caseRef()).stream()
                .filter(approval -> !approval.status().isFinal())
                .map(FakeWorkflow::task)
                .toList();
        return Paged.of("desk", "tasks", cursor -> Page.of(open, null));
    }

    CaseTask claim(SourceRef task, Actor actor) {
        approvals.computeIfPresent(
                task, (ref, approval) -> approval.toBuilder().assignee(actor).build());
        return task(approvals.get(task));
    }

    CaseTask complete(SourceRef task, TaskResult result) {
        DecisionOutcome outcome = DecisionOutcome.of(result.outcome());
        Decision decision = new Decision(outcome, null, result.actor(), OPENED.plusSeconds(60), result.note());
        approvals.computeIfPresent(
                task,
                (ref, approval) -> approval.toBuilder()
                        .status(outcome.toStatus())
                        .decision(decision)
                        .build());
        SourceRef ofCase = approvals.get(task).caseRef();
        if (of(ofCase).stream().allMatch(approval -> approval.status().isFinal())) {
            end(ofCase, CaseStatus.RESOLVED);
        }
        return task(approvals.get(task));
    }

    CaseRecord cancel(SourceRef ofCase, String reason) {
        return end(ofCase, CaseStatus.CANCELLED);
    }

    private CaseRecord end(SourceRef ofCase, CaseStatus status) {
        CaseRecord open = cases.values().stream()
                .filter(one -> one.ref().equals(ofCase))
                .findFirst()
                .orElseThrow();
        CaseRecord ended = new CaseRecord(
                ofCase,
                open.key(),
                open.type(),
                open.title(),
                status,
                null,
                null,
                OPENED,
                null,
                OPENED.plusSeconds(60),
                Extensions.none());
        cases.put(open.key(), ended);
        return ended;
    }

    private List<Approval> of(SourceRef ofCase) {
        return new ArrayList<>(approvals.values().stream()
                .filter(approval -> ofCase.equals(approval.caseRef()))
                .toList());
    }

    private static CaseTask task(Approval approval) {
        return new CaseTask(
                approval.ref(),
                approval.caseRef(),
                "Review",
                approval.stakeholder(),
                TaskStatus.OPEN,
                approval.assignee(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                Extensions.none());
    }
}
