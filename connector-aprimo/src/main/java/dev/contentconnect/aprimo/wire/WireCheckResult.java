package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a check found about a version.
 *
 * @param id its id
 * @param checkId the check
 * @param outcome pass, fail, warning or info; other words may come
 * @param description what was found
 * @param createdOn when
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireCheckResult(
        @Nullable String id,
        @Nullable String checkId,
        @Nullable String outcome,
        @Nullable String description,
        @Nullable String createdOn,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param checkId the check
     * @param outcome pass, fail, warning or info; other words may come
     * @param description what was found
     * @param createdOn when
     * @param rest members this SDK does not know
     */
    public WireCheckResult {
        rest = Lenient.members(rest);
    }
}
