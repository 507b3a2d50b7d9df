package dev.contentconnect.iconik.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireRelation;
import dev.contentconnect.iconik.wire.WireRelationType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Relations between assets: service {@code assets}. */
public interface Relations {
    /**
     * The types of relations.
     *
     * @return the types
     */
    List<WireRelationType> types();

    /**
     * Makes a type.
     *
     * @param fields {@code name}, {@code source_label} and {@code destination_label} at least
     * @return the type
     */
    WireRelationType createType(Map<String, ?> fields);

    /**
     * Relates two assets. Safe to repeat: what is related already stays so.
     *
     * @param asset from this asset
     * @param type the name of a type
     * @param other to this one
     * @param description more about it, or null
     * @return the relation
     */
    WireRelation relate(String asset, String type, String other, @Nullable String description);

    /**
     * The assets that are related to one. The service hands out assets, not relations. Lazy; by page number.
     *
     * @param asset the asset
     * @param query {@code include_deleted}, {@code sort}
     * @return the other assets
     */
    Paged<WireAsset> related(String asset, ListQuery query);

    /**
     * Ends a relation.
     *
     * @param asset from this asset
     * @param type the name of a type
     * @param other to this one
     */
    void unrelate(String asset, String type, String other);
}
