package dev.contentconnect.smintio;

import dev.contentconnect.smintio.api.DownloadHistory;
import dev.contentconnect.smintio.api.LicenseLinks;
import dev.contentconnect.smintio.api.StatusPort;
import dev.contentconnect.smintio.api.TaskDecisions;
import org.jspecify.annotations.Nullable;

/**
 * What the host does where Smint.io publishes nothing.
 *
 * @param status where the status of assets is kept, or null
 * @param tasks what decides on tasks, or null
 * @param downloads what knows of downloads, or null
 * @param licenses what ties assets to licences, or null
 */
public record SmintioPorts(
        @Nullable StatusPort status,
        @Nullable TaskDecisions tasks,
        @Nullable DownloadHistory downloads,
        @Nullable LicenseLinks licenses) {}
