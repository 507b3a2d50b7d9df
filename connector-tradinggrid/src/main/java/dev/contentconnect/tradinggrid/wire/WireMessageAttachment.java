package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of a message, and how often it was fetched.
 *
 * @param attachmentId its id
 * @param nameBase64 its name, in base64
 * @param size bytes
 * @param contentType its media type
 * @param totalPullCount how often it was fetched
 * @param distinctPullCount by how many
 * @param rest members this SDK does not know
 */
public record WireMessageAttachment(
        @JsonProperty("attachment_id") @Nullable String attachmentId,
        @JsonProperty("name_base64") @Nullable String nameBase64,
        @Nullable Long size,
        @JsonProperty("content_type") @Nullable String contentType,
        @JsonProperty("total_pull_count") @Nullable Long totalPullCount,
        @JsonProperty("distinct_pull_count") @Nullable Long distinctPullCount,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param attachmentId its id
     * @param nameBase64 its name, in base64
     * @param size bytes
     * @param contentType its media type
     * @param totalPullCount how often it was fetched
     * @param distinctPullCount by how many
     * @param rest members this SDK does not know
     */
    public WireMessageAttachment {
        rest = Lenient.members(rest);
    }
}
