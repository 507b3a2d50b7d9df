package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Approvals: one object for each stakeholder of a request. */
final class ReferenceApprovals implements ApprovalDesk {
    private static final Set<DecisionOutcome> OUTCOMES = Set.of(
            DecisionOutcome.APPROVED,
            DecisionOutcome.APPROVED_WITH_CONDITIONS,
            DecisionOutcome.REJECTED,
            DecisionOutcome.CHANGES_REQUESTED);

    private final ReferenceClient client;

    ReferenceApprovals(ReferenceClient client) {
        this.client = client;
    }

    @Override
    public List<Approval> request(ApprovalRequest request) {
        List<Approval> out = new ArrayList<>();
        for (String stakeholder : request.stakeholders()) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>(request.attributes());
            members.put("title", request.title());
            members.put("subject", request.subject().toString());
            members.put("subjectVersion", request.subjectVersion());
            members.put("stakeholder", stakeholder);
            members.put("status", ApprovalStatus.PENDING.value());
            members.put(
                    "dueAt", request.dueAt() == null ? null : request.dueAt().toString());
            members.put("note", request.note());
            Map<String, @Nullable Object> made =
                    client.create("approvals.request", "approvals", request.key() + "/" + stakeholder, members);
            out.add(client.to(Approval.class, "approvals.request", made));
        }
        return out;
    }

    @Override
    public Approval get(SourceRef approval) {
        return client.get("approvals.get", "approvals", approval, Approval.class);
    }

    @Override
    public Paged<Approval> query(ApprovalQuery query) {
        Map<String, Object> filters = new LinkedHashMap<>();
        put(filters, "caseRef", query.caseRef());
        put(filters, "subject", query.subject());
        put(filters, "stakeholder", query.stakeholder());
        put(filters, "status", query.statuses());
        put(filters, "changedSince", query.changedSince());
        return client.list("approvals.query", "approvals", filters, query.pageSize(), Approval.class);
    }

    @Override
    public Approval decide(SourceRef approval, Decision decision) {
        ReferenceClient.id(approval);
        if (!OUTCOMES.contains(decision.outcome())) {
            throw new ConnectorException(new ConnectorError.Rejected(Trace.local(
                    ReferenceConnector.SYSTEM, "approvals.decide", "no such outcome: " + decision.outcome())));
        }
        Map<String, @Nullable Object> read = client.get("approvals.decide", "approvals", approval);
        Approval now = client.to(Approval.class, "approvals.decide", read);
        if (now.decision() != null) {
            if (now.decision().outcome().equals(decision.outcome())) {
                return now;
            }
            throw new ConnectorException(new ConnectorError.Conflict(
                    Trace.local(ReferenceConnector.SYSTEM, "approvals.decide", "decided already: " + now.status())));
        }
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("status", decision.outcome().value());
        change.put("decision", PlainRecords.write(decision));
        return client.to(
                Approval.class, "approvals.decide", client.patch("approvals.decide", "approvals", read, change));
    }

    static void put(Map<String, Object> filters, String name, @Nullable Object value) {
        if (value != null) {
            filters.put(name, value);
        }
    }
}
