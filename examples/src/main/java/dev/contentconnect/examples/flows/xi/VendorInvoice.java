package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Money;
import dev.contentconnect.core.spi.Content;

/**
 * An invoice of a vendor for one deliverable.
 *
 * @param deliverable what it is for
 * @param number its number, which the vendor gives once
 * @param amount how much
 * @param content the document, which can be read again
 */
public record VendorInvoice(Deliverable deliverable, String number, Money amount, Content content) {

    /**
     * Checks the value.
     *
     * @param deliverable what it is for
     * @param number its number, which the vendor gives once
     * @param amount how much
     * @param content the document, which can be read again
     * @throws IllegalArgumentException when the number is blank
     */
    public VendorInvoice {
        if (number.isBlank()) {
            throw new IllegalArgumentException("an invoice has a number");
        }
    }
}
