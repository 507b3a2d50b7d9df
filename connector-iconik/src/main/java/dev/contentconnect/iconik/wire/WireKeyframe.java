package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A still. Its address is signed and holds for a short time.
 *
 * @param id its id
 * @param name its name
 * @param filename the name of its file
 * @param type KEYFRAME_MAP, KEYFRAME or POSTER
 * @param format for example jpg
 * @param size how many bytes
 * @param resolution how large it is
 * @param status as for a file
 * @param versionId the version
 * @param url where its bytes are; a secret
 * @param rest members this SDK does not know
 */
public record WireKeyframe(
        @Nullable String id,
        @Nullable String name,
        @Nullable String filename,
        @Nullable String type,
        @Nullable String format,
        @Nullable Long size,
        @Nullable WireResolution resolution,
        @Nullable String status,
        @JsonProperty("version_id") @Nullable String versionId,
        @Nullable String url,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param name its name
     * @param filename the name of its file
     * @param type KEYFRAME_MAP, KEYFRAME or POSTER
     * @param format for example jpg
     * @param size how many bytes
     * @param resolution how large it is
     * @param status as for a file
     * @param versionId the version
     * @param url where its bytes are; a secret
     * @param rest members this SDK does not know
     */
    public WireKeyframe {
        rest = Lenient.members(rest);
    }

    /** Names the still and its status; the address is a secret. */
    @Override
    public String toString() {
        return "WireKeyframe[" + id + ", " + type + ", " + status + "]";
    }
}
