package dev.contentconnect.iconik.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.wire.WireSegment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comments, markers and other things on the time line of an asset: service {@code assets}. */
public interface Segments {
    /**
     * Segments of an asset, as the index has them. Lazy; by page number.
     *
     * @param asset the asset
     * @param query {@code segment_type}, {@code version_id}, {@code share_id}, {@code include_users},
     *     {@code include_all_versions}, {@code sort}
     * @return the segments
     */
    Paged<WireSegment> list(String asset, ListQuery query);

    /**
     * One segment.
     *
     * @param asset the asset
     * @param id its id
     * @return the segment
     */
    WireSegment get(String asset, String id);

    /**
     * Makes a segment. Not safe to repeat.
     *
     * @param asset the asset
     * @param fields at least {@code segment_type}
     * @return the segment
     */
    WireSegment create(String asset, Map<String, ?> fields);

    /**
     * Makes many segments, 500 per request. Not safe to repeat.
     *
     * @param asset the asset
     * @param segments each with at least {@code segment_type}
     */
    void createAll(String asset, List<? extends Map<String, ?>> segments);

    /**
     * Changes fields, for example {@code segment_checked} of a comment that was dealt with.
     *
     * @param asset the asset
     * @param id its id
     * @param change fields by name
     * @return the segment afterwards
     */
    WireSegment update(String asset, String id, Map<String, ? extends @Nullable Object> change);

    /**
     * Deletes a segment.
     *
     * @param asset the asset
     * @param id its id
     */
    void delete(String asset, String id);

    /**
     * Deletes segments, 500 per request.
     *
     * @param asset the asset
     * @param ids their ids
     */
    void deleteAll(String asset, Collection<String> ids);
}
