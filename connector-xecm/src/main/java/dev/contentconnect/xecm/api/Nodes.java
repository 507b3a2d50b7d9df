package dev.contentconnect.xecm.api;

import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nodes of every kind: {@code /v2/nodes} and what belongs to it.
 *
 * <p>Every call is one request unless it says otherwise and may be made by several threads. All throw
 * {@link dev.contentconnect.core.error.ConnectorException}: NotFound for what is absent or not visible to us, which the server
 * does not tell apart, Forbidden, Conflict, Rejected, RateLimited, Unauthenticated, Unavailable, TimedOut, Undecodable.
 */
public interface Nodes {
    /**
     * A node with its properties and categories.
     *
     * @param id its id
     * @return the node
     */
    WireNode get(long id);

    /**
     * A node with its properties, its categories and the tokens that detect lost updates.
     *
     * @param id its id
     * @return the node
     */
    WireNode withState(long id);

    /**
     * What is in a folder. Lazy: each page is one request, made when reached.
     *
     * @param parent the id of the folder
     * @param query filters such as {@code where_type}, {@code where_name} (contains), {@code sort}
     * @return nodes with properties and categories unless the query says {@code fields}
     */
    Paged<WireNode> children(long parent, XecmQuery query);

    /**
     * Makes a node without content. Never repeated by itself: look before, by name or nickname.
     *
     * @param body {@code type}, {@code parent_id}, {@code name}, and what the type needs; {@code roles.categories} flat
     * @return the node, with little more than its id
     */
    WireNode create(Map<String, ?> body);

    /**
     * Makes a document, sending its content as it is read. Never repeated by itself.
     *
     * @param body as for {@link #create}
     * @param fileName the name of its file
     * @param content the bytes
     * @return the node, with little more than its id
     */
    WireNode createDocument(Map<String, ?> body, String fileName, HttpBody content);

    /**
     * Changes a node. Name and description, or folder and name, go together; everything else alone.
     *
     * @param id its id
     * @param change for example {@code name}, {@code description}, {@code url}, {@code parent_id}, {@code reserved_user_id}
     */
    void update(long id, Map<String, ? extends @Nullable Object> change);

    /**
     * Deletes a node, into the recycle bin where that is on.
     *
     * @param id its id
     */
    void delete(long id);

    /**
     * Several nodes; a request for each 250.
     *
     * @param ids their ids
     * @return those that are there and visible
     */
    List<WireNode> byIds(Collection<Long> ids);

    /**
     * Which names are taken in a folder.
     *
     * @param parent the id of the folder
     * @param names wanted names
     * @return what has them, with its {@code id}, which may be missing
     */
    List<WireFields> collisions(long parent, Collection<String> names);

    /**
     * The node with a nickname.
     *
     * @param nickname without blanks and punctuation
     * @return the node with its properties, or nothing
     */
    Optional<WireNode> byNickname(String nickname);

    /**
     * Gives a node a nickname.
     *
     * @param id its id
     * @param nickname not longer than 248 characters, without blanks and punctuation, unique on the server
     */
    void setNickname(long id, String nickname);

    /**
     * A volume, for example 141 for the enterprise workspace and 133 for categories.
     *
     * @param type the number of its kind
     * @return the node
     */
    WireNode volume(int type);
}
