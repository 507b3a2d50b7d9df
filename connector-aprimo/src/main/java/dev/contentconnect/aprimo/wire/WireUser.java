package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user of the credential, as the other product of the vendor knows it.
 *
 * @param userId its id there
 * @param adamUserId its id in the DAM, where said
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireUser(
        @Nullable String userId,
        @Nullable String adamUserId,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param userId its id there
     * @param adamUserId its id in the DAM, where said
     * @param rest members this SDK does not know
     */
    public WireUser {
        rest = Lenient.members(rest);
    }
}
