package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.page.Paged;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps workspaces: everything about one business object in one place.
 */
public interface WorkspaceDesk {
    /**
     * Finds the workspace of a business key, or makes it.
     *
     * @param request which
     * @return the workspace
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Workspace findOrCreate(WorkspaceRequest request);

    /**
     * The workspace of a business key.
     *
     * @param type the kind of workspace
     * @param key the business key
     * @return the workspace, or nothing
     * @throws dev.contentconnect.core.error.ConnectorException RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Optional<Workspace> findByKey(String type, String key);

    /**
     * One workspace with its attributes.
     *
     * @param workspace its identity in this system
     * @return the workspace
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Workspace get(SourceRef workspace);

    /**
     * What is filed in a workspace, in its folders too. Lazy: each page is one request, made when reached.
     *
     * @param workspace its identity in this system
     * @return the documents; the target of each is its identity; may be empty
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Paged<Link> documents(SourceRef workspace);

    /**
     * What is linked into a workspace. Lazy: each page is one request, made when reached.
     *
     * @param workspace its identity in this system
     * @return the links; may be empty
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Paged<Link> links(SourceRef workspace);

    /**
     * Links something into a workspace. The same address again changes nothing.
     *
     * @param workspace its identity in this system
     * @param link where it leads
     * @return the link as it is kept
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Link link(SourceRef workspace, Link link);

    /**
     * Cuts a link. Cutting what is not there changes nothing.
     *
     * @param workspace its identity in this system
     * @param link the link to cut, found by its target or address
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    void unlink(SourceRef workspace, Link link);

    /**
     * Files a document, or finds the one filed under the same key.
     *
     * @param workspace its identity in this system
     * @param key chosen by the caller
     * @param content the bytes
     * @return the identity of the document
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    SourceRef file(SourceRef workspace, String key, Content content);

    /**
     * Writes attributes, reading them first and reading back what was stored.
     *
     * @param workspace its identity in this system
     * @param attributes plain values by attribute name; those not named stay as they are
     * @return the workspace afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Workspace setAttributes(SourceRef workspace, Map<String, Object> attributes);
}
