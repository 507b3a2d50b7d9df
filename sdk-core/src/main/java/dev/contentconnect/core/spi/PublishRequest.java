package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * @param versions by asset the id of the version that was approved: the system publishes this one, or refuses with
 *     Conflict when it can only publish another; an asset without an entry is published as it is now
 */
public record PublishRequest(
        String key,
        String title,
        List<SourceRef> assets,
        List<Segment> audience,
        @Nullable Instant at,
        @Nullable String note,
        Map<SourceRef, String> versions) {

    /**
     * Makes the value; collections are copied.
     *
     * @param key chosen by the caller; the same key again finds the publication instead of making a second one
     * @param title what people call the package
     * @param assets what to publish, all or nothing; never empty
     * @param audience for whom; empty means for all who may see the system
     * @param at when; null means now
     * @param note guidance for the audience
     * @param versions by asset the id of the version that was approved; may be empty
     * @throws IllegalArgumentException when {@code key} or {@code title} is blank, there are no assets, or a version is
     *     stated of what is not among them
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
        versions = Map.copyOf(versions);
        if (assets.isEmpty()) {
            throw new IllegalArgumentException("assets must not be empty");
        }
        if (!assets.containsAll(versions.keySet())) {
            throw new IllegalArgumentException("versions name an asset that is not to be published");
        }
    }

    /**
     * An order to publish assets as they are now.
     *
     * @param key chosen by the caller; the same key again finds the publication instead of making a second one
     * @param title what people call the package
     * @param assets what to publish, all or nothing; never empty
     * @param audience for whom; empty means for all who may see the system
     * @param at when; null means now
     * @param note guidance for the audience
     * @throws IllegalArgumentException when {@code key} or {@code title} is blank, or there are no assets
     */
    public PublishRequest(
            String key,
            String title,
            List<SourceRef> assets,
            List<Segment> audience,
            @Nullable Instant at,
            @Nullable String note) {
        this(key, title, assets, audience, at, note, Map.of());
    }

    /**
     * The same order for versions that were approved: nothing else is published, even when there are newer ones by then.
     *
     * @param approved by asset the id of the version
     * @return a copy
     * @throws IllegalArgumentException when an asset is not among those to be published
     */
    public PublishRequest ofVersions(Map<SourceRef, String> approved) {
        return new PublishRequest(key, title, assets, audience, at, note, approved);
    }
}
