package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who said something.
 *
 * @param id the identity
 * @param name the name
 * @param type what kind of user
 * @param rest members this SDK does not know
 */
public record WirePerson(
        @Nullable String id,
        @Nullable String name,
        @Nullable String type,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id the identity
     * @param name the name
     * @param type what kind of user
     * @param rest members this SDK does not know
     */
    public WirePerson {
        rest = Lenient.members(rest);
    }
}
