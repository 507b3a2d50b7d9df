package dev.contentconnect.iconik.api;

import dev.contentconnect.iconik.wire.WireAcl;
import java.util.Collection;
import java.util.Set;

/** Who may do what: service {@code acls}. */
public interface Acls {
    /**
     * Who may do what with an object.
     *
     * @param type assets or collections
     * @param id the object
     * @return the grants
     */
    WireAcl get(ObjectType type, String id);

    /**
     * What the user of the credential may do with an object.
     *
     * @param type assets or collections
     * @param id the object
     * @return of read, write, delete, change-acl
     */
    Set<String> permissions(ObjectType type, String id);

    /**
     * Adds grants to those there are, 500 objects per request. The service's own default would replace them.
     *
     * @param type assets or collections
     * @param ids the objects
     * @param users ids of users; may be empty
     * @param groups ids of groups; may be empty
     * @param permissions of read, write, delete, change-acl
     */
    void add(
            ObjectType type,
            Collection<String> ids,
            Collection<String> users,
            Collection<String> groups,
            Collection<String> permissions);

    /**
     * Takes all grants of users and groups away, 500 objects per request.
     *
     * @param type assets or collections
     * @param ids the objects
     * @param users ids of users; may be empty
     * @param groups ids of groups; may be empty
     */
    void remove(ObjectType type, Collection<String> ids, Collection<String> users, Collection<String> groups);
}
