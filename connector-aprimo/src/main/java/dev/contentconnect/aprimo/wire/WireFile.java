package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of a record.
 *
 * @param id its id
 * @param checkedOut whether somebody holds it for editing
 * @param checkedOutOn since when
 * @param createdOn when it was made
 * @param latestFileVersion its latest version, where selected
 * @param embedded null: the selected parts of the form with links stand in place
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireFile(
        @Nullable String id,
        @Nullable Boolean checkedOut,
        @Nullable String checkedOutOn,
        @Nullable String createdOn,
        @Nullable WireFileVersion latestFileVersion,
        @JsonProperty("_embedded") @Nullable WireFile embedded,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param checkedOut whether somebody holds it for editing
     * @param checkedOutOn since when
     * @param createdOn when it was made
     * @param latestFileVersion its latest version, where selected
     * @param embedded the selected parts of the form with links, which go before what stands in place
     * @param rest members this SDK does not know
     */
    public WireFile {
        if (embedded != null) {
            latestFileVersion = embedded.latestFileVersion == null ? latestFileVersion : embedded.latestFileVersion;
            rest = Wire.both(rest, embedded.rest);
            embedded = null;
        }
        rest = Lenient.members(rest);
    }
}
