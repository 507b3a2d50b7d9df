package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;
import static dev.contentconnect.aprimo.AprimoConnector.SYSTEM;

import dev.contentconnect.aprimo.api.SearchTerm;
import dev.contentconnect.aprimo.map.ApprovalFields;
import dev.contentconnect.aprimo.map.ApprovalMapper;
import dev.contentconnect.aprimo.wire.WireFieldDefinition;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.NotOffered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Approvals of versions, in fields of the record: the DAM has no vote to cast and no approved version. Where a check is
 * configured, a decision shows as its result on the very version, which is the vendor's own place for it.
 */
final class AprimoApprovals implements ApprovalDesk {
    private static final String REQUEST = "approvals.request";
    private static final String GET = "approvals.get";
    private static final String QUERY = "approvals.query";
    private static final String DECIDE = "approvals.decide";

    private final Library library;
    private final ApprovalBook book;

    AprimoApprovals(Library library) {
        this.library = library;
        this.book = new ApprovalBook(library);
    }

    @Override
    public List<Approval> request(ApprovalRequest request) {
        String record = Library.id(request.subject());
        WireRecord in = book.record(record);
        List<Approval> all = book.read(in);
        List<Approval> known = all.stream()
                .filter(one -> ApprovalMapper.key(one).equals(request.key()))
                .toList();
        if (!known.isEmpty()) {
            return known;
        }
        String version = ApprovalBook.version(in);
        String wanted = request.subjectVersion() == null ? version : Library.fileId(request.subjectVersion());
        if (!Objects.equals(wanted, version)) {
            throw REFUSED.conflict(
                    REQUEST,
                    "version " + wanted + " of record " + record + " is to be decided on, and " + version
                            + " is the latest one");
        }
        List<Approval> asked = new ArrayList<>();
        Instant now = library.config.options().time().now();
        List<@Nullable String> stakeholders = new ArrayList<>(request.stakeholders());
        if (stakeholders.isEmpty()) {
            stakeholders.add(null);
        }
        for (String stakeholder : stakeholders) {
            asked.add(Approval.builder(ApprovalMapper.ref(record, request.key(), stakeholder))
                    .subject(SourceRef.of(SYSTEM, record))
                    .subjectVersion(version)
                    .stakeholder(stakeholder)
                    .status(ApprovalStatus.PENDING)
                    .requestedAt(now)
                    .dueAt(request.dueAt())
                    .extensions(Extensions.of(SYSTEM, said(request)))
                    .build());
        }
        book.write(REQUEST, in, asked, Map.of());
        return List.copyOf(asked);
    }

    private static Map<String, Object> said(ApprovalRequest request) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put(ApprovalMapper.KEY, request.key());
        out.put(ApprovalMapper.TITLE, request.title());
        if (request.note() != null) {
            out.put("note", request.note());
        }
        if (!request.attributes().isEmpty()) {
            out.put("attributes", request.attributes());
        }
        return out;
    }

    @Override
    public Approval get(SourceRef approval) {
        return find(GET, approval, book.record(record(approval)));
    }

    private static String record(SourceRef approval) {
        return ApprovalMapper.record(approval.idIn(SYSTEM));
    }

    private Approval find(String operation, SourceRef approval, WireRecord in) {
        return book.read(in).stream()
                .filter(one -> one.ref().equals(approval))
                .findFirst()
                .orElseThrow(() -> REFUSED.notFound(operation, "nobody asked for approval " + approval.id()));
    }

    @Override
    public Paged<Approval> query(ApprovalQuery query) {
        NotOffered.unless(
                query.caseRef() == null, SYSTEM, QUERY + ".caseRef", "approvals of the DAM belong to no case");
        NotOffered.unless(
                query.stakeholder() == null,
                SYSTEM,
                QUERY + ".stakeholder",
                "look at the stakeholder of each approval");
        NotOffered.unless(query.changedSince() == null, SYSTEM, QUERY + ".changedSince", "read the asset feed");
        SourceRef subject = query.subject();
        NotOffered.unless(
                subject != null || query.statuses().isEmpty(),
                SYSTEM,
                QUERY + ".statuses",
                "the field of a record has the word of its last request alone; ask about a subject");
        if (subject != null) {
            String id = Library.id(subject);
            return Paged.of(SYSTEM, QUERY, cursor -> Page.of(fitting(book.record(id), query), null));
        }
        return Paged.of(SYSTEM, QUERY, cursor -> {
            Page<WireRecord> page = library.client
                    .search()
                    .records(anyApproval(), book.selection(), Math.min(query.pageSize(), PagedLists.MAX_SIZE))
                    .page(cursor);
            List<Approval> out = new ArrayList<>();
            page.items().forEach(one -> out.addAll(book.read(one)));
            return new Page<>(out, page.next(), null, page.issues());
        });
    }

    /** All approvals of a record come in one answer, so nothing is read in vain. */
    private List<Approval> fitting(WireRecord in, ApprovalQuery query) {
        return book.read(in).stream()
                .filter(one -> query.statuses().isEmpty() || query.statuses().contains(one.status()))
                .toList();
    }

    /** The field has the word of the last request alone, so every word is looked for. */
    private SearchTerm anyApproval() {
        String field = book.field(ApprovalFields.STATUS);
        WireFieldDefinition definition = library.resolver.field(field);
        List<SearchTerm> out = new ArrayList<>();
        for (ApprovalStatus word : ApprovalMapper.words()) {
            try {
                library.resolver
                        .values(definition, List.of(word.value()))
                        .forEach(value -> out.add(SearchTerm.field(field, value)));
            } catch (ConnectorException e) {
                // A word that is no option of the field stands in no record.
                if (e.kind() != ErrorKind.REJECTED) {
                    throw e;
                }
            }
        }
        if (out.isEmpty()) {
            throw REFUSED.rejected(
                    QUERY, "option_unknown", "the field " + field + " takes none of " + ApprovalMapper.words());
        }
        return SearchTerm.any(out);
    }

    @Override
    public Approval decide(SourceRef approval, Decision decision) {
        String outcome = ApprovalMapper.checkOutcome(decision.outcome());
        WireRecord in = book.record(record(approval));
        Approval now = find(DECIDE, approval, in);
        if (!ApprovalMapper.isPossible(decision.outcome())) {
            throw REFUSED.rejected(DECIDE, "no_such_outcome", "nobody can decide " + decision.outcome() + " here");
        }
        Decision standing = now.decision();
        if (standing != null) {
            if (standing.outcome().equals(decision.outcome())) {
                return now;
            }
            throw REFUSED.conflict(DECIDE, "approval " + approval.id() + " was decided otherwise: " + now.status());
        }
        String version = ApprovalBook.version(in);
        if (!Objects.equals(now.subjectVersion(), version)) {
            throw REFUSED.conflict(
                    DECIDE,
                    "version " + now.subjectVersion() + " was to be decided on, and " + version + " is the latest one");
        }
        Instant at = decision.decidedAt() != null
                ? decision.decidedAt()
                : library.config.options().time().now();
        Approval decided = now.toBuilder()
                .status(decision.outcome().toStatus())
                .decision(new Decision(decision.outcome(), outcome, decision.decidedBy(), at, decision.note()))
                .build();
        show(decided, outcome);
        Actor by = decision.decidedBy();
        Map<String, String> beside = new LinkedHashMap<>();
        beside.put(ApprovalFields.VERSION, Objects.requireNonNullElse(version, ""));
        beside.put(ApprovalFields.APPROVER, by == null ? "" : by.id());
        beside.put(ApprovalFields.DECIDED_ON, at.toString());
        book.write(DECIDE, in, List.of(decided), beside);
        return decided;
    }

    /** The result of the check, once for each approval. */
    private void show(Approval decided, @Nullable String outcome) {
        String check = library.config.approvalCheck();
        String version = decided.subjectVersion();
        if (check == null || version == null || outcome == null) {
            return;
        }
        String mark = "[" + decided.ref().id() + "]";
        boolean there = library.client.checks().results(version).stream()
                .anyMatch(one -> one.description() != null && one.description().endsWith(mark));
        if (!there) {
            library.client.checks().add(version, check, outcome, description(decided) + " " + mark);
        }
    }

    private static String description(Approval decided) {
        Decision decision = Objects.requireNonNull(decided.decision());
        StringBuilder out = new StringBuilder(decision.outcome().value());
        if (decided.stakeholder() != null) {
            out.append(" for ").append(decided.stakeholder());
        }
        if (decision.decidedBy() != null) {
            out.append(" by ").append(decision.decidedBy().id());
        }
        if (decision.note() != null && !decision.note().isBlank()) {
            out.append(": ").append(decision.note());
        }
        return out.toString();
    }
}
