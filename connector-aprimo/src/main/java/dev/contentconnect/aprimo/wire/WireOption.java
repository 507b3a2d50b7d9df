package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An option of an OptionList.
 *
 * @param id its id, which values carry
 * @param name its name
 * @param label its name for people
 * @param sortIndex its place
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireOption(
        @Nullable String id,
        @Nullable String name,
        @Nullable String label,
        @Nullable Integer sortIndex,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id, which values carry
     * @param name its name
     * @param label its name for people
     * @param sortIndex its place
     * @param rest members this SDK does not know
     */
    public WireOption {
        rest = Lenient.members(rest);
    }
}
