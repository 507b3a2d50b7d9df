package dev.contentconnect.smintio.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of a purchase. Its address is a secret and holds for an hour.
 *
 * @param uuid its id, unique within its purchase only
 * @param contentType image, video and the like
 * @param binaryType for example standard
 * @param downloadUrl the address; a secret
 * @param fileName how to call it
 * @param culture its language
 * @param version 1 or more; absent means 1
 * @param rest members this SDK does not know
 */
public record WireBinary(
        @Nullable String uuid,
        @JsonProperty("content_type") @Nullable String contentType,
        @JsonProperty("binary_type") @Nullable String binaryType,
        @JsonProperty("download_url") @Nullable String downloadUrl,
        @JsonProperty("recommended_file_name") @Nullable String fileName,
        @Nullable String culture,
        @Nullable Integer version,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> rest) {
    /** Names the file; its address is a secret. */
    @Override
    public String toString() {
        return "WireBinary[" + uuid + ", " + binaryType + "]";
    }
}
