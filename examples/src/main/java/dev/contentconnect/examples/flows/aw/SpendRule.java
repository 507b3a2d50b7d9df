package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.Budget;
import dev.contentconnect.core.model.Money;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent without asking finance: policy of the house, so the host's business.
 */
@FunctionalInterface
public interface SpendRule {

    /**
     * The most that a budget may spend.
     *
     * @param budget as it is now
     * @return nothing when there is no limit; an amount of another currency than the budget's is taken for one that is passed
     */
    Optional<Money> limit(Budget budget);

    /**
     * Why it is to be more.
     *
     * @param budget as it is now
     * @return null when nobody said so yet: whoever asks for the money is asked in the case first
     */
    default @Nullable String justification(Budget budget) {
        return null;
    }

    /**
     * How long finance may take before a director decides instead.
     *
     * @return three days unless stated otherwise
     */
    default Duration patience() {
        return Duration.ofDays(3);
    }
}
