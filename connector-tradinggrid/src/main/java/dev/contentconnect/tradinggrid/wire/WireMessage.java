package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One state of an annotation.
 *
 * @param user who
 * @param action what was done
 * @param text what was said
 * @param modified when, in milliseconds
 * @param rest members this SDK does not know
 */
public record WireMessage(
        @Nullable WirePerson user,
        @Nullable String action,
        @Nullable String text,
        @Nullable Long modified,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param user who
     * @param action what was done
     * @param text what was said
     * @param modified when, in milliseconds
     * @param rest members this SDK does not know
     */
    public WireMessage {
        rest = Lenient.members(rest);
    }
}
