package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An asset, as it is read alone, in a list or by search; the index adds members.
 *
 * @param id its id
 * @param title the title
 * @param type ASSET, SEQUENCE, NLE_PROJECT, PLACEHOLDER, CUSTOM, LINK or SUBCLIP
 * @param status ACTIVE or DELETED
 * @param archiveStatus NOT_ARCHIVED, ARCHIVING, FAILED_TO_ARCHIVE or ARCHIVED
 * @param isOnline whether its original is at hand
 * @param isBlocked whether its use is restricted
 * @param warning what users are told about it
 * @param category the category, which decides on forms
 * @param siteName a site it belongs to
 * @param externalId the id elsewhere; not unique
 * @param externalLink the address elsewhere
 * @param dateCreated when it was made
 * @param dateImported when it was imported
 * @param dateModified when it was changed
 * @param dateDeleted when it was put into the bin
 * @param createdByUser who made it
 * @param updatedByUser who changed it
 * @param originalAssetId what a subclip was cut from
 * @param inCollections ids of its collections, where asked for
 * @param versions its versions, in no order to rely on
 * @param defaultVersionId the current version, where the service says so
 * @param versionsNumber how many versions; index only
 * @param objectType assets or collections; index only
 * @param mediaType for example video; index only
 * @param metadata field to list of values; index only
 * @param approval its approval; index only, and not everywhere
 * @param rest members this SDK does not know
 */
public record WireAsset(
        @Nullable String id,
        @Nullable String title,
        @Nullable String type,
        @Nullable String status,
        @JsonProperty("archive_status") @Nullable String archiveStatus,
        @JsonProperty("is_online") @Nullable Boolean isOnline,
        @JsonProperty("is_blocked") @Nullable Boolean isBlocked,
        @Nullable String warning,
        @Nullable String category,
        @JsonProperty("site_name") @Nullable String siteName,
        @JsonProperty("external_id") @Nullable String externalId,
        @JsonProperty("external_link") @Nullable String externalLink,
        @JsonProperty("date_created") @Nullable String dateCreated,
        @JsonProperty("date_imported") @Nullable String dateImported,
        @JsonProperty("date_modified") @Nullable String dateModified,
        @JsonProperty("date_deleted") @Nullable String dateDeleted,
        @JsonProperty("created_by_user") @Nullable String createdByUser,
        @JsonProperty("updated_by_user") @Nullable String updatedByUser,
        @JsonProperty("original_asset_id") @Nullable String originalAssetId,
        @JsonProperty("in_collections") List<String> inCollections,
        List<WireVersion> versions,
        @JsonProperty("default_version_id") @Nullable String defaultVersionId,
        @JsonProperty("versions_number") @Nullable Long versionsNumber,
        @JsonProperty("object_type") @Nullable String objectType,
        @JsonProperty("media_type") @Nullable String mediaType,
        @Nullable Object metadata,
        @Nullable WireApproval approval,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param title the title
     * @param type ASSET, SEQUENCE, NLE_PROJECT, PLACEHOLDER, CUSTOM, LINK or SUBCLIP
     * @param status ACTIVE or DELETED
     * @param archiveStatus NOT_ARCHIVED, ARCHIVING, FAILED_TO_ARCHIVE or ARCHIVED
     * @param isOnline whether its original is at hand
     * @param isBlocked whether its use is restricted
     * @param warning what users are told about it
     * @param category the category, which decides on forms
     * @param siteName a site it belongs to
     * @param externalId the id elsewhere; not unique
     * @param externalLink the address elsewhere
     * @param dateCreated when it was made
     * @param dateImported when it was imported
     * @param dateModified when it was changed
     * @param dateDeleted when it was put into the bin
     * @param createdByUser who made it
     * @param updatedByUser who changed it
     * @param originalAssetId what a subclip was cut from
     * @param inCollections ids of its collections, where asked for
     * @param versions its versions, in no order to rely on
     * @param defaultVersionId the current version, where the service says so
     * @param versionsNumber how many versions; index only
     * @param objectType assets or collections; index only
     * @param mediaType for example video; index only
     * @param metadata field to list of values; index only
     * @param approval its approval; index only, and not everywhere
     * @param rest members this SDK does not know
     */
    public WireAsset {
        inCollections = Lenient.list(inCollections);
        versions = Lenient.list(versions);
        rest = Lenient.members(rest);
    }

    /**
     * The metadata of a hit, which has another shape than {@link WireValues}.
     *
     * @return field to values; empty where the asset was read alone
     */
    public Map<String, List<Object>> indexedMetadata() {
        return Wire.indexed(metadata);
    }
}
