package dev.contentconnect.tradinggrid.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail for OpenText Messaging.
 *
 * @param subject the subject
 * @param text the body as plain text
 * @param html the body as HTML, or null; with it, openings are tracked
 * @param customerReference what comes back with the status
 * @param destinations to whom; one or more
 * @param attachments files; how often each is fetched is tracked
 */
public record Email(
        String subject,
        String text,
        @Nullable String html,
        String customerReference,
        List<Destination> destinations,
        List<Attachment> attachments) {
    /**
     * Makes the e-mail; lists are copied.
     *
     * @param subject the subject
     * @param text the body as plain text
     * @param html the body as HTML, or null
     * @param customerReference what comes back with the status
     * @param destinations to whom
     * @param attachments files
     */
    public Email {
        destinations = List.copyOf(destinations);
        attachments = List.copyOf(attachments);
        if (destinations.isEmpty()) {
            throw new IllegalArgumentException("an e-mail needs a destination");
        }
    }

    /**
     * A recipient.
     *
     * @param ref what tells this recipient from others in the status
     * @param email the address, or the number of a telephone for an SMS
     * @param inserts values for the places that the body leaves open
     */
    public record Destination(String ref, String email, Map<String, String> inserts) {
        /**
         * Makes the recipient.
         *
         * @param ref what tells this recipient from others
         * @param email the address
         * @param inserts values for open places
         */
        public Destination {
            inserts = Map.copyOf(inserts);
        }
    }

    /**
     * A file of up to a few megabytes.
     *
     * @param name its name
     * @param type the word of the service for what it is, for example {@code pdf}
     * @param base64 the bytes in base64
     */
    public record Attachment(String name, String type, String base64) {}
}
