package dev.contentconnect.vip.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.vip.wire.WireTerm;

/** Terms of one taxonomy, such as {@code /wp/v2/regions}. */
public interface Terms {
    /**
     * Terms. Lazy.
     *
     * @param query filters, for example {@code search} or {@code include}
     * @return the terms
     */
    Paged<WireTerm> list(WordpressQuery query);

    /**
     * Makes a term, or finds the one of that name.
     *
     * @param name its name
     * @return its id
     */
    long createOrFind(String name);
}
