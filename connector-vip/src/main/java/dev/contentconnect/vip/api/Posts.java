package dev.contentconnect.vip.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.vip.wire.WirePost;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items of one post type, such as {@code /wp/v2/packages}. Everything is read with {@code context=edit}. */
public interface Posts {
    /**
     * Items of any status but the bin. Lazy.
     *
     * @param query filters
     * @return the items
     */
    Paged<WirePost> list(WordpressQuery query);

    /**
     * One item.
     *
     * @param id its id
     * @return the item
     */
    WirePost get(long id);

    /**
     * Makes an item.
     *
     * @param fields by name
     * @return the item
     */
    WirePost create(Map<String, ? extends @Nullable Object> fields);

    /**
     * Changes fields; those not named stay as they are. What the server does not know it ignores.
     *
     * @param id its id
     * @param change fields by name
     * @return the item afterwards
     */
    WirePost update(long id, Map<String, ? extends @Nullable Object> change);

    /**
     * Deletes an item for good.
     *
     * @param id its id
     */
    void delete(long id);

    /**
     * The fields of this type: the properties of the schema, {@code meta.} before those of registered meta, and {@code filter.}
     * before the parameters by which lists can be narrowed.
     *
     * @return the names; empty where there is no such type
     */
    List<String> schema();
}
