package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A language of the tenant.
 *
 * @param id its id
 * @param name its name for people
 * @param culture for example en-US; free text, and not unique
 * @param isEnabledForFields whether fields have values in it
 * @param isEnabledForUI whether the user interface speaks it
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireLanguage(
        @Nullable String id,
        @Nullable String name,
        @Nullable String culture,
        @JsonProperty("isEnabledForFields") @Nullable Boolean isEnabledForFields,
        @JsonProperty("isEnabledForUI") @Nullable Boolean isEnabledForUI,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param name its name for people
     * @param culture for example en-US; free text, and not unique
     * @param isEnabledForFields whether fields have values in it
     * @param isEnabledForUI whether the user interface speaks it
     * @param rest members this SDK does not know
     */
    public WireLanguage {
        rest = Lenient.members(rest);
    }
}
