package dev.contentconnect.vip.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.vip.wire.WireComment;

/** Comments: {@code /wp/v2/comments}. */
public interface Comments {
    /**
     * Comments, approved and waiting ones. Users who may not moderate get the approved ones, in the form in which they are
     * shown. Lazy.
     *
     * @param query filters, for example {@code post}
     * @return the comments
     */
    Paged<WireComment> list(WordpressQuery query);

    /**
     * Adds a comment. Below the right to moderate, one may be added every 15 seconds; a faster one is repeated after
     * that time.
     *
     * @param post what it is about
     * @param text what to say
     * @param parent the comment it answers, or 0
     * @return the comment
     */
    WireComment add(long post, String text, long parent);

    /**
     * Deletes a comment for good.
     *
     * @param id its id
     */
    void delete(long id);
}
