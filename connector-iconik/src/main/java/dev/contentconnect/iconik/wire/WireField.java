package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a metadata field, or its place in a view.
 *
 * @param name its name, which is its key
 * @param label how people see it; views may have none
 * @param fieldType for example string, text, boolean, datetime, drop_down or tag_cloud; not in a view that was read without its fields
 * @param description more about it
 * @param multi whether it has several values
 * @param options what can be chosen, with label and value
 * @param required whether it must have a value
 * @param readOnly whether it cannot be written
 * @param isBlockField whether it restricts the use of assets
 * @param isWarningField whether it holds the warning
 * @param externalId the id elsewhere
 * @param rest members this SDK does not know
 */
public record WireField(
        @Nullable String name,
        @Nullable String label,
        @JsonProperty("field_type") @Nullable String fieldType,
        @Nullable String description,
        @Nullable Boolean multi,
        @Nullable Object options,
        @Nullable Boolean required,
        @JsonProperty("read_only") @Nullable Boolean readOnly,
        @JsonProperty("is_block_field") @Nullable Boolean isBlockField,
        @JsonProperty("is_warning_field") @Nullable Boolean isWarningField,
        @JsonProperty("external_id") @Nullable String externalId,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param name its name, which is its key
     * @param label how people see it; views may have none
     * @param fieldType for example string, text, boolean, datetime, drop_down or tag_cloud; not in a view that was read without its fields
     * @param description more about it
     * @param multi whether it has several values
     * @param options what can be chosen, with label and value
     * @param required whether it must have a value
     * @param readOnly whether it cannot be written
     * @param isBlockField whether it restricts the use of assets
     * @param isWarningField whether it holds the warning
     * @param externalId the id elsewhere
     * @param rest members this SDK does not know
     */
    public WireField {
        rest = Lenient.members(rest);
    }
}
