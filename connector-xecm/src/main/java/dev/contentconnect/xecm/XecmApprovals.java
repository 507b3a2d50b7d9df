package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;
import static dev.contentconnect.xecm.XecmConnector.SYSTEM;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.xecm.map.ApprovalMapper;
import dev.contentconnect.xecm.map.CaseMapper;
import dev.contentconnect.xecm.map.Remarks;
import dev.contentconnect.xecm.map.WorkflowTitle;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireStep;
import dev.contentconnect.xecm.wire.WireTaskForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Approvals as workflows: one for each stakeholder, on the map that is configured for them. */
final class XecmApprovals implements ApprovalDesk {
    private static final String REQUEST = "approvals.request";
    private static final String DECIDE = "approvals.decide";
    private static final String QUERY = "approvals.query";

    /** The map for stakeholders that have none of their own. */
    private static final String ANY = "approval";

    private final WorkflowBook book;

    XecmApprovals(WorkflowBook book) {
        this.book = book;
    }

    @Override
    public List<Approval> request(ApprovalRequest request) {
        long subject = Archive.id(REQUEST, request.subject());
        List<@Nullable String> stakeholders = new ArrayList<>(request.stakeholders());
        if (stakeholders.isEmpty()) {
            stakeholders.add(null);
        }
        List<Approval> out = new ArrayList<>();
        for (String stakeholder : stakeholders) {
            String key = request.key() + (stakeholder == null ? "" : "\n" + stakeholder);
            WorkflowTitle title = new WorkflowTitle(
                    request.title(),
                    WorkflowTitle.mark(true, key),
                    stakeholder,
                    request.subject().toString(),
                    request.subjectVersion());
            long process = book.findOrStart(new WorkflowBook.Start(
                    map(stakeholder),
                    title,
                    List.of(subject),
                    request.dueAt(),
                    request.note(),
                    request.key(),
                    request.attributes()));
            out.add(read(REQUEST, process));
        }
        return List.copyOf(out);
    }

    private long map(@Nullable String stakeholder) {
        boolean known =
                stakeholder != null && book.archive.config.workflows().maps().containsKey(stakeholder);
        return book.map(REQUEST, known && stakeholder != null ? stakeholder : ANY);
    }

    private Approval read(String operation, long process) {
        return approval(book.read(operation, process));
    }

    private Approval approval(WorkflowBook.Reading reading) {
        return ApprovalMapper.toApproval(
                reading.process(),
                reading.state(),
                reading.activities(),
                book.verdicts,
                book.archive.dates,
                book.archive::actor);
    }

    @Override
    public Approval get(SourceRef approval) {
        String operation = "approvals.get";
        return read(operation, WorkflowBook.process(operation, approval));
    }

    @Override
    public Paged<Approval> query(ApprovalQuery query) {
        NotOffered.unless(
                query.subject() == null,
                SYSTEM,
                QUERY + ".subject",
                "workflows cannot be narrowed by what they are about");
        NotOffered.unless(
                query.stakeholder() == null,
                SYSTEM,
                QUERY + ".stakeholder",
                "workflows cannot be narrowed by stakeholders");
        NotOffered.unless(
                query.statuses().isEmpty(),
                SYSTEM,
                QUERY + ".statuses",
                "a verdict is known only when a workflow is read");
        NotOffered.unless(
                query.changedSince() == null, SYSTEM, QUERY + ".changedSince", "workflows say when they began only");
        SourceRef one = query.caseRef();
        if (one != null) {
            long process = WorkflowBook.process(QUERY, one);
            return Paged.of(SYSTEM, QUERY, cursor -> Page.of(of(process), null));
        }
        return Paged.of(SYSTEM, QUERY, this::page);
    }

    /** The approval that a workflow is; none where it was opened as a case, as in the list of all. */
    private List<Approval> of(long process) {
        WorkflowBook.Reading reading = book.read(QUERY, process);
        WorkflowTitle title = WorkflowTitle.read(reading.state().name());
        return title != null && !title.isApproval() ? List.of() : List.of(approval(reading));
    }

    /** The server lists workflows by state and without pages. */
    private Page<Approval> page(@Nullable Cursor cursor) {
        int at = cursor == null ? 0 : WorkflowBook.STATES.indexOf(cursor.value());
        if (at < 0) {
            throw REFUSED.rejected(QUERY, null, "not a cursor of this list");
        }
        List<Approval> items = new ArrayList<>();
        for (WireFields one : book.list(WorkflowBook.STATES.get(at))) {
            WorkflowTitle title = WorkflowTitle.read(one.text("wf_name"));
            Long process = one.number("process_id");
            if (title != null && title.isApproval() && process != null) {
                items.add(read(QUERY, process));
            }
        }
        boolean more = at + 1 < WorkflowBook.STATES.size();
        return Page.of(items, more ? Cursor.of(WorkflowBook.STATES.get(at + 1)) : null);
    }

    @Override
    public Approval decide(SourceRef approval, Decision decision) {
        long process = WorkflowBook.process(DECIDE, approval);
        WorkflowBook.Reading reading = book.read(DECIDE, process);
        Approval known = decided(reading, decision);
        if (known != null) {
            return known;
        }
        WireStep step = reading.state().current().get(0);
        try {
            act(process, step, decision);
        } catch (ConnectorException e) {
            if (!XecmErrors.isTurnedDown(e)) {
                throw e;
            }
            // A step that somebody else has answered is one that cannot be accessed.
            WorkflowBook.Reading then = book.read(DECIDE, process);
            if (then.open(step.subprocess(), step.task()) != null) {
                throw e;
            }
            Approval meanwhile = decided(then, decision);
            if (meanwhile == null) {
                throw REFUSED.conflict(
                        DECIDE, "somebody else has just answered step " + step.task() + " of workflow " + process);
            }
            return meanwhile;
        }
        return read(DECIDE, process);
    }

    /** The approval where this decision was made; null where a step waits for it. */
    private @Nullable Approval decided(WorkflowBook.Reading reading, Decision decision) {
        Approval now = approval(reading);
        Decision made = now.decision();
        if (made != null) {
            if (made.outcome().equals(decision.outcome())) {
                return now;
            }
            throw REFUSED.conflict(DECIDE, "workflow " + reading.process() + " was decided: " + made.outcome());
        }
        if (reading.state().current().isEmpty()) {
            throw REFUSED.conflict(
                    DECIDE,
                    "workflow " + reading.process() + " has no open step; it is "
                            + reading.state().status());
        }
        return isRecorded(reading, decision) ? now : null;
    }

    /** Whether this decision answered a step that is over: its answer was lost, and the next step waits for another one. */
    private boolean isRecorded(WorkflowBook.Reading reading, Decision decision) {
        Actor by = decision.decidedBy();
        return reading.activities().stream().anyMatch(one -> {
            String comment = one.comment();
            String reference = Remarks.reference(comment);
            return comment != null
                    && reference != null
                    && reading.state().current().stream().noneMatch(step -> reference.startsWith(prefix(step)))
                    && decision.outcome().equals(ApprovalMapper.outcome(one, book.verdicts))
                    && Remarks.isSame(comment, Remarks.write(decision.note(), reference, by == null ? null : by.id()));
        });
    }

    /** How the last line of what we say to a step begins. */
    static String prefix(WireStep step) {
        return step.subprocess() + "/" + step.task() + " ";
    }

    private void act(long process, WireStep step, Decision decision) {
        WireTaskForm form = book.archive.client.workflows().taskForm(process, step.subprocess(), step.task());
        String key = disposition(form, decision.outcome())
                .orElseThrow(() -> REFUSED.rejected(
                        DECIDE,
                        "no_such_outcome",
                        "step " + step.task() + " of workflow " + process + " takes " + labels(form) + ", not "
                                + decision.outcome()));
        if (form.asksForPassword()) {
            throw REFUSED.rejected(
                    DECIDE, XecmErrors.STEP_PASSWORD, "this step asks the decider for the password once more");
        }
        if (form.isOffered()) {
            book.archive.client.workflows().accept(process, step.subprocess(), step.task());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        boolean standard = form.dispositions().isEmpty();
        body.put(standard ? "action" : "custom_action", key);
        Actor by = decision.decidedBy();
        String reference = prefix(step) + key;
        body.put("comment", Remarks.write(decision.note(), reference, by == null ? null : by.id()));
        book.archive.client.workflows().act(process, step.subprocess(), step.task(), body);
    }

    private Optional<String> disposition(WireTaskForm form, DecisionOutcome outcome) {
        if (form.dispositions().isEmpty()) {
            boolean sends = book.verdicts.approvedWhenCompleted() && outcome.equals(DecisionOutcome.APPROVED);
            return sends ? Optional.of("SendOn") : Optional.empty();
        }
        return form.dispositions().stream()
                .filter(one -> label(one) != null)
                .filter(one -> book.verdicts.outcome(String.valueOf(label(one))).equals(outcome))
                .map(one -> one.text("key"))
                .findFirst();
    }

    private static @Nullable String label(WireFields disposition) {
        return disposition.text("label") != null ? disposition.text("label") : disposition.text("key");
    }

    private static List<String> labels(WireTaskForm form) {
        return CaseMapper.outcomes(form).stream().map(one -> one.label()).toList();
    }
}
