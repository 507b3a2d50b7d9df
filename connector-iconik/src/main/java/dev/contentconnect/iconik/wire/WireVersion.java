package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of an asset.
 *
 * @param id its id
 * @param versionNumber its number from 1 on; older records have none
 * @param status ACTIVE, IN_PROGRESS, FAILED, DELETING or DELETED
 * @param dateCreated when it was made
 * @param createdByUser who made it
 * @param createdByUserInfo who made it, where asked for
 * @param isOnline whether its original is at hand
 * @param archiveStatus NOT_ARCHIVED, ARCHIVING, FAILED_TO_ARCHIVE or ARCHIVED
 * @param rest members this SDK does not know
 */
public record WireVersion(
        @Nullable String id,
        @JsonProperty("version_number") @Nullable Integer versionNumber,
        @Nullable String status,
        @JsonProperty("date_created") @Nullable String dateCreated,
        @JsonProperty("created_by_user") @Nullable String createdByUser,
        @JsonProperty("created_by_user_info") @Nullable WireUser createdByUserInfo,
        @JsonProperty("is_online") @Nullable Boolean isOnline,
        @JsonProperty("archive_status") @Nullable String archiveStatus,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param versionNumber its number from 1 on; older records have none
     * @param status ACTIVE, IN_PROGRESS, FAILED, DELETING or DELETED
     * @param dateCreated when it was made
     * @param createdByUser who made it
     * @param createdByUserInfo who made it, where asked for
     * @param isOnline whether its original is at hand
     * @param archiveStatus NOT_ARCHIVED, ARCHIVING, FAILED_TO_ARCHIVE or ARCHIVED
     * @param rest members this SDK does not know
     */
    public WireVersion {
        rest = Lenient.members(rest);
    }
}
