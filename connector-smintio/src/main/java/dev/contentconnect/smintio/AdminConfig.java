package dev.contentconnect.smintio;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How to reach backend and groups.
 *
 * @param backendEndpoint where the backend is
 * @param adminEndpoint where groups are
 * @param backendGroupPath the path of groups of the backend, or null
 * @param frontendGroupPath the path of groups of a portal, or null
 */
public record AdminConfig(
        @Nullable URI backendEndpoint,
        @Nullable URI adminEndpoint,
        @Nullable String backendGroupPath,
        @Nullable String frontendGroupPath) {}
