package dev.contentconnect.xecm.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.wire.WireFields;
import java.util.List;
import java.util.Map;

/**
 * Records management; Rejected with the code {@code unsupported} where the module is not installed.
 *
 * <p>Every call is one request unless it says otherwise and may be made by several threads. All throw
 * {@link dev.contentconnect.core.error.ConnectorException}: NotFound for what is absent or not visible to us, which the server
 * does not tell apart, Forbidden, Conflict, Rejected, RateLimited, Unauthenticated, Unavailable, TimedOut, Undecodable.
 */
public interface Records {
    /**
     * The record details of a node.
     *
     * @param node its id
     * @return {@code file_number}, {@code rsi}, {@code file_status} and more, with {@code rm_metadataToken} of the whole; without members when it is no record
     */
    WireFields classification(long node);

    /**
     * Makes a node a record.
     *
     * @param node its id
     * @param classification the id of the classification
     * @param details record details by name
     */
    void classify(long node, long classification, Map<String, ?> details);

    /**
     * Changes record details.
     *
     * @param node its id
     * @param token the {@code rm_metadataToken} that was read
     * @param details record details by name
     */
    void change(long node, String token, Map<String, ?> details);

    /**
     * The retention schedules of a node.
     *
     * @param node its id
     * @return {@code class_id} and {@code rsi} of each
     */
    List<WireFields> schedules(long node);

    /**
     * The stages of a retention schedule as they apply to a node.
     *
     * @param node its id
     * @param rsi the code of the schedule
     * @return {@code CalculatedDate}, {@code ActionToPerform}, {@code Permanent} and more of each
     */
    List<WireFields> stages(long node, String rsi);

    /**
     * The holds on a node, inherited ones too.
     *
     * @param node its id
     * @return {@code hold_id}, {@code hold_name}, {@code active} and more of each
     */
    List<WireFields> holds(long node);

    /**
     * Puts a node on hold. Holds of one node must not be changed by several at once.
     *
     * @param node its id
     * @param hold the id of the hold
     */
    void hold(long node, long hold);

    /**
     * Takes a node off a hold.
     *
     * @param node its id
     * @param hold the id of the hold
     */
    void release(long node, long hold);

    /**
     * All holds of the server. Lazy.
     *
     * @param size holds a request
     * @return with upper-case names such as {@code HoldID}
     */
    Paged<WireFields> allHolds(int size);
}
