package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user, as a list of users has it or as it is embedded elsewhere.
 *
 * @param id its id
 * @param email the e-mail address
 * @param firstName the first name
 * @param lastName the last name
 * @param status ACTIVE, INACTIVE, BLOCKED or DELETED; not where the user is embedded
 * @param type POWER, STANDARD, BROWSE_ONLY or BROWSE_API_ONLY; not where the user is embedded
 * @param rest members this SDK does not know
 */
public record WireUser(
        @Nullable String id,
        @Nullable String email,
        @JsonProperty("first_name") @Nullable String firstName,
        @JsonProperty("last_name") @Nullable String lastName,
        @Nullable String status,
        @Nullable String type,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param email the e-mail address
     * @param firstName the first name
     * @param lastName the last name
     * @param status ACTIVE, INACTIVE, BLOCKED or DELETED; not where the user is embedded
     * @param type POWER, STANDARD, BROWSE_ONLY or BROWSE_API_ONLY; not where the user is embedded
     * @param rest members this SDK does not know
     */
    public WireUser {
        rest = Lenient.members(rest);
    }
}
