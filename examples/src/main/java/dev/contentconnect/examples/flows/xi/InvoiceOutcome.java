package dev.contentconnect.examples.flows.xi;

/** Where an invoice stands, see {@link VendorDeliverables#bill}. */
public enum InvoiceOutcome {
    /** A version of the deliverable was approved. */
    PAYABLE,
    /** No version of the deliverable was approved yet. */
    HELD,
    /** Another invoice of this vendor has the number; this one is not filed. */
    REFUSED
}
