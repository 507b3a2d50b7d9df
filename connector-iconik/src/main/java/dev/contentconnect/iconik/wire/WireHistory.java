package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the history of an asset.
 *
 * @param id its id
 * @param assetId the asset
 * @param versionId the version
 * @param userId who did it
 * @param operationType for example DOWNLOAD, APPROVE or CUSTOM
 * @param operationDescription more about it
 * @param jobId the job that did it
 * @param shareId the share through which it was done
 * @param shareUserId who did it through the share
 * @param dateCreated when
 * @param rest members this SDK does not know
 */
public record WireHistory(
        @Nullable String id,
        @JsonProperty("asset_id") @Nullable String assetId,
        @JsonProperty("version_id") @Nullable String versionId,
        @JsonProperty("user_id") @Nullable String userId,
        @JsonProperty("operation_type") @Nullable String operationType,
        @JsonProperty("operation_description") @Nullable String operationDescription,
        @JsonProperty("job_id") @Nullable String jobId,
        @JsonProperty("share_id") @Nullable String shareId,
        @JsonProperty("share_user_id") @Nullable String shareUserId,
        @JsonProperty("date_created") @Nullable String dateCreated,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param assetId the asset
     * @param versionId the version
     * @param userId who did it
     * @param operationType for example DOWNLOAD, APPROVE or CUSTOM
     * @param operationDescription more about it
     * @param jobId the job that did it
     * @param shareId the share through which it was done
     * @param shareUserId who did it through the share
     * @param dateCreated when
     * @param rest members this SDK does not know
     */
    public WireHistory {
        rest = Lenient.members(rest);
    }
}
