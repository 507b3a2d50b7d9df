package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order to publish.
 *
 * @param key chosen by the caller; the same key again finds the publication instead of making a second one
 * @param title what people call the package
 * @param assets what to publish, all or nothing; never empty
 * @param audience for whom; empty means for all who may see the system
 * @param at when; null means now
 * @param note guidance for the audience
 */
public record PublishRequest(
        String key,
        String title,
        List<SourceRef> assets,
        List<Segment> audience,
        @Nullable Instant at,
        @Nullable String note) {

    /**
     * Makes the value; collections are copied.
     *
     * @param key chosen by the caller; the same key again finds the publication instead of making a second one
     * @param title what people call the package
     * @param assets what to publish, all or nothing; never empty
     * @param audience for whom; empty means for all who may see the system
     * @param at when; null means now
     * @param note guidance for the audience
     * @throws IllegalArgumentException when {@code key} or {@code title} is blank
     */
    public PublishRequest {
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
        assets = List.copyOf(assets);
        audience = List.copyOf(audience);
    }
}
