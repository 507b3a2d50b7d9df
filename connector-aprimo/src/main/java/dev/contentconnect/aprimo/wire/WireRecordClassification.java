package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place where a record is filed; by id only.
 *
 * @param id the classification
 * @param sortIndex its place there; 2147483647 for none
 * @param isManual whether a person or a rule filed it
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireRecordClassification(
        @Nullable String id,
        @Nullable Integer sortIndex,
        @JsonProperty("isManual") @Nullable Boolean isManual,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id the classification
     * @param sortIndex its place there; 2147483647 for none
     * @param isManual whether a person or a rule filed it
     * @param rest members this SDK does not know
     */
    public WireRecordClassification {
        rest = Lenient.members(rest);
    }
}
