package dev.contentconnect.smintio.api;

import dev.contentconnect.core.http.Effect;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a portal.
 *
 * @param level where it is offered
 * @param publicInterface for example {@code IAssetsRead}; null on a page, where the property says which
 * @param method for example {@code getAssetAsync}
 * @param effect what it does; reads are repeated after an outage, writes that may have arrived are not
 */
public record Operation(Level level, @Nullable String publicInterface, String method, Effect effect) {
    /** Where an operation is offered. */
    public enum Level {
        /** By the portal. */
        PORTAL,
        /** By its search page. */
        SEARCH_PAGE
    }

    /**
     * An operation of the portal that reads.
     *
     * @param publicInterface for example {@code IAssetsRead}
     * @param method for example {@code getAssetAsync}
     * @return the operation
     */
    public static Operation read(String publicInterface, String method) {
        return new Operation(Level.PORTAL, publicInterface, method, Effect.SAFE);
    }

    /**
     * An operation of the portal that sets something, so that doing it twice is as doing it once.
     *
     * @param publicInterface for example {@code ICollectionsAssetsModify}
     * @param method for example {@code addAssetsToCollectionAsync}
     * @return the operation
     */
    public static Operation set(String publicInterface, String method) {
        return new Operation(Level.PORTAL, publicInterface, method, Effect.IDEMPOTENT);
    }

    /**
     * An operation of the portal that makes something.
     *
     * @param publicInterface for example {@code ICollectionsCreate}
     * @param method for example {@code createCollectionAsync}
     * @return the operation
     */
    public static Operation make(String publicInterface, String method) {
        return new Operation(Level.PORTAL, publicInterface, method, Effect.UNSAFE);
    }

    /**
     * An operation of the search page; all of them read.
     *
     * @param method for example {@code searchAssetsAsync}
     * @return the operation
     */
    public static Operation ofSearch(String method) {
        return new Operation(Level.SEARCH_PAGE, null, method, Effect.SAFE);
    }

    /** Its name in messages and metrics. */
    @Override
    public String toString() {
        return "portal." + (publicInterface == null ? "IAssetsSearch" : publicInterface) + "." + method;
    }
}
