package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often a message was opened.
 *
 * @param totalOpenCount all times
 * @param distinctOpenCount by how many
 * @param rest members this SDK does not know
 */
public record WireOpens(
        @JsonProperty("total_open_count") @Nullable Long totalOpenCount,
        @JsonProperty("distinct_open_count") @Nullable Long distinctOpenCount,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param totalOpenCount all times
     * @param distinctOpenCount by how many
     * @param rest members this SDK does not know
     */
    public WireOpens {
        rest = Lenient.members(rest);
    }
}
