package dev.contentconnect.vip.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user.
 *
 * @param id the id
 * @param username the login; only with {@code context=edit}
 * @param name how the user is shown
 * @param roles the roles; only with {@code context=edit}
 * @param rest members this SDK does not know
 */
public record WireUser(
        long id,
        @Nullable String username,
        @Nullable String name,
        @Nullable Object roles,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id the id
     * @param username the login; only with {@code context=edit}
     * @param name how the user is shown
     * @param roles the roles; only with {@code context=edit}
     * @param rest members this SDK does not know
     */
    public WireUser {
        rest = Lenient.members(rest);
    }
}
