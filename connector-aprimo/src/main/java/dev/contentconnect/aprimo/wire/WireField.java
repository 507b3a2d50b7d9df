package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record or file.
 *
 * @param id the id of its definition
 * @param fieldName its name
 * @param label its name for people
 * @param dataType for example SingleLineText or OptionList; other words may come
 * @param localizedValues its values, one for each language
 * @param inheritanceState null unless selected
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireField(
        @Nullable String id,
        @Nullable String fieldName,
        @Nullable String label,
        @Nullable String dataType,
        List<WireValue> localizedValues,
        @Nullable String inheritanceState,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id the id of its definition
     * @param fieldName its name
     * @param label its name for people
     * @param dataType for example SingleLineText or OptionList; other words may come
     * @param localizedValues its values, one for each language
     * @param inheritanceState null unless selected
     * @param rest members this SDK does not know
     */
    public WireField {
        localizedValues = Lenient.list(localizedValues);
        rest = Lenient.members(rest);
    }
}
