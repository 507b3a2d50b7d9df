package dev.contentconnect.xecm.api;

import dev.contentconnect.xecm.wire.WireFields;
import java.util.Collection;
import java.util.List;

/**
 * Permissions of nodes.
 *
 * <p>Every call is one request unless it says otherwise and may be made by several threads. All throw
 * {@link dev.contentconnect.core.error.ConnectorException}: NotFound for what is absent or not visible to us, which the server
 * does not tell apart, Forbidden, Conflict, Rejected, RateLimited, Unauthenticated, Unavailable, TimedOut, Undecodable.
 */
public interface Permissions {
    /**
     * Who may do what with a node.
     *
     * @param node its id
     * @return {@code right_id}, {@code permissions} and {@code type} of each
     */
    List<WireFields> of(long node);

    /**
     * What a user or group may do with a node, all considered.
     *
     * @param node its id
     * @param right the id of the user or group
     * @return for example {@code see}, {@code modify}
     */
    List<String> effective(long node, long right);

    /**
     * Gives a user or group permissions; those it has are replaced.
     *
     * @param node its id
     * @param right the id of the user or group
     * @param permissions for example {@code see}, {@code see_contents}
     * @param applyTo 0 this node, 1 what is in it, 2 both, 3 what is in it and one level below
     */
    void grant(long node, long right, Collection<String> permissions, int applyTo);

    /**
     * Takes all permissions of a user or group away; that there are none changes nothing.
     *
     * @param node its id
     * @param right the id of the user or group
     */
    void revoke(long node, long right);
}
