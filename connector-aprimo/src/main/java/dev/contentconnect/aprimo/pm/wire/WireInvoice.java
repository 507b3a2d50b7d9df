package dev.contentconnect.aprimo.pm.wire;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that was asked for or spent.
 *
 * @param in all members
 */
public record WireInvoice(PmObject in) {
    /**
     * Its id.
     *
     * @return the number, or null
     */
    public @Nullable Long id() {
        return in.number("invoiceId", "id");
    }

    /**
     * Its number.
     *
     * @return the text, or null
     */
    public @Nullable String number() {
        return in.text("invoiceNumber");
    }

    /**
     * The commitment it is drawn on.
     *
     * @return the number, or null
     */
    public @Nullable Long commitmentId() {
        return in.number("commitmentFundId");
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
        return in.text("status");
    }

    /**
     * What it is about.
     *
     * @return the amount without its currency, or null
     */
    public @Nullable BigDecimal total() {
        return in.amount("totalInvoice");
    }

    /**
     * Its lines.
     *
     * @return the lines
     */
    public List<WireLineItem> items() {
        return in.objects("invoiceItems").stream().map(WireLineItem::new).toList();
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
