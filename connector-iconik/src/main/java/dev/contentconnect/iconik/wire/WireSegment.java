package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A segment of an asset: a comment, a marker or another thing that has a time.
 *
 * @param id its id
 * @param assetId the asset
 * @param versionId the version
 * @param segmentType COMMENT, MARKER, QC, GENERIC, TAG, TRANSCRIPTION, SCENE or PERSON
 * @param segmentText the text
 * @param segmentChecked whether the comment was dealt with
 * @param parentId what it answers
 * @param timeStartMilliseconds where it begins; null for the whole asset
 * @param timeEndMilliseconds where it ends; null for the whole asset
 * @param userId the author
 * @param userFirstName the author's first name
 * @param userLastName the author's last name
 * @param userInfo the author, where asked for
 * @param shareId the share through which it was said
 * @param shareUserEmail the author, when from outside
 * @param status ACTIVE or DELETED
 * @param externalId the id elsewhere; not unique
 * @param dateCreated when it was made
 * @param dateModified when it was changed
 * @param rest members this SDK does not know
 */
public record WireSegment(
        @Nullable String id,
        @JsonProperty("asset_id") @Nullable String assetId,
        @JsonProperty("version_id") @Nullable String versionId,
        @JsonProperty("segment_type") @Nullable String segmentType,
        @JsonProperty("segment_text") @Nullable String segmentText,
        @JsonProperty("segment_checked") @Nullable Boolean segmentChecked,
        @JsonProperty("parent_id") @Nullable String parentId,
        @JsonProperty("time_start_milliseconds") @Nullable Long timeStartMilliseconds,
        @JsonProperty("time_end_milliseconds") @Nullable Long timeEndMilliseconds,
        @JsonProperty("user_id") @Nullable String userId,
        @JsonProperty("user_first_name") @Nullable String userFirstName,
        @JsonProperty("user_last_name") @Nullable String userLastName,
        @JsonProperty("user_info") @Nullable WireUser userInfo,
        @JsonProperty("share_id") @Nullable String shareId,
        @JsonProperty("share_user_email") @Nullable String shareUserEmail,
        @Nullable String status,
        @JsonProperty("external_id") @Nullable String externalId,
        @JsonProperty("date_created") @Nullable String dateCreated,
        @JsonProperty("date_modified") @Nullable String dateModified,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param assetId the asset
     * @param versionId the version
     * @param segmentType COMMENT, MARKER, QC, GENERIC, TAG, TRANSCRIPTION, SCENE or PERSON
     * @param segmentText the text
     * @param segmentChecked whether the comment was dealt with
     * @param parentId what it answers
     * @param timeStartMilliseconds where it begins; null for the whole asset
     * @param timeEndMilliseconds where it ends; null for the whole asset
     * @param userId the author
     * @param userFirstName the author's first name
     * @param userLastName the author's last name
     * @param userInfo the author, where asked for
     * @param shareId the share through which it was said
     * @param shareUserEmail the author, when from outside
     * @param status ACTIVE or DELETED
     * @param externalId the id elsewhere; not unique
     * @param dateCreated when it was made
     * @param dateModified when it was changed
     * @param rest members this SDK does not know
     */
    public WireSegment {
        rest = Lenient.members(rest);
    }
}
