package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form of a version of an asset, such as the original.
 *
 * @param id its id
 * @param assetId the asset
 * @param versionId the version
 * @param name for example ORIGINAL
 * @param status ACTIVE or DELETED
 * @param archiveStatus NOT_ARCHIVED, ARCHIVING, FAILED_TO_ARCHIVE or ARCHIVED
 * @param components its parts
 * @param metadata a list of maps of texts
 * @param storageMethods for example S3
 * @param isOnline whether its files are at hand
 * @param rest members this SDK does not know
 */
public record WireFormat(
        @Nullable String id,
        @JsonProperty("asset_id") @Nullable String assetId,
        @JsonProperty("version_id") @Nullable String versionId,
        @Nullable String name,
        @Nullable String status,
        @JsonProperty("archive_status") @Nullable String archiveStatus,
        List<WireComponent> components,
        @Nullable Object metadata,
        @JsonProperty("storage_methods") List<String> storageMethods,
        @JsonProperty("is_online") @Nullable Boolean isOnline,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param assetId the asset
     * @param versionId the version
     * @param name for example ORIGINAL
     * @param status ACTIVE or DELETED
     * @param archiveStatus NOT_ARCHIVED, ARCHIVING, FAILED_TO_ARCHIVE or ARCHIVED
     * @param components its parts
     * @param metadata a list of maps of texts
     * @param storageMethods for example S3
     * @param isOnline whether its files are at hand
     * @param rest members this SDK does not know
     */
    public WireFormat {
        components = Lenient.list(components);
        storageMethods = Lenient.list(storageMethods);
        rest = Lenient.members(rest);
    }

    /**
     * A text among the metadata of the format.
     *
     * @param name its name
     * @return the first value under this name, or null
     */
    public @Nullable String metadataText(String name) {
        return Wire.firstText(metadata, name);
    }
}
