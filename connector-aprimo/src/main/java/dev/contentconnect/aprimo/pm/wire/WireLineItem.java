package dev.contentconnect.aprimo.pm.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a commitment or an invoice.
 *
 * @param in all members
 */
public record WireLineItem(PmObject in) {
    /**
     * Its id.
     *
     * @return the number, or null
     */
    public @Nullable Long id() {
        return in.number("committedItemId", "itemId", "id");
    }

    /**
     * The campaign that pays.
     *
     * @return the number, or null
     */
    public @Nullable Long activityId() {
        return in.number("activityId");
    }

    /**
     * What is paid for.
     *
     * @return the text, or null
     */
    public @Nullable String description() {
        return in.text("description");
    }

    /**
     * How many.
     *
     * @return the amount without its currency, or null
     */
    public @Nullable BigDecimal quantity() {
        return in.amount("quantity");
    }

    /**
     * What one costs.
     *
     * @return the amount without its currency, or null
     */
    public @Nullable BigDecimal price() {
        return in.amount("price");
    }

    /**
     * What all cost.
     *
     * @return the amount without its currency, or null
     */
    public @Nullable BigDecimal total() {
        return in.amount("total");
    }
}
