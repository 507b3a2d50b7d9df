package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large a picture is.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rest members this SDK does not know
 */
public record WireResolution(
        @Nullable Integer width,
        @Nullable Integer height,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param width in pixels
     * @param height in pixels
     * @param rest members this SDK does not know
     */
    public WireResolution {
        rest = Lenient.members(rest);
    }
}
