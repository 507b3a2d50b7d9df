package dev.contentconnect.vip.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of outlets. Brand Finder makes its JSON out of XML: a list of one comes as that one, an empty one as a text.
 *
 * @param location a list of outlets, or one
 * @param locationsTotal how many there are, as text or number
 * @param errMsg what went wrong, with status 200
 * @param rest members this SDK does not know
 */
public record WireOutlets(
        @Nullable Object location,
        @Nullable Object locationsTotal,
        @Nullable Object errMsg,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param location a list of outlets, or one
     * @param locationsTotal how many there are, as text or number
     * @param errMsg what went wrong, with status 200
     * @param rest members this SDK does not know
     */
    public WireOutlets {
        rest = Lenient.members(rest);
    }
}
