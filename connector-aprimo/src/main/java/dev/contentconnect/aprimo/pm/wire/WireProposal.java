package dev.contentconnect.aprimo.pm.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A request for work: a brief that may become a campaign.
 *
 * @param in all members
 */
public record WireProposal(PmObject in) {
    /**
     * Its id.
     *
     * @return the number, or null
     */
    public @Nullable Long id() {
        return in.number("proposalId", "id");
    }

    /**
     * What people call it.
     *
     * @return the text, or null
     */
    public @Nullable String title() {
        return in.text("title", "name");
    }

    /**
     * The id of its state.
     *
     * @return the text, or null
     */
    public @Nullable String state() {
        return in.text("proposalState");
    }

    /**
     * Whose it is.
     *
     * @return the number, or null
     */
    public @Nullable Long ownerId() {
        return in.number("ownerId");
    }

    /**
     * When the work should begin.
     *
     * @return the text, or null
     */
    public @Nullable String beginDate() {
        return in.text("beginDate");
    }

    /**
     * When the work should end.
     *
     * @return the text, or null
     */
    public @Nullable String endDate() {
        return in.text("endDate");
    }

    /**
     * The id of its currency.
     *
     * @return the text, or null
     */
    public @Nullable String currency() {
        return in.text("currencyCode");
    }

    /**
     * What it would cost.
     *
     * @return the amount without its currency, or null
     */
    public @Nullable BigDecimal totalCost() {
        return in.amount("totalCost");
    }
}
