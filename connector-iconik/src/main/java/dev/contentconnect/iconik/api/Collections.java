package dev.contentconnect.iconik.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.wire.WireCollection;
import dev.contentconnect.iconik.wire.WireHit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collections and what is in them: service {@code assets}. */
public interface Collections {
    /**
     * One collection.
     *
     * @param id its id
     * @return the collection
     */
    WireCollection get(String id);

    /**
     * Collections as the index has them. Lazy; by page number.
     *
     * @param query {@code is_root}, {@code status}, {@code sort}
     * @return the collections
     */
    Paged<WireCollection> list(ListQuery query);

    /**
     * Makes a collection. Not safe to repeat.
     *
     * @param fields at least {@code title}
     * @return the collection
     */
    WireCollection create(Map<String, ? extends @Nullable Object> fields);

    /**
     * Changes fields; those not named stay as they are, and null clears one.
     *
     * @param id its id
     * @param change fields by name
     * @return the collection afterwards
     */
    WireCollection update(String id, Map<String, ? extends @Nullable Object> change);

    /**
     * Puts a collection into the bin; the service works on.
     *
     * @param id its id
     */
    void delete(String id);

    /**
     * What is in a collection, as the index has it. Lazy; by page number.
     *
     * @param id its id
     * @param query {@code object_types} (assets, collections), {@code object_ids}, {@code external_id}, {@code sort},
     *     {@code filter}
     * @return assets and collections
     */
    Paged<WireHit> contents(String id, ListQuery query);

    /**
     * Puts something into a collection. The service does not say what happens to what is in there already.
     *
     * @param id its id
     * @param type assets or collections
     * @param object what to put there
     */
    void add(String id, ObjectType type, String object);

    /**
     * Takes something out of a collection.
     *
     * @param id its id
     * @param type assets or collections
     * @param object what to take out; nothing happens where it is not in there
     */
    void remove(String id, ObjectType type, String object);
}
