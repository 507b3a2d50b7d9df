package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.SourceRef;

/**
 * Something that a vendor delivers, in as many versions as it takes.
 *
 * @param vendor the business key of the vendor, whose workspace has it
 * @param vendorName what people call the vendor
 * @param key tells it from the other deliverables of the vendor, such as the line of an order
 * @param title what people call it
 * @param asset the asset in the media library to which the vendor adds versions
 */
public record Deliverable(String vendor, String vendorName, String key, String title, SourceRef asset) {

    /**
     * Checks the value.
     *
     * @param vendor the business key of the vendor, whose workspace has it
     * @param vendorName what people call the vendor
     * @param key tells it from the other deliverables of the vendor, such as the line of an order
     * @param title what people call it
     * @param asset the asset in the media library to which the vendor adds versions
     * @throws IllegalArgumentException when a text is blank
     */
    public Deliverable {
        if (vendor.isBlank() || vendorName.isBlank() || key.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a deliverable has a vendor, a key and a title");
        }
    }
}
