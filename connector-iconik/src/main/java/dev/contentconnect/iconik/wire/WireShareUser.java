package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom a share is. Without an address the share was made by its URL.
 *
 * @param id its id
 * @param email the e-mail address
 * @param accessCount how often the share was opened
 * @param lastAccessDate when it was opened last
 * @param rest members this SDK does not know
 */
public record WireShareUser(
        @Nullable String id,
        @Nullable String email,
        @JsonProperty("access_count") @Nullable Long accessCount,
        @JsonProperty("last_access_date") @Nullable String lastAccessDate,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param email the e-mail address
     * @param accessCount how often the share was opened
     * @param lastAccessDate when it was opened last
     * @param rest members this SDK does not know
     */
    public WireShareUser {
        rest = Lenient.members(rest);
    }

    /** Names who it is; the password, where there is one, is a secret. */
    @Override
    public String toString() {
        return "WireShareUser[" + id + "]";
    }
}
