package dev.contentconnect.smintio.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The most that a licence lets; absent, zero and negative mean that no limit is known.
 *
 * @param maxUsers users
 * @param maxDownloads downloads
 * @param maxReuses reuses
 */
public record WireConstraints(
        @JsonProperty("effective_max_users") @Nullable Long maxUsers,
        @JsonProperty("effective_max_downloads") @Nullable Long maxDownloads,
        @JsonProperty("effective_max_reuses") @Nullable Long maxReuses) {}
