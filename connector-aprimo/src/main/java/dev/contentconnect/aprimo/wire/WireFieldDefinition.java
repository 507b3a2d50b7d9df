package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a field.
 *
 * @param id its id
 * @param name its name
 * @param label its name for people
 * @param dataType for example SingleLineText or OptionList; other words may come
 * @param languageMode Single or Multiple
 * @param isRequired whether a released record needs it
 * @param isReadOnly whether it refuses to be written
 * @param isUniqueIdentifier whether a record is found by it
 * @param enabledLanguages in which languages it has values
 * @param items the options of an OptionList
 * @param acceptMultipleOptions whether it takes several
 * @param rootId the classification above those that a ClassificationList takes
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireFieldDefinition(
        @Nullable String id,
        @Nullable String name,
        @Nullable String label,
        @Nullable String dataType,
        @Nullable String languageMode,
        @JsonProperty("isRequired") @Nullable Boolean isRequired,
        @JsonProperty("isReadOnly") @Nullable Boolean isReadOnly,
        @JsonProperty("isUniqueIdentifier") @Nullable Boolean isUniqueIdentifier,
        @Nullable Object enabledLanguages,
        List<WireOption> items,
        @Nullable Boolean acceptMultipleOptions,
        @Nullable String rootId,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param name its name
     * @param label its name for people
     * @param dataType for example SingleLineText or OptionList; other words may come
     * @param languageMode Single or Multiple
     * @param isRequired whether a released record needs it
     * @param isReadOnly whether it refuses to be written
     * @param isUniqueIdentifier whether a record is found by it
     * @param enabledLanguages in which languages it has values
     * @param items the options of an OptionList
     * @param acceptMultipleOptions whether it takes several
     * @param rootId the classification above those that a ClassificationList takes
     * @param rest members this SDK does not know
     */
    public WireFieldDefinition {
        items = Lenient.list(items);
        rest = Lenient.members(rest);
    }
}
