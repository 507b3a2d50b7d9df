package dev.contentconnect.smintio.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to which group. The operations are known by name; their paths are not published and must be configured
 * ({@code backendGroupPath}, {@code frontendGroupPath}), and so is what the body holds the vendor's to say.
 */
public interface Admin {
    /**
     * Adds users to a group of the backend, or removes them; {@code AddOrRemovePortalsBackendUserGroupUsers}.
     *
     * @param group the id of the group
     * @param users as the vendor's interface describes it
     */
    void backendGroup(String group, Map<String, ? extends @Nullable Object> users);

    /**
     * Adds users to a group of a portal, or removes them; {@code AddOrRemovePortalsFrontendUserGroupUsers}.
     *
     * @param group the id of the group
     * @param portal the id of the portal
     * @param users as the vendor's interface describes it
     */
    void frontendGroup(String group, String portal, Map<String, ? extends @Nullable Object> users);
}
