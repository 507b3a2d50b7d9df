package dev.contentconnect.core.model;

/**
 * How far a delivery got.
 *
 * <p>An open vocabulary: the constants are the words this SDK knows; a vendor's new word is a value like any other and
 * breaks nothing. Compare with {@code equals}.
 *
 * @param value the word, lower case with underscores for the known ones; never blank
 */
public record DeliveryStatus(String value) {

    /** Waits to be sent. */
    public static final DeliveryStatus QUEUED = new DeliveryStatus("queued");

    /** Left; nobody has confirmed. */
    public static final DeliveryStatus SENT = new DeliveryStatus("sent");

    /** The other side has it. */
    public static final DeliveryStatus DELIVERED = new DeliveryStatus("delivered");

    /** The other side confirmed that it can use it. */
    public static final DeliveryStatus ACKNOWLEDGED = new DeliveryStatus("acknowledged");

    /** The other side refused it. */
    public static final DeliveryStatus REJECTED = new DeliveryStatus("rejected");

    /** Did not arrive. */
    public static final DeliveryStatus FAILED = new DeliveryStatus("failed");

    /** The system did not say. */
    public static final DeliveryStatus UNKNOWN = new DeliveryStatus("unknown");

    /**
     * Makes the word.
     *
     * @param value the word, lower case with underscores for the known ones; never blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public DeliveryStatus {
        value = Words.word(value, "DeliveryStatus");
    }

    /**
     * The value for a word, as the system spells it.
     *
     * @param value the word, not blank
     * @return the value
     */
    public static DeliveryStatus of(String value) {
        return new DeliveryStatus(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
