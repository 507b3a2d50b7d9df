package dev.contentconnect.iconik.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.wire.WireShare;
import dev.contentconnect.iconik.wire.WireShareUser;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Shares: what people see who are no users. Service {@code assets}. The address of a share is a secret. Each new share needs
 * {@code allow_comments}, {@code allow_approving_comments}, {@code allow_download} and {@code allow_setting_approve_status}.
 */
public interface Shares {
    /**
     * Shares of an object. Lazy.
     *
     * @param type assets or collections
     * @param id the object
     * @param query how many per request
     * @return the shares
     */
    Paged<WireShare> list(ObjectType type, String id, ListQuery query);

    /**
     * One share.
     *
     * @param type assets or collections
     * @param id the object
     * @param share the share
     * @return the share
     */
    WireShare get(ObjectType type, String id, String share);

    /**
     * Makes a share with an address. Not safe to repeat.
     *
     * @param type assets or collections
     * @param id the object
     * @param fields what is allowed, {@code title}, {@code expires} and more
     * @return the share, with its address
     */
    WireShare createWithUrl(ObjectType type, String id, Map<String, ?> fields);

    /**
     * Makes a share for people who get their links by mail; the address is never told. Not safe to repeat.
     *
     * @param type assets or collections
     * @param id the object
     * @param emails for whom
     * @param fields what is allowed, {@code title}, {@code expires} and more
     * @return the share
     */
    WireShare createForEmails(ObjectType type, String id, List<String> emails, Map<String, ?> fields);

    /**
     * Who a share is for, and how often they looked.
     *
     * @param type assets or collections
     * @param id the object
     * @param share the share
     * @return the people
     */
    List<WireShareUser> users(ObjectType type, String id, String share);

    /**
     * Ends a share.
     *
     * @param type assets or collections
     * @param id the object
     * @param share the share
     */
    void delete(ObjectType type, String id, String share);

    /**
     * Ends shares, 500 per request.
     *
     * @param shares their ids
     */
    void deleteAll(Collection<String> shares);
}
