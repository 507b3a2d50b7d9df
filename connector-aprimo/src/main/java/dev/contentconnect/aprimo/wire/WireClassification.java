package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of classifications.
 *
 * @param id its id
 * @param identifier its name for programs
 * @param name its name
 * @param namePath its name with those above it, where selected
 * @param parentId the one above it
 * @param isRoot whether it is at the top
 * @param hasChildren whether there are others below, where selected
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireClassification(
        @Nullable String id,
        @Nullable String identifier,
        @Nullable String name,
        @Nullable String namePath,
        @Nullable String parentId,
        @JsonProperty("isRoot") @Nullable Boolean isRoot,
        @Nullable Boolean hasChildren,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param identifier its name for programs
     * @param name its name
     * @param namePath its name with those above it, where selected
     * @param parentId the one above it
     * @param isRoot whether it is at the top
     * @param hasChildren whether there are others below, where selected
     * @param rest members this SDK does not know
     */
    public WireClassification {
        rest = Lenient.members(rest);
    }
}
