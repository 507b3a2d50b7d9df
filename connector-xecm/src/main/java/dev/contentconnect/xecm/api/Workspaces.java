package dev.contentconnect.xecm.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireWorkspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Business workspaces, their types, relations, roles and members.
 *
 * <p>Every call is one request unless it says otherwise and may be made by several threads. All throw
 * {@link dev.contentconnect.core.error.ConnectorException}: NotFound for what is absent or not visible to us, which the server
 * does not tell apart, Forbidden, Conflict, Rejected, RateLimited, Unauthenticated, Unavailable, TimedOut, Undecodable.
 */
public interface Workspaces {
    /**
     * The types of workspaces with their templates.
     *
     * @return {@code wksp_type_id}, {@code wksp_type_name}, {@code templates} and more of each
     */
    List<WireFields> types();

    /**
     * The workspace of a business object.
     *
     * @param externalSystem the id of the external system
     * @param businessObjectType the type of the business object
     * @param businessObjectId its key; text
     * @return the workspace without categories, or nothing
     */
    Optional<WireWorkspace> byBusinessKey(String externalSystem, String businessObjectType, String businessObjectId);

    /**
     * Workspaces. Lazy: each page is one request, made when reached. Asks for all of them, not only those used lately.
     *
     * @param query for example {@code where_workspace_type_id}, {@code where_name}
     * @return workspaces without categories
     */
    Paged<WireWorkspace> list(XecmQuery query);

    /**
     * A workspace with its business objects and categories.
     *
     * @param workspace its id
     * @return the workspace
     */
    WireWorkspace get(long workspace);

    /**
     * What is asked for when a workspace is made.
     *
     * @param query {@code template_id}, or {@code ext_system_id} with {@code bo_type}
     * @return the forms as they came
     */
    WireFields form(XecmQuery query);

    /**
     * Makes a workspace. Never repeated by itself: look before, by business key.
     *
     * @param body {@code template_id}, {@code wksp_type_id}, {@code name}, business object; {@code roles.categories} nested by category
     * @return its id; name and folder may differ from what was sent
     */
    long create(Map<String, ?> body);

    /**
     * The workspace that a node is in.
     *
     * @param node its id
     * @return the id of the nearest one, or nothing
     */
    Optional<Long> rootOf(long node);

    /**
     * Ties a workspace to a business object.
     *
     * @param workspace its id
     * @param externalSystem the id of the external system
     * @param businessObjectType the type of the business object
     * @param businessObjectId its key
     */
    void setReference(long workspace, String externalSystem, String businessObjectType, String businessObjectId);

    /**
     * Workspaces that are related to one. Lazy.
     *
     * @param workspace its id
     * @param query for example {@code where_relationtype}, {@code child} or {@code parent}
     * @return workspaces without categories
     */
    Paged<WireWorkspace> related(long workspace, XecmQuery query);

    /**
     * Relates two workspaces; that they are so already changes nothing.
     *
     * @param workspace its id
     * @param other the id of the other
     * @param type {@code child} or {@code parent}
     */
    void relate(long workspace, long other, String type);

    /**
     * Ends a relation; that there is none changes nothing.
     *
     * @param workspace its id
     * @param other the id of the other
     * @param type {@code child} or {@code parent}
     */
    void unrelate(long workspace, long other, String type);

    /**
     * The roles of a workspace with their members.
     *
     * @param workspace its id
     * @return {@code id}, {@code name}, {@code leader}, {@code members} of each
     */
    List<WireFields> roles(long workspace);

    /**
     * Adds a user or group to a role; that it is in it already changes nothing.
     *
     * @param workspace its id
     * @param role the id of the role
     * @param member the id of the user or group
     */
    void addMember(long workspace, long role, long member);

    /**
     * Takes a user or group out of a role; that it is not in it changes nothing.
     *
     * @param workspace its id
     * @param role the id of the role
     * @param member the id of the user or group
     */
    void removeMember(long workspace, long role, long member);
}
