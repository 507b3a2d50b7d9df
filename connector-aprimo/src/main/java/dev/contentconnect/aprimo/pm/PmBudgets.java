package dev.contentconnect.aprimo.pm;

import static dev.contentconnect.aprimo.pm.PmHttp.REFUSED;

import dev.contentconnect.aprimo.pm.api.PmQuery;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.map.BudgetMapper;
import dev.contentconnect.aprimo.pm.map.PmTimes;
import dev.contentconnect.aprimo.pm.wire.WireCommitment;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Budget;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.BudgetDesk;
import dev.contentconnect.core.spi.NotOffered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Commitments, which can be decided on, and funding accounts, which cannot. */
final class PmBudgets implements BudgetDesk {
    private static final String GET = "budgets.get";
    private static final String LIST = "budgets.list";
    private static final String DECIDE = "budgets.decide";

    private final Desk desk;
    private final NoteBook notes;

    PmBudgets(Desk desk) {
        this.desk = desk;
        this.notes = new NoteBook(desk);
    }

    @Override
    public Budget get(SourceRef budget) {
        PmRef object = Desk.object(GET, budget);
        if (object.isOf(PmRef.COMMITMENTS)) {
            return commitment(GET, object.id());
        }
        if (object.isOf(PmRef.FUNDING_ACCOUNTS)) {
            return account(GET, object.id());
        }
        throw REFUSED.notFound(GET, object + " is no budget");
    }

    private Budget commitment(String operation, long id) {
        return mapped(operation, desk.client.commitments().get(id));
    }

    private Budget mapped(String operation, WireCommitment commitment) {
        return BudgetMapper.toBudget(commitment, desk.config)
                .getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
    }

    private Budget account(String operation, long id) {
        return BudgetMapper.toBudget(
                        desk.client.fundingAccounts().get(id),
                        desk.client.fundingAccounts().summary(id),
                        desk.config)
                .getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
    }

    /** The configured accounts come first; they have no date of change, so none comes with a date. */
    @Override
    public Paged<Budget> budgets(@Nullable Instant changedSince) {
        Paged<WireCommitment> commitments = changedSince == null
                ? desk.client.commitments().list(desk.pageSize())
                : desk.client
                        .commitments()
                        .search(
                                PmQuery.atLeast(
                                        desk.config.name("commitment.modified"),
                                        PmTimes.write(changedSince, desk.config.zone())),
                                desk.pageSize());
        return Paged.of(PmHttp.SYSTEM, LIST, cursor -> {
            List<Budget> items = new ArrayList<>();
            if (cursor == null && changedSince == null) {
                desk.config.fundingAccounts().forEach(id -> items.add(account(LIST, id)));
            }
            return page(commitments, cursor, items);
        });
    }

    private Page<Budget> page(Paged<WireCommitment> commitments, @Nullable Cursor cursor, List<Budget> items) {
        Page<WireCommitment> page = commitments.page(cursor);
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        page.items()
                .forEach(one ->
                        BudgetMapper.toBudget(one, desk.config).peek(items::add).peekLeft(issues::add));
        return new Page<>(items, page.next(), null, issues);
    }

    @Override
    public Budget decide(SourceRef budget, Decision decision) {
        budget.idIn(PmHttp.SYSTEM);
        String note = decision.note();
        if (note != null && !note.isBlank() && desk.config.notesField() == null) {
            throw NotOffered.by(PmHttp.SYSTEM, DECIDE + ".note", "name a field for notes in the option pmNotesField");
        }
        PmRef object = Desk.object(DECIDE, budget);
        if (object.isOf(PmRef.FUNDING_ACCOUNTS)) {
            throw REFUSED.rejected(DECIDE, "not_decidable", "decisions are made on commitments, not on " + object);
        }
        if (!object.isOf(PmRef.COMMITMENTS)) {
            throw REFUSED.notFound(DECIDE, object + " is no budget");
        }
        String wanted = decision.outcome().value();
        if (!decision.outcome().equals(DecisionOutcome.APPROVED)
                && !decision.outcome().equals(DecisionOutcome.REJECTED)) {
            throw REFUSED.rejected(DECIDE, "no_such_outcome", "a commitment is approved or rejected, not " + wanted);
        }
        return decide(object, wanted, decision);
    }

    private Budget decide(PmRef object, String wanted, Decision decision) {
        long id = object.id();
        Budget now = commitment(DECIDE, id);
        String status = Objects.requireNonNullElse(now.status(), "unknown");
        if (status.equals(wanted)) {
            return now;
        }
        if (!status.equals("pending")) {
            // Also where the status is one that nobody named: to approve blindly could release money twice.
            throw REFUSED.conflict(DECIDE, object + " waits for no decision: its status is " + status);
        }
        String note = decision.note();
        if (note != null && !note.isBlank()) {
            notes.add(DECIDE, object, "decision " + wanted + " " + note, note, decision.decidedBy());
        }
        try {
            if (wanted.equals(DecisionOutcome.APPROVED.value())) {
                desk.client.commitments().approve(id);
            } else {
                desk.client.commitments().reject(id);
            }
        } catch (ConnectorException e) {
            boolean lost = e.kind() == ErrorKind.CONFLICT || e.kind() == ErrorKind.REJECTED;
            Budget after = lost ? commitment(DECIDE, id) : now;
            if (!wanted.equals(after.status())) {
                throw e;
            }
            return after;
        }
        return commitment(DECIDE, id);
    }
}
