package dev.contentconnect.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One hand-over of content to somebody, or one record of its use.
 *
 * @param ref the identity
 * @param key the caller-chosen key, where the system keeps one
 * @param assets what was handed over; may be empty where the system does not say
 * @param version which version, where known
 * @param recipient to whom: partner, user or group, in the words of the system
 * @param status how far it got
 * @param at when it reached this status, where known
 * @param detail why it failed or was refused, where the system says so
 * @param count how many downloads or uses it stands for; null for one
 * @param extensions what the vendor adds
 */
public record Delivery(
        SourceRef ref,
        @Nullable String key,
        List<SourceRef> assets,
        @Nullable String version,
        String recipient,
        DeliveryStatus status,
        @Nullable Instant at,
        @Nullable String detail,
        @Nullable Long count,
        Extensions extensions) {

    /**
     * Makes the value; collections are copied.
     *
     * @param ref the identity
     * @param key the caller-chosen key, where the system keeps one
     * @param assets what was handed over; may be empty where the system does not say
     * @param version which version, where known
     * @param recipient to whom: partner, user or group, in the words of the system
     * @param status how far it got
     * @param at when it reached this status, where known
     * @param detail why it failed or was refused, where the system says so
     * @param count how many downloads or uses it stands for; null for one
     * @param extensions what the vendor adds
     * @throws IllegalArgumentException when {@code recipient} is blank
     */
    public Delivery {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(extensions, "extensions");
        if (recipient.isBlank()) {
            throw new IllegalArgumentException("recipient must not be blank");
        }
        assets = List.copyOf(assets);
    }
}
