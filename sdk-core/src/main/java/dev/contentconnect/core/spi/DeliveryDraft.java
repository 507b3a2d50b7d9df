package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to be recorded.
 *
 * @param key chosen by the caller; the same key again finds the record instead of making a second one
 * @param assets what was handed over
 * @param version which version
 * @param recipient to whom
 * @param status how far it got
 * @param at when
 * @param detail more, for people
 */
public record DeliveryDraft(
        String key,
        List<SourceRef> assets,
        @Nullable String version,
        String recipient,
        DeliveryStatus status,
        Instant at,
        @Nullable String detail) {

    /**
     * Makes the value; collections are copied.
     *
     * @param key chosen by the caller; the same key again finds the record instead of making a second one
     * @param assets what was handed over
     * @param version which version
     * @param recipient to whom
     * @param status how far it got
     * @param at when
     * @param detail more, for people
     * @throws IllegalArgumentException when {@code key} or {@code recipient} is blank
     */
    public DeliveryDraft {
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        if (recipient.isBlank()) {
            throw new IllegalArgumentException("recipient must not be blank");
        }
        assets = List.copyOf(assets);
    }
}
