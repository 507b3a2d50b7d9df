package dev.contentconnect.iconik.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.wire.WireField;
import dev.contentconnect.iconik.wire.WireValues;
import dev.contentconnect.iconik.wire.WireView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fields, views and values: service {@code metadata}. Values are read and written through a view. */
public interface Metadata {
    /**
     * The values of an object in a view. The service answers 404 where there are none yet, as it does where there is no
     * such object: read the object itself to tell.
     *
     * @param type assets, collections or segments
     * @param id the object
     * @param view the view
     * @return the values, or nothing
     */
    Optional<WireValues> values(ObjectType type, String id, String view);

    /**
     * The values of a version of an asset.
     *
     * @param id the asset
     * @param version the version
     * @param view the view
     * @return the values, or nothing
     */
    Optional<WireValues> ofVersion(String id, String version, String view);

    /**
     * Writes values; an empty list clears a field, and fields not named are left out.
     *
     * @param type assets, collections or segments
     * @param id the object
     * @param view the view
     * @param values field to values
     * @return the values afterwards
     */
    WireValues write(ObjectType type, String id, String view, Map<String, ? extends List<?>> values);

    /**
     * Writes the same values to many objects, 500 per request; the service works on.
     *
     * @param type assets or collections
     * @param ids the objects
     * @param view the view
     * @param values field to values
     */
    void writeSame(ObjectType type, Collection<String> ids, String view, Map<String, ? extends List<?>> values);

    /**
     * Writes values of their own to many objects, 500 per request; the service works on.
     *
     * @param type assets or collections
     * @param view the view
     * @param values object to field to values
     */
    void writeEach(ObjectType type, String view, Map<String, ? extends Map<String, ? extends List<?>>> values);

    /**
     * All fields. Lazy; each page begins after the last name of the one before.
     *
     * @param query {@code filter}
     * @return the fields
     */
    Paged<WireField> fields(ListQuery query);

    /**
     * One field.
     *
     * @param name its name
     * @return the field
     */
    WireField field(String name);

    /**
     * Makes a field; for administrators.
     *
     * @param fields {@code name}, {@code label} and {@code field_type} at least
     * @return the field
     */
    WireField createField(Map<String, ?> fields);

    /**
     * All views, without the definitions of their fields.
     *
     * @return the views
     */
    List<WireView> views();

    /**
     * One view, with the definitions of its fields.
     *
     * @param id its id
     * @return the view
     */
    WireView view(String id);
}
