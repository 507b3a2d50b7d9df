package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
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
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireFile(
        @Nullable String id,
        @Nullable Boolean checkedOut,
        @Nullable String checkedOutOn,
        @Nullable String createdOn,
        @Nullable WireFileVersion latestFileVersion,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param checkedOut whether somebody holds it for editing
     * @param checkedOutOn since when
     * @param createdOn when it was made
     * @param latestFileVersion its latest version, where selected
     * @param rest members this SDK does not know
     */
    public WireFile {
        rest = Wire.rest(rest);
    }
}
