package dev.contentconnect.smintio.map;

import dev.contentconnect.core.model.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * How objects are named: an asset of a portal by its scoped id, as the server sent it; all else with a prefix that ends in a
 * slash, which no id of an adapter holds.
 */
public final class Ids {
    /** The short name of the system. */
    public static final String SYSTEM = "smintio";

    private static final String LICENSE = "license/";
    private static final String COLLECTION = "collection/";
    private static final String COMMENT = "comment/";
    private static final String USAGE = "usage/";

    private Ids() {}

    /**
     * A purchase.
     *
     * @param uuid its id
     * @return its identity
     */
    public static SourceRef license(String uuid) {
        return SourceRef.of(SYSTEM, LICENSE + uuid);
    }

    /**
     * The purchase behind an identity.
     *
     * @param ref an identity of this system
     * @return the id of the purchase; null for an asset of the portal
     */
    public static @Nullable String licenseIn(SourceRef ref) {
        return after(LICENSE, ref);
    }

    /**
     * An asset of the portal.
     *
     * @param id its scoped id
     * @return its identity
     */
    public static SourceRef asset(String id) {
        return SourceRef.of(SYSTEM, id);
    }

    /**
     * A collection of the portal.
     *
     * @param id its id
     * @return its identity
     */
    public static SourceRef collection(String id) {
        return SourceRef.of(SYSTEM, COLLECTION + id);
    }

    /**
     * The collection behind an identity.
     *
     * @param ref an identity of this system
     * @return the id of the collection; null for what is none
     */
    public static @Nullable String collectionIn(SourceRef ref) {
        return after(COLLECTION, ref);
    }

    /**
     * A comment.
     *
     * @param id its id
     * @return its identity
     */
    public static SourceRef comment(String id) {
        return SourceRef.of(SYSTEM, COMMENT + id);
    }

    /**
     * The counters of a purchase.
     *
     * @param uuid the id of the purchase
     * @return their identity
     */
    public static SourceRef usage(String uuid) {
        return SourceRef.of(SYSTEM, USAGE + uuid);
    }

    private static @Nullable String after(String prefix, SourceRef ref) {
        String id = ref.idIn(SYSTEM);
        return id.length() > prefix.length() && id.startsWith(prefix) ? id.substring(prefix.length()) : null;
    }
}
