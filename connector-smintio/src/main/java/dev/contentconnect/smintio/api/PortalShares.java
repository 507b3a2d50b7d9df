package dev.contentconnect.smintio.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.smintio.wire.WireShare;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shares: collections for people with an address, as a rule for a limited time. */
public interface PortalShares {
    /**
     * Shares a collection.
     *
     * @param collection its id
     * @param definition as the vendor names it: {@code name}, {@code expirationDate}, {@code password}, {@code enableCommenting},
     *     {@code enableHighResDownload}, …
     * @return the share
     */
    WireShare create(String collection, Map<String, ? extends Object> definition);

    /**
     * One share.
     *
     * @param id its id
     * @return the share
     */
    WireShare get(String id);

    /**
     * Shares that match words. Lazy.
     *
     * @param text words of their names; null for all
     * @return the shares
     */
    Paged<WireShare> search(@Nullable String text);

    /**
     * Changes a share.
     *
     * @param id its id
     * @param definition as for {@link #create}
     * @return the share afterwards
     */
    WireShare update(String id, Map<String, ? extends Object> definition);

    /**
     * Ends a share.
     *
     * @param id its id
     */
    void delete(String id);
}
