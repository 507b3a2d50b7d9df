package dev.contentconnect.aprimo.pm.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What became of a budget, in its currency.
 *
 * @param in all members
 */
public record WireFundingSummary(PmObject in) {
    /**
     * What was set aside.
     *
     * @return the amount without its currency, or null
     */
    public @Nullable BigDecimal budget() {
        return in.amount("budget");
    }

    /**
     * What was set aside, with transfers.
     *
     * @return the amount without its currency, or null
     */
    public @Nullable BigDecimal adjustedBudget() {
        return in.amount("adjustedBudget");
    }

    /**
     * What was promised.
     *
     * @return the amount without its currency, or null
     */
    public @Nullable BigDecimal totalCommit() {
        return in.amount("totalCommit");
    }

    /**
     * What invoices that wait ask for.
     *
     * @return the amount without its currency, or null
     */
    public @Nullable BigDecimal pending() {
        return in.amount("pending");
    }

    /**
     * What was paid.
     *
     * @return the amount without its currency, or null
     */
    public @Nullable BigDecimal paid() {
        return in.amount("paid");
    }

    /**
     * What is left.
     *
     * @return the amount without its currency, or null
     */
    public @Nullable BigDecimal availableBudget() {
        return in.amount("availableBudget");
    }
}
