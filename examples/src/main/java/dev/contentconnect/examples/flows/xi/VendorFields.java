package dev.contentconnect.examples.flows.xi;

/**
 * Where the workspace of a vendor keeps what {@link VendorDeliverables} is about, by its own names.
 *
 * @param type the type of the workspaces
 * @param deliverables the set with a row for each version: Deliverable, Version, Asset, State, Decided By, Decided At and
 *     Feedback
 * @param invoices the set with a row for each invoice: Number, Deliverable, Amount, Currency, State and Document
 */
public record VendorFields(String type, String deliverables, String invoices) {
    /** The names that we use. */
    public static final VendorFields DEFAULTS = new VendorFields("vendor", "Deliverables", "Invoices");
}
