package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What search found, of any kind.
 *
 * @param id its id
 * @param objectType assets, collections, segments, saved_searches
 * @param title the title
 * @param description more about it
 * @param dateCreated when it was made
 * @param dateModified when it was changed
 * @param externalId the id elsewhere
 * @param metadata field to list of values
 * @param rest members this SDK does not know
 */
public record WireHit(
        @Nullable String id,
        @JsonProperty("object_type") @Nullable String objectType,
        @Nullable String title,
        @Nullable String description,
        @JsonProperty("date_created") @Nullable String dateCreated,
        @JsonProperty("date_modified") @Nullable String dateModified,
        @JsonProperty("external_id") @Nullable String externalId,
        @Nullable Object metadata,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param objectType assets, collections, segments, saved_searches
     * @param title the title
     * @param description more about it
     * @param dateCreated when it was made
     * @param dateModified when it was changed
     * @param externalId the id elsewhere
     * @param metadata field to list of values
     * @param rest members this SDK does not know
     */
    public WireHit {
        rest = Lenient.members(rest);
    }

    /**
     * The metadata, which has another shape than {@link WireValues}.
     *
     * @return field to values
     */
    public Map<String, List<Object>> indexedMetadata() {
        return Wire.indexed(metadata);
    }
}
