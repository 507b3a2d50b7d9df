package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a format.
 *
 * @param id its id
 * @param name its name
 * @param type for example VIDEO, AUDIO, IMAGE or OTHER
 * @param rest members this SDK does not know
 */
public record WireComponent(
        @Nullable String id,
        @Nullable String name,
        @Nullable String type,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param name its name
     * @param type for example VIDEO, AUDIO, IMAGE or OTHER
     * @param rest members this SDK does not know
     */
    public WireComponent {
        rest = Lenient.members(rest);
    }
}
