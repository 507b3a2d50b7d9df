package dev.contentconnect.aprimo.pm.wire;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that was promised: planned spend, an order. Its id has a name of its own.
 *
 * @param in all members
 */
public record WireCommitment(PmObject in) {
    /**
     * Its id.
     *
     * @return the number, or null
     */
    public @Nullable Long id() {
        return in.number("committedId", "commitmentId", "id");
    }

    /**
     * The number of the order.
     *
     * @return the text, or null
     */
    public @Nullable String number() {
        return in.text("purchaseOrderNumber");
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
     * The id of its status.
     *
     * @return the text, or null
     */
    public @Nullable String status() {
        return in.text("commitmentStatus", "status");
    }

    /**
     * What it is about.
     *
     * @return the amount without its currency, or null
     */
    public @Nullable BigDecimal total() {
        return in.amount("totalAmount");
    }

    /**
     * What a change that waits would make of it.
     *
     * @return the amount without its currency, or null
     */
    public @Nullable BigDecimal proposedTotal() {
        return in.amount("proposedTotalAmount");
    }

    /**
     * What was paid.
     *
     * @return the amount without its currency, or null
     */
    public @Nullable BigDecimal paid() {
        return in.amount("totalPaidInvoice");
    }

    /**
     * Its lines.
     *
     * @return the lines
     */
    public List<WireLineItem> items() {
        return in.objects("commitmentItems").stream().map(WireLineItem::new).toList();
    }

    /**
     * When it changed, as it was sent.
     *
     * @return the text, or null
     */
    public @Nullable String modifiedDate() {
        return in.text("modifiedDate");
    }
}
