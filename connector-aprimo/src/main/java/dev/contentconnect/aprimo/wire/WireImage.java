package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A preview or thumbnail.
 *
 * @param uri a signed address
 * @param extension the ending of its file name
 * @param size its size in bytes
 * @param width pixels
 * @param height pixels
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireImage(
        @Nullable String uri,
        @Nullable String extension,
        @Nullable Long size,
        @Nullable Integer width,
        @Nullable Integer height,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param uri a signed address
     * @param extension the ending of its file name
     * @param size its size in bytes
     * @param width pixels
     * @param height pixels
     * @param rest members this SDK does not know
     */
    public WireImage {
        rest = Lenient.members(rest);
    }
}
