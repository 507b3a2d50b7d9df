package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for decisions on an object, and how it stands.
 *
 * @param status N/A, REQUESTED, APPROVED, NOT_APPROVED or MIXED
 * @param userStatus what the caller decided
 * @param users ids of the users who are asked
 * @param groups ids of the groups that are asked
 * @param externals addresses of those from outside who are asked
 * @param minNumber how many have to approve
 * @param requestedBy who asked
 * @param requestDate when
 * @param changeDate when it changed last
 * @param shareId the share through which it is decided
 * @param approvalsBy what each one decided
 * @param usersInfo the users who are asked
 * @param objectId what it is about
 * @param objectType assets or collections
 * @param versionId the version it is about
 * @param jobId the job that makes the request, for a collection
 * @param rest members this SDK does not know
 */
public record WireApproval(
        @Nullable String status,
        @JsonProperty("user_status") @Nullable String userStatus,
        List<String> users,
        List<String> groups,
        List<String> externals,
        @JsonProperty("min_number") @Nullable Integer minNumber,
        @JsonProperty("requested_by") @Nullable String requestedBy,
        @JsonProperty("request_date") @Nullable String requestDate,
        @JsonProperty("change_date") @Nullable String changeDate,
        @JsonProperty("share_id") @Nullable String shareId,
        @JsonProperty("approvals_by") List<WireApprovalBy> approvalsBy,
        @JsonProperty("users_info") List<WireUser> usersInfo,
        @JsonProperty("object_id") @Nullable String objectId,
        @JsonProperty("object_type") @Nullable String objectType,
        @JsonProperty("version_id") @Nullable String versionId,
        @JsonProperty("job_id") @Nullable String jobId,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param status N/A, REQUESTED, APPROVED, NOT_APPROVED or MIXED
     * @param userStatus what the caller decided
     * @param users ids of the users who are asked
     * @param groups ids of the groups that are asked
     * @param externals addresses of those from outside who are asked
     * @param minNumber how many have to approve
     * @param requestedBy who asked
     * @param requestDate when
     * @param changeDate when it changed last
     * @param shareId the share through which it is decided
     * @param approvalsBy what each one decided
     * @param usersInfo the users who are asked
     * @param objectId what it is about
     * @param objectType assets or collections
     * @param versionId the version it is about
     * @param jobId the job that makes the request, for a collection
     * @param rest members this SDK does not know
     */
    public WireApproval {
        users = Lenient.list(users);
        groups = Lenient.list(groups);
        externals = Lenient.list(externals);
        approvalsBy = Lenient.list(approvalsBy);
        usersInfo = Lenient.list(usersInfo);
        rest = Lenient.members(rest);
    }
}
