package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of a format on one storage.
 *
 * @param id its id
 * @param assetId the asset
 * @param versionId the version
 * @param formatId the format
 * @param storageId the storage
 * @param name its name
 * @param baseDir where it lies
 * @param componentIds parts of the format that it has
 * @param status ACTIVE, ARCHIVED or DELETED
 * @param rest members this SDK does not know
 */
public record WireFileSet(
        @Nullable String id,
        @JsonProperty("asset_id") @Nullable String assetId,
        @JsonProperty("version_id") @Nullable String versionId,
        @JsonProperty("format_id") @Nullable String formatId,
        @JsonProperty("storage_id") @Nullable String storageId,
        @Nullable String name,
        @JsonProperty("base_dir") @Nullable String baseDir,
        @JsonProperty("component_ids") List<String> componentIds,
        @Nullable String status,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param assetId the asset
     * @param versionId the version
     * @param formatId the format
     * @param storageId the storage
     * @param name its name
     * @param baseDir where it lies
     * @param componentIds parts of the format that it has
     * @param status ACTIVE, ARCHIVED or DELETED
     * @param rest members this SDK does not know
     */
    public WireFileSet {
        componentIds = Lenient.list(componentIds);
        rest = Lenient.members(rest);
    }
}
