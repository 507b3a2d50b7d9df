package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A role of a user.
 *
 * @param roleName its name, free text of the company
 * @param rest members this SDK does not know
 */
public record WireRole(
        @Nullable String roleName,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param roleName its name, free text of the company
     * @param rest members this SDK does not know
     */
    public WireRole {
        rest = Lenient.members(rest);
    }
}
