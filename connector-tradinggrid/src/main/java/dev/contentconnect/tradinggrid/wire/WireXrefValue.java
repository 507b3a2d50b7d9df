package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a row.
 *
 * @param index its place
 * @param value the value
 * @param rest members this SDK does not know
 */
public record WireXrefValue(
        @Nullable Integer index,
        @Nullable String value,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param index its place
     * @param value the value
     * @param rest members this SDK does not know
     */
    public WireXrefValue {
        rest = Lenient.members(rest);
    }
}
