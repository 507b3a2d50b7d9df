package dev.contentconnect.iconik.api;

import dev.contentconnect.iconik.wire.WireCustomAction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries in the menus of the user interface: service {@code assets}. */
public interface CustomActions {
    /**
     * Actions of a context.
     *
     * @param context for example {@code ASSET} or {@code BULK}
     * @return the actions
     */
    List<WireCustomAction> list(String context);

    /**
     * Makes an action. Not safe to repeat.
     *
     * @param context for example {@code ASSET}
     * @param fields {@code title} and {@code url} at least; {@code type}, {@code headers} with a secret, {@code app_id}
     * @return the action
     */
    WireCustomAction create(String context, Map<String, ?> fields);

    /**
     * Changes fields.
     *
     * @param context for example {@code ASSET}
     * @param id its id
     * @param change fields by name
     * @return the action afterwards
     */
    WireCustomAction update(String context, String id, Map<String, ? extends @Nullable Object> change);

    /**
     * Removes an action.
     *
     * @param context for example {@code ASSET}
     * @param id its id
     */
    void delete(String context, String id);
}
