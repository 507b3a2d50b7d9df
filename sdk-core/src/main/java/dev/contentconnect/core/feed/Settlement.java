package dev.contentconnect.core.feed;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.state.Inbox;
import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateTransaction;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what became of items, and claims the next, in one transaction where that goes: one commit for as many items as
 * have come together meanwhile. Where one of them spoils the transaction, each gets its own. Belongs to one thread.
 */
final class Settlement {
    private final FeedOptions options;
    private final FailureRules rules;
    private final Names names;
    private final Consumer<Error> errors;
    private final BiConsumer<Outcome, Boolean> after;

    /**
     * A settlement.
     *
     * @param options where to write
     * @param names under which to claim
     * @param errors is told errors of what flows want remembered
     * @param after is told each outcome once it is written, and whether it counted: not when the item was in other hands
     */
    Settlement(FeedOptions options, Names names, Consumer<Error> errors, BiConsumer<Outcome, Boolean> after) {
        this.options = options;
        this.rules = new FailureRules(options);
        this.names = names;
        this.errors = errors;
        this.after = after;
    }

    /**
     * Writes.
     *
     * @param pending what to write; what is written is taken out
     * @param room how many items to claim; 0 for none
     * @return what was claimed; null where there was no claim
     * @throws StateException when the store fails; what is still pending must be tried again
     */
    @Nullable List<InboxItem> settle(Deque<Outcome> pending, int room) {
        List<Outcome> all = List.copyOf(pending);
        List<InboxItem> claimed;
        try {
            claimed = options.store().transact(t -> {
                Inbox inbox = t.inbox(options.feed());
                for (Outcome outcome : all) {
                    settleItem(outcome, inbox, t);
                    remember(outcome, t);
                }
                return room > 0 ? inbox.claim(names.current(), room, options.hold()) : List.<InboxItem>of();
            });
        } catch (RuntimeException | Error e) {
            if (room > 0) {
                // The claim may have been committed all the same.
                names.change();
            }
            if (all.isEmpty() || e instanceof Error || isDown(e)) {
                throw e;
            }
            oneByOne(pending, all.size());
            return null;
        }
        pending.clear();
        all.forEach(outcome -> after.accept(outcome, true));
        return room > 0 ? claimed : null;
    }

    /** An error of what a flow wants remembered is a failure of that item; an error of the store is one of the store. */
    private static void remember(Outcome outcome, StateTransaction t) {
        try {
            outcome.works().forEach(work -> work.accept(t));
        } catch (Error e) {
            throw new WorkBroke(e);
        }
    }

    private static final class WorkBroke extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Error error;

        WorkBroke(Error error) {
            super(error);
            this.error = error;
        }
    }

    /** One that the store refuses goes to the end of the line, so that it does not hold up the others. */
    private void oneByOne(Deque<Outcome> pending, int count) {
        RuntimeException refused = null;
        for (int i = 0; i < count; i++) {
            try {
                alone(pending.element());
                pending.remove();
            } catch (RuntimeException e) {
                if (isDown(e)) {
                    throw e;
                }
                pending.add(pending.remove());
                refused = e;
            }
        }
        if (refused != null) {
            throw refused;
        }
    }

    /** Writes one outcome; where what the flow wants remembered cannot be written, the item has failed. */
    private void alone(Outcome outcome) {
        boolean[] settled = new boolean[1];
        try {
            options.store().transact(t -> {
                settled[0] = false;
                settleItem(outcome, t.inbox(options.feed()), t);
                settled[0] = true;
                remember(outcome, t);
                return true;
            });
        } catch (RuntimeException e) {
            // A store may find out only at the commit.
            boolean ownPart = !settled[0] || outcome.works().isEmpty();
            if (ownPart && isFenced(e)) {
                after.accept(outcome, false);
                return;
            }
            if (ownPart || isDown(e)) {
                throw e;
            }
            Throwable why = e instanceof WorkBroke broke ? broke.error : e;
            InboxItem item = outcome.held().item();
            FailureRules.Verdict verdict = rules.judge(item, why, options.time().now());
            alone(Outcome.failed(outcome.held(), why, verdict, outcome.took()));
            if (why instanceof Error error) {
                errors.accept(error);
            }
            return;
        }
        after.accept(outcome, true);
    }

    private void settleItem(Outcome outcome, Inbox inbox, StateTransaction t) {
        InboxItem item = outcome.held().item();
        FailureRules.Verdict verdict = outcome.verdict();
        if (outcome.end() == Outcome.End.HANDLED) {
            inbox.done(item);
        } else if (verdict == null) {
            inbox.release(item, item.failures(), Duration.ZERO, null);
        } else if (verdict.park()) {
            inbox.park(item, verdict.reason());
            if (options.parkedInTrail()) {
                t.append(parked(outcome, verdict.reason()));
            }
        } else {
            inbox.release(item, verdict.failures(), verdict.delay(), verdict.reason());
        }
    }

    /** What is parked, replayed and parked again is told again: a replay gives the item another number. */
    private CaseEvent parked(Outcome outcome, String reason) {
        InboxItem item = outcome.held().item();
        String id = "parked/" + item.key() + "/" + item.number();
        CaseEvent.Builder told = CaseEvent.builder(
                        options.feed(),
                        CaseEventType.FLOW_FAILED,
                        id,
                        options.time().now())
                .note(reason);
        if (outcome.end() != Outcome.End.UNREADABLE) {
            CaseEvent event = item.event();
            told.caseRef(event.caseRef())
                    .caseKey(event.caseKey())
                    .subject(event.subject())
                    .subjectVersion(event.subjectVersion());
        }
        return told.build();
    }

    private static boolean isFenced(RuntimeException e) {
        return e instanceof StateException state && state.reason() == StateException.Reason.FENCED;
    }

    /** Whether nothing can be written now, whatever it is. */
    private static boolean isDown(Throwable e) {
        return e instanceof StateException state
                && (state.reason() == StateException.Reason.UNAVAILABLE
                        || state.reason() == StateException.Reason.FULL);
    }
}
