package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one reviewer decided.
 *
 * @param status N/A, REQUESTED, APPROVED, NOT_APPROVED or MIXED
 * @param user the id of the user
 * @param external the address of somebody from outside
 * @param changeDate when
 * @param objectId what it is about
 * @param objectType assets or collections
 * @param versionId the version it is about
 * @param rest members this SDK does not know
 */
public record WireApprovalBy(
        @Nullable String status,
        @Nullable String user,
        @Nullable String external,
        @JsonProperty("change_date") @Nullable String changeDate,
        @JsonProperty("object_id") @Nullable String objectId,
        @JsonProperty("object_type") @Nullable String objectType,
        @JsonProperty("version_id") @Nullable String versionId,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param status N/A, REQUESTED, APPROVED, NOT_APPROVED or MIXED
     * @param user the id of the user
     * @param external the address of somebody from outside
     * @param changeDate when
     * @param objectId what it is about
     * @param objectType assets or collections
     * @param versionId the version it is about
     * @param rest members this SDK does not know
     */
    public WireApprovalBy {
        rest = Lenient.members(rest);
    }
}
