package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Budget;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Money;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.BudgetDesk;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.Decisions;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.VersionCases;
import dev.contentconnect.examples.flows.VersionCases.Asked;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * AW5: what is to be spent, or was spent, passes a limit; finance decides in a case, a director where finance is late, and the
 * decision goes back to the budget. Amounts are exact decimals with their currency, all the way.
 *
 * <p>Trigger: an event about the budget, pushed by Aprimo, or about its case: {@code item -> flow.handle(item.event())}; and
 * {@link #sweep} now and then, because what is promised elsewhere tells nobody. Everything may be called any number of times,
 * late and after a crash at any point. One worker at a time for each budget.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>A case for the amount and its limit: {@code aw5:{budget}@{print}}. Another amount is another case; the one before is
 *       cancelled, and a yes to the smaller amount is no yes to the larger one. An answer is used once and for its amount alone:
 *       a commitment that is wanted again, lowered to what is allowed, waits for the tenant's own approvers.
 *   <li>When finance is late, a comment on the budget says so, {@code {case key}:escalated}.
 *   <li>A commitment that waits for a decision is approved or rejected. Money that is spent already cannot be refused any
 *       more: the decision is a comment, {@code {case key}:decided}.
 * </ol>
 *
 * <p>Aprimo publishes decisions on commitments only, made as the user of the credential: who decided stands in the note. An
 * invoice cannot be rejected by any call, and a funding account cannot be decided on at all. It has no place for notes either:
 * what would be a comment on it stands in the case and in the trail alone.
 */
public final class BudgetException {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "aw5";

    private static final String MODEL = "contentconnect-budget-exception";
    private static final String WAITS = "pending";
    private static final String WANTED = "wanted-";
    private static final String ALLOWED = "allowed";
    private static final String AMOUNT = "amount";
    private static final String TOLD = "told";

    private final String system;
    private final CaseDesk cases;
    private final BudgetDesk budgets;
    private final CommentThread thread;
    private final SpendRule rule;
    private final FlowTrail trail;
    private final VersionCases asking;

    /** What passes which limit. */
    private record Overspend(Budget budget, Money amount, Money limit, boolean canBeRefused) {

        String version() {
            return (canBeRefused ? WANTED : "spent-") + Fingerprint.of(amount.toString(), limit.toString());
        }
    }

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where finance decides; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param planning where budgets are; offers {@code BudgetDesk} and {@code CommentThread}
     * @param rule what may be spent without asking
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public BudgetException(Connector workflow, Connector planning, SpendRule rule, StateStore state, TimeSource time) {
        this.system = planning.system();
        this.cases = workflow.require(CaseDesk.class);
        this.budgets = planning.require(BudgetDesk.class);
        this.thread = planning.require(CommentThread.class);
        this.rule = rule;
        this.trail = new FlowTrail(FLOW, state, time);
        this.asking = new VersionCases(FLOW, workflow, trail);
    }

    /**
     * Goes on with the budget that an event is about, if it is one.
     *
     * @param event from either system
     * @throws ConnectorException as {@link #advance}
     */
    public void handle(CaseEvent event) {
        SourceRef subject = event.subject();
        if (subject != null && subject.system().equals(system)) {
            advance(subject);
        }
    }

    /**
     * Goes on with all budgets that changed. One that cannot be gone on with does not stop the others.
     *
     * @param since at or after; null for all. Funding accounts have no date of change: they come with null only
     * @return where each of them stands now
     * @throws ConnectorException as {@link #advance}
     */
    public Map<SourceRef, Standing> sweep(@Nullable Instant since) {
        List<SourceRef> changed =
                budgets.budgets(since).stream().map(Budget::ref).distinct().toList();
        return EachInTurn.of(changed, this::advance);
    }

    /**
     * Takes a budget one step on, as far as it goes without waiting.
     *
     * @param ref its identity
     * @return where it stands now
     * @throws ConnectorException when a system fails; call again later
     * @throws IllegalStateException when the system does not find the case yet that it opened; call again later
     */
    public Standing advance(SourceRef ref) {
        Optional<Budget> found = read(ref);
        Optional<Overspend> over = found.flatMap(this::over);
        if (over.isPresent()) {
            return ask(over.get());
        }
        Optional<Asked> asked = asking.current(ref).filter(one -> found.isPresent() && isToBeDone(one, found.get()));
        if (asked.isPresent()) {
            return decide(found.orElseThrow(), asked.get());
        }
        asking.callOff(ref, "nothing passes a limit any more");
        return new Standing.Idle("nothing passes a limit");
    }

    private Optional<Budget> read(SourceRef ref) {
        try {
            return Optional.of(budgets.get(ref));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<Overspend> over(Budget budget) {
        boolean waits = WAITS.equals(budget.status());
        Money amount = waits ? wanted(budget) : spent(budget);
        return amount == null || isAllowed(budget.ref(), amount)
                ? Optional.empty()
                : rule.limit(budget)
                        .filter(limit -> passes(amount, limit))
                        .map(limit -> new Overspend(budget, amount, limit, waits));
    }

    /** Whether an answer is there and still to be carried out. What waits once more, or with another amount, is not its matter. */
    private boolean isToBeDone(Asked asked, Budget now) {
        boolean waits = WAITS.equals(now.status());
        return asking.isDecided(asked) && (!waits || (!isUsedUp(asked) && isOfItsAmount(asked, now)));
    }

    private boolean isOfItsAmount(Asked asked, Budget now) {
        Money wanted = wanted(now);
        return !asked.version().startsWith(WANTED)
                || trail.notes(asked.subject(), AMOUNT).stream()
                        .filter(note -> note.to().id().equals(asked.key()))
                        .map(BudgetException::amount)
                        .anyMatch(one -> wanted != null && !passes(one, wanted) && !passes(wanted, one));
    }

    private static Money amount(StateLink note) {
        String[] said = String.valueOf(note.fingerprint()).split(" ", -1);
        return Money.of(said[0], said[1]);
    }

    private static @Nullable Money wanted(Budget waiting) {
        return waiting.planned() == null ? waiting.committed() : waiting.planned();
    }

    /** What was set aside is spent by promises, too. */
    private static @Nullable Money spent(Budget budget) {
        Money promised = budget.planned() == null ? null : budget.committed();
        Money paid = budget.actual();
        return paid == null || (promised != null && passes(promised, paid)) ? promised : paid;
    }

    /** Whether finance said yes to as much before. */
    private boolean isAllowed(SourceRef budget, Money amount) {
        return trail.notes(budget, ALLOWED).stream()
                .map(BudgetException::amount)
                .anyMatch(said -> !passes(amount, said));
    }

    /** Nobody knows here what one currency is worth in another: people do. */
    private static boolean passes(Money amount, Money limit) {
        return !amount.currency().equals(limit.currency()) || amount.exceeds(limit);
    }

    private Standing ask(Overspend over) {
        SourceRef ref = over.budget().ref();
        String version = over.version();
        if (over.canBeRefused()) {
            asking.find(ref, version).filter(this::isUsedUp).ifPresent(asking::again);
        }
        Asked asked = asking.ask(ref, version, key -> open(key, over));
        trail.append(trail.event(ref, version, CaseEventType.BUDGET_EXCEEDED, asked.key(), null)
                .caseRef(asked.record().ref())
                .caseKey(asked.key())
                .note(over.amount() + " of " + over.limit())
                .build());
        if (CaseFields.of(asked.record()).isTrue("escalated")) {
            say(ref, asked.key() + ":escalated", "finance was late: a director decides on " + over.amount());
        }
        if (asked.isOpen()) {
            return new Standing.Waiting(asked.record().ref(), List.of("finance"));
        }
        String amount = over.amount().toString();
        trail.note(ref, AMOUNT, SourceRef.of(FLOW, asked.key()), amount);
        asking.decided(asked);
        if (isYes(asked)) {
            trail.note(ref, ALLOWED, SourceRef.of(FLOW, asked.key()), amount);
        }
        return decide(over.budget(), asked);
    }

    private static boolean isYes(Asked asked) {
        return !asked.isVoid()
                && DecisionOutcome.APPROVED.value().equals(asked.record().outcome());
    }

    private void open(String key, Overspend over) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("amount", over.amount().amount().toPlainString());
        said.put("currency", over.amount().currency().getCurrencyCode());
        said.put("threshold", over.limit().amount().toPlainString());
        said.put("thresholdCurrency", over.limit().currency().getCurrencyCode());
        said.put("escalateAfter", rule.patience().toString());
        String justification = rule.justification(over.budget());
        if (justification != null && !justification.isBlank()) {
            said.put("justification", justification);
        }
        String title = over.budget().name() + ": " + over.amount() + " where " + over.limit() + " is allowed";
        cases.open(new CaseRequest(
                key,
                MODEL,
                title,
                over.budget().ref(),
                over.version(),
                trail.now().plus(rule.patience()),
                null,
                said));
    }

    /** Whether the answer has reached the budget, which waits once more. */
    private boolean isUsedUp(Asked asked) {
        return trail.notes(asked.subject(), TOLD).stream()
                .anyMatch(note -> note.to().id().equals(asked.key()));
    }

    /** Yes is only what says so; a case that somebody cancelled decides nothing. */
    private Standing decide(Budget now, Asked asked) {
        SourceRef ref = now.ref();
        String outcome = asked.record().outcome();
        if (outcome == null || asked.isVoid()) {
            String why = "the case was cancelled, and nothing is decided";
            say(ref, asked.key() + ":decided", why);
            return new Standing.Refused(List.of(why));
        }
        boolean yes = isYes(asked);
        Decision said = decision(asked, yes ? DecisionOutcome.APPROVED : DecisionOutcome.REJECTED, outcome);
        if (WAITS.equals(now.status()) && asked.version().startsWith(WANTED)) {
            budgets.decide(ref, said);
        } else if (!asked.version().startsWith(WANTED)) {
            say(ref, asked.key() + ":decided", String.valueOf(said.note()));
        }
        trail.append(trail.event(ref, asked.version(), CaseEventType.BUDGET_DECIDED, asked.key(), said.decidedAt())
                .caseRef(asked.record().ref())
                .caseKey(asked.key())
                .actor(said.decidedBy())
                .outcome(outcome)
                .note(said.note())
                .build());
        trail.note(ref, TOLD, SourceRef.of(FLOW, asked.key()), outcome);
        return yes
                ? new Standing.Done(asked.record().ref(), outcome)
                : new Standing.Refused(List.of(String.valueOf(said.note())));
    }

    private static Decision decision(Asked asked, DecisionOutcome outcome, String word) {
        Optional<Approval> last = asked.progress().lastDecision();
        Decision said = last.map(Approval::decision).orElse(null);
        String why = last.map(Decisions::objection).orElse("budget exception " + word);
        return new Decision(
                outcome,
                word,
                said == null ? null : said.decidedBy(),
                said == null ? null : said.decidedAt(),
                "budget exception " + word + ": " + why);
    }

    /** What has no place for comments goes without: the case and the trail say the same. */
    private void say(SourceRef budget, String key, String text) {
        try {
            thread.add(budget, new CommentDraft(key, text, null, null));
        } catch (ConnectorException e) {
            boolean isPlaceless = e.kind() == ErrorKind.REJECTED
                    && LocalErrors.NO_PLACE.equals(e.error().trace().vendorCode());
            if (!isPlaceless) {
                throw e;
            }
        }
    }
}
