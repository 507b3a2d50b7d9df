package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Segment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which assets are wanted. Parts that are null or empty do not narrow; a part that a
 * system cannot narrow by is refused, not ignored and not looked at on our side.
 *
 * @param text words to search for
 * @param key the caller-chosen key
 * @param changedSince changed at or after
 * @param statuses any of these
 * @param kinds any of these
 * @param segments meant for all of these
 * @param tags carrying all of these
 * @param pageSize items a request, 1 or more; capped at the vendor's maximum
 */
public record AssetQuery(
        @Nullable String text,
        @Nullable String key,
        @Nullable Instant changedSince,
        List<AssetStatus> statuses,
        List<AssetKind> kinds,
        List<Segment> segments,
        List<String> tags,
        int pageSize) {
    /** Everything, 100 items a request. */
    public static final AssetQuery ALL =
            new AssetQuery(null, null, null, List.of(), List.of(), List.of(), List.of(), 100);

    /**
     * The same question with this part set.
     *
     * @param value words to search for
     * @return a copy
     */
    public AssetQuery withText(@Nullable String value) {
        return new AssetQuery(value, key, changedSince, statuses, kinds, segments, tags, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value the caller-chosen key
     * @return a copy
     */
    public AssetQuery withKey(@Nullable String value) {
        return new AssetQuery(text, value, changedSince, statuses, kinds, segments, tags, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value changed at or after
     * @return a copy
     */
    public AssetQuery changedSince(@Nullable Instant value) {
        return new AssetQuery(text, key, value, statuses, kinds, segments, tags, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value any of these
     * @return a copy
     */
    public AssetQuery withStatuses(List<AssetStatus> value) {
        return new AssetQuery(text, key, changedSince, value, kinds, segments, tags, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value any of these
     * @return a copy
     */
    public AssetQuery withKinds(List<AssetKind> value) {
        return new AssetQuery(text, key, changedSince, statuses, value, segments, tags, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value meant for all of these
     * @return a copy
     */
    public AssetQuery withSegments(List<Segment> value) {
        return new AssetQuery(text, key, changedSince, statuses, kinds, value, tags, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value carrying all of these
     * @return a copy
     */
    public AssetQuery withTags(List<String> value) {
        return new AssetQuery(text, key, changedSince, statuses, kinds, segments, value, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value items a request, 1 or more; capped at the vendor's maximum
     * @return a copy
     */
    public AssetQuery withPageSize(int value) {
        return new AssetQuery(text, key, changedSince, statuses, kinds, segments, tags, value);
    }

    /**
     * Makes the question; lists are copied.
     *
     * @param text words to search for
     * @param key the caller-chosen key
     * @param changedSince changed at or after
     * @param statuses any of these
     * @param kinds any of these
     * @param segments meant for all of these
     * @param tags carrying all of these
     * @param pageSize items a request, 1 or more; capped at the vendor's maximum
     * @throws IllegalArgumentException when {@code pageSize} is below 1
     */
    public AssetQuery {
        if (pageSize < 1) {
            throw new IllegalArgumentException("pageSize must be 1 or more: " + pageSize);
        }
        statuses = List.copyOf(statuses);
        kinds = List.copyOf(kinds);
        segments = List.copyOf(segments);
        tags = List.copyOf(tags);
    }
}
