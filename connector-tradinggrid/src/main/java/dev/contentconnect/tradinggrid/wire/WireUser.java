package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user of a company.
 *
 * @param userId the identity, which never changes; begins with {@code GCP}
 * @param uniqueId the same, as the answer to a creation calls it
 * @param loginId what the user logs in with; the user may change it
 * @param email where the user is reached
 * @param firstName the first name
 * @param lastName the last name
 * @param rest members this SDK does not know
 */
public record WireUser(
        @Nullable String userId,
        @Nullable String uniqueId,
        @Nullable String loginId,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param userId the identity, which never changes; begins with {@code GCP}
     * @param uniqueId the same, as the answer to a creation calls it
     * @param loginId what the user logs in with; the user may change it
     * @param email where the user is reached
     * @param firstName the first name
     * @param lastName the last name
     * @param rest members this SDK does not know
     */
    public WireUser {
        rest = Lenient.members(rest);
    }

    /**
     * The identity under either name.
     *
     * @return the identity, or null
     */
    public @Nullable String id() {
        return userId != null ? userId : uniqueId;
    }
}
