package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of a field in one language. Which member holds it goes by the data type.
 *
 * @param languageId the language; 32 zeros for none
 * @param modifiedOn when it was changed
 * @param readOnly whether it refuses to be written
 * @param value one value; numbers come as text
 * @param values several values, or ids of them
 * @param parents records above, of a RecordLink
 * @param children records below, of a RecordLink
 * @param links records beside, of a RecordLink
 * @param hyperlinks addresses, of a HyperlinkList
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireValue(
        @Nullable String languageId,
        @Nullable String modifiedOn,
        @Nullable Boolean readOnly,
        @Nullable Object value,
        @Nullable Object values,
        @Nullable Object parents,
        @Nullable Object children,
        @Nullable Object links,
        @Nullable Object hyperlinks,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param languageId the language; 32 zeros for none
     * @param modifiedOn when it was changed
     * @param readOnly whether it refuses to be written
     * @param value one value; numbers come as text
     * @param values several values, or ids of them
     * @param parents records above, of a RecordLink
     * @param children records below, of a RecordLink
     * @param links records beside, of a RecordLink
     * @param hyperlinks addresses, of a HyperlinkList
     * @param rest members this SDK does not know
     */
    public WireValue {
        rest = Lenient.members(rest);
    }
}
