package dev.contentconnect.xecm.api;

import dev.contentconnect.xecm.wire.WireCategory;
import dev.contentconnect.xecm.wire.WireValues;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Categories of nodes and their attributes.
 *
 * <p>Every call is one request unless it says otherwise and may be made by several threads. All throw
 * {@link dev.contentconnect.core.error.ConnectorException}: NotFound for what is absent or not visible to us, which the server
 * does not tell apart, Forbidden, Conflict, Rejected, RateLimited, Unauthenticated, Unavailable, TimedOut, Undecodable.
 */
public interface Categories {
    /**
     * The attributes of all categories of a node.
     *
     * @param node its id
     * @return the values
     */
    WireValues of(long node);

    /**
     * What a category consists of, told by the form that adds it to a node.
     *
     * @param node any node that may have the category
     * @param category the id of the category
     * @return its attributes and sets
     */
    WireCategory definition(long node, long category);

    /**
     * Adds a category to a node with the values of its attributes, all required ones among them.
     *
     * @param node its id
     * @param category the id of the category
     * @param values text, numbers, booleans, or lists of these, by key; an empty text clears, all values of a list are sent
     */
    void add(long node, long category, Map<String, ?> values);

    /**
     * Changes attributes of a category that a node has; those not named stay.
     *
     * @param node its id
     * @param category the id of the category
     * @param values text, numbers, booleans, or lists of these, by key; an empty text clears, all values of a list are sent
     * @param token what {@link Nodes#withState} gave, to be told of an update that somebody else made since; or null
     * @return the next token, when one was sent
     */
    Optional<String> put(long node, long category, Map<String, ?> values, @Nullable String token);

    /**
     * Takes a category off a node.
     *
     * @param node its id
     * @param category the id of the category
     */
    void remove(long node, long category);
}
