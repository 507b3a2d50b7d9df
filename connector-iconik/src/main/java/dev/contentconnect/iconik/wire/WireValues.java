package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of one object in one view.
 *
 * @param metadataValues field to its values
 * @param objectId the object
 * @param objectType assets, collections or segments
 * @param versionId the version, where it has versions
 * @param dateCreated when the first value was set
 * @param dateModified when a value was changed
 * @param jobId the job that set them
 * @param rest members this SDK does not know
 */
public record WireValues(
        @JsonProperty("metadata_values") @Nullable Object metadataValues,
        @JsonProperty("object_id") @Nullable String objectId,
        @JsonProperty("object_type") @Nullable String objectType,
        @JsonProperty("version_id") @Nullable String versionId,
        @JsonProperty("date_created") @Nullable String dateCreated,
        @JsonProperty("date_modified") @Nullable String dateModified,
        @JsonProperty("job_id") @Nullable String jobId,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param metadataValues field to its values
     * @param objectId the object
     * @param objectType assets, collections or segments
     * @param versionId the version, where it has versions
     * @param dateCreated when the first value was set
     * @param dateModified when a value was changed
     * @param jobId the job that set them
     * @param rest members this SDK does not know
     */
    public WireValues {
        rest = Lenient.members(rest);
    }

    /**
     * The values by field. Also reads the older shape, which has the fields at the top and {@code values} in place of
     * {@code field_values}.
     *
     * @return in the order of the service; a field without values has an empty list
     */
    public Map<String, List<Object>> fields() {
        return Wire.values(metadataValues == null ? rest : metadataValues);
    }
}
