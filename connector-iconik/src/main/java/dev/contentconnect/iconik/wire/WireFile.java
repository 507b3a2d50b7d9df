package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file. Its addresses are signed and hold for a short time: never store them.
 *
 * @param id its id
 * @param name its name on the storage
 * @param originalName how it was called
 * @param directoryPath where it lies
 * @param size how many bytes
 * @param checksum a checksum; the service does not say of which kind
 * @param type FILE, DIRECTORY or SYMLINK
 * @param status OPEN, GROWING, AWAITED, CLOSED, FAILED, ARCHIVED, MISSING, REDISCOVERED or DELETED
 * @param assetId the asset
 * @param versionId the version
 * @param formatId the format
 * @param fileSetId the set it belongs to
 * @param storageId the storage
 * @param storageMethod for example S3, GCS, AZURE, B2 or FILE
 * @param uploadUrl where its bytes go; a secret
 * @param multipartUploadUrl where an upload in parts begins; a secret
 * @param url where its bytes are; a secret
 * @param dateCreated when it was made
 * @param rest members this SDK does not know
 */
public record WireFile(
        @Nullable String id,
        @Nullable String name,
        @JsonProperty("original_name") @Nullable String originalName,
        @JsonProperty("directory_path") @Nullable String directoryPath,
        @Nullable Long size,
        @Nullable String checksum,
        @Nullable String type,
        @Nullable String status,
        @JsonProperty("asset_id") @Nullable String assetId,
        @JsonProperty("version_id") @Nullable String versionId,
        @JsonProperty("format_id") @Nullable String formatId,
        @JsonProperty("file_set_id") @Nullable String fileSetId,
        @JsonProperty("storage_id") @Nullable String storageId,
        @JsonProperty("storage_method") @Nullable String storageMethod,
        @JsonProperty("upload_url") @Nullable String uploadUrl,
        @JsonProperty("multipart_upload_url") @Nullable String multipartUploadUrl,
        @Nullable String url,
        @JsonProperty("date_created") @Nullable String dateCreated,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param name its name on the storage
     * @param originalName how it was called
     * @param directoryPath where it lies
     * @param size how many bytes
     * @param checksum a checksum; the service does not say of which kind
     * @param type FILE, DIRECTORY or SYMLINK
     * @param status OPEN, GROWING, AWAITED, CLOSED, FAILED, ARCHIVED, MISSING, REDISCOVERED or DELETED
     * @param assetId the asset
     * @param versionId the version
     * @param formatId the format
     * @param fileSetId the set it belongs to
     * @param storageId the storage
     * @param storageMethod for example S3, GCS, AZURE, B2 or FILE
     * @param uploadUrl where its bytes go; a secret
     * @param multipartUploadUrl where an upload in parts begins; a secret
     * @param url where its bytes are; a secret
     * @param dateCreated when it was made
     * @param rest members this SDK does not know
     */
    public WireFile {
        rest = Lenient.members(rest);
    }

    /** Names the file and its status; the addresses are secrets. */
    @Override
    public String toString() {
        return "WireFile[" + id + ", " + status + "]";
    }
}
