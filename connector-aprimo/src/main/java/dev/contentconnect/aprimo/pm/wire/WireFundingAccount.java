package dev.contentconnect.aprimo.pm.wire;

import org.jspecify.annotations.Nullable;

/**
 * A budget.
 *
 * @param in all members
 */
public record WireFundingAccount(PmObject in) {
    /**
     * Its id.
     *
     * @return the number, or null
     */
    public @Nullable Long id() {
        return in.number("fundingAccountId", "id");
    }

    /**
     * What people call it.
     *
     * @return the text, or null
     */
    public @Nullable String title() {
        return in.text("displayTitle", "title");
    }

    /**
     * The id of its currency.
     *
     * @return the text, or null
     */
    public @Nullable String currency() {
        return in.text("budgetedCurrency");
    }

    /**
     * The id of its status.
     *
     * @return the text, or null
     */
    public @Nullable String status() {
        return in.text("status");
    }
}
