package dev.contentconnect.core.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient confirmed.
 *
 * @param delivery the delivery or notice it is about
 * @param recipient who
 * @param status what they confirmed
 * @param at when, where known
 * @param detail what they said
 */
public record Receipt(
        SourceRef delivery,
        String recipient,
        DeliveryStatus status,
        @Nullable Instant at,
        @Nullable String detail) {

    /**
     * Makes the value.
     *
     * @param delivery the delivery or notice it is about
     * @param recipient who
     * @param status what they confirmed
     * @param at when, where known
     * @param detail what they said
     * @throws IllegalArgumentException when {@code recipient} is blank
     */
    public Receipt {
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(status, "status");
        if (recipient.isBlank()) {
            throw new IllegalArgumentException("recipient must not be blank");
        }
    }
}
