package dev.contentconnect.iconik.api;

import dev.contentconnect.iconik.wire.WireApproval;
import dev.contentconnect.iconik.wire.WireApprovalBy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests for decisions, and the decisions: service {@code assets}. A request is about one version. */
public interface Approvals {
    /**
     * Asks for decisions on the current version. An object has one request at most.
     *
     * @param type assets or collections
     * @param id the object
     * @param fields {@code users}, {@code groups}, {@code externals}, {@code min_number}; may be empty
     * @return the request; for a collection perhaps only the job that makes it
     */
    WireApproval request(ObjectType type, String id, Map<String, ?> fields);

    /**
     * The request on the current version.
     *
     * @param type assets or collections
     * @param id the object
     * @return the request; nothing where nobody asked, or where there is no such object
     */
    Optional<WireApproval> find(ObjectType type, String id);

    /**
     * The request on a version.
     *
     * @param id the asset
     * @param version the version
     * @return the request
     */
    WireApproval ofVersion(String id, String version);

    /**
     * Changes a request.
     *
     * @param type assets or collections
     * @param id the object
     * @param change fields by name
     * @return the request afterwards
     */
    WireApproval update(ObjectType type, String id, Map<String, ? extends @Nullable Object> change);

    /**
     * Takes a request back.
     *
     * @param type assets or collections
     * @param id the object
     */
    void delete(ObjectType type, String id);

    /**
     * What each reviewer decided.
     *
     * @param type assets or collections
     * @param id the object
     * @return the decisions
     */
    List<WireApprovalBy> decisions(ObjectType type, String id);

    /**
     * Records the decision of the user of the credential on the current version. A request must be there.
     *
     * @param type assets or collections
     * @param id the object
     * @param status {@code APPROVED} or {@code NOT_APPROVED}
     * @return the decision
     */
    WireApprovalBy decide(ObjectType type, String id, String status);

    /**
     * Takes the decision of the user of the credential back.
     *
     * @param type assets or collections
     * @param id the object
     */
    void undecide(ObjectType type, String id);

    /**
     * Decides on many objects, 500 per request; the service works on.
     *
     * @param type assets, collections or saved searches
     * @param ids their ids
     * @param status {@code APPROVED} or {@code NOT_APPROVED}
     */
    void decideAll(ObjectType type, Collection<String> ids, String status);
}
