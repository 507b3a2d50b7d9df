package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A metadata view: a form with fields.
 *
 * @param id its id
 * @param name its name
 * @param description more about it
 * @param viewFields its fields, in order
 * @param rest members this SDK does not know
 */
public record WireView(
        @Nullable String id,
        @Nullable String name,
        @Nullable String description,
        @JsonProperty("view_fields") List<WireField> viewFields,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param name its name
     * @param description more about it
     * @param viewFields its fields, in order
     * @param rest members this SDK does not know
     */
    public WireView {
        viewFields = Lenient.list(viewFields);
        rest = Lenient.members(rest);
    }
}
