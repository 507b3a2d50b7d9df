package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;

/**
 * Reads and adds comments.
 */
public interface CommentThread {
    /**
     * What was said about an object. Lazy: each page is one request, made when reached.
     *
     * @param subject the object
     * @return oldest first
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Paged<Comment> comments(SourceRef subject);

    /**
     * Says something about an object, or finds what was said under the same key.
     *
     * @param subject the object
     * @param draft what to say
     * @return the comment
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected also when it has ended and takes none any more, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Comment add(SourceRef subject, CommentDraft draft);
}
