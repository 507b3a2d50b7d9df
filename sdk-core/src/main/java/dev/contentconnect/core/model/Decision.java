package dev.contentconnect.core.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided, when and why.
 *
 * @param outcome the canonical word
 * @param rawOutcome the system's own word, where it differs or where the canonical one is a translation
 * @param decidedBy who decided, where known
 * @param decidedAt when, where known
 * @param note the reason they gave, if any
 */
public record Decision(
        DecisionOutcome outcome,
        @Nullable String rawOutcome,
        @Nullable Actor decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {

    /**
     * Makes a decision.
     *
     * @param outcome the canonical word
     * @param rawOutcome the system's own word, where it differs or where the canonical one is a translation
     * @param decidedBy who decided, where known
     * @param decidedAt when, where known
     * @param note the reason they gave, if any
     */
    public Decision {
        Objects.requireNonNull(outcome, "outcome");
    }

    /**
     * A decision without person or time, as a caller states it.
     *
     * @param outcome the canonical word
     * @param note the reason, or null
     * @return the decision
     */
    public static Decision of(DecisionOutcome outcome, @Nullable String note) {
        return new Decision(outcome, null, null, null, note);
    }

    /**
     * This decision, said by somebody.
     *
     * @param actor who decides
     * @return a copy with that person
     */
    public Decision by(Actor actor) {
        return new Decision(outcome, rawOutcome, actor, decidedAt, note);
    }
}
