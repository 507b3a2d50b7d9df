package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type of relations between assets.
 *
 * @param name its name, which is its key
 * @param sourceLabel how the relation reads from the first asset
 * @param destinationLabel how it reads from the other one
 * @param description more about it
 * @param isDirectional whether the two sides differ
 * @param isSystem whether the service made it
 * @param rest members this SDK does not know
 */
public record WireRelationType(
        @Nullable String name,
        @JsonProperty("source_label") @Nullable String sourceLabel,
        @JsonProperty("destination_label") @Nullable String destinationLabel,
        @Nullable String description,
        @JsonProperty("is_directional") @Nullable Boolean isDirectional,
        @JsonProperty("is_system") @Nullable Boolean isSystem,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param name its name, which is its key
     * @param sourceLabel how the relation reads from the first asset
     * @param destinationLabel how it reads from the other one
     * @param description more about it
     * @param isDirectional whether the two sides differ
     * @param isSystem whether the service made it
     * @param rest members this SDK does not know
     */
    public WireRelationType {
        rest = Lenient.members(rest);
    }
}
