package dev.contentconnect.vip.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A term of a taxonomy.
 *
 * @param id its id
 * @param name its name, escaped
 * @param slug its short name
 * @param taxonomy what it is a term of
 * @param rest members this SDK does not know
 */
public record WireTerm(
        long id,
        @Nullable String name,
        @Nullable String slug,
        @Nullable String taxonomy,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param name its name, escaped
     * @param slug its short name
     * @param taxonomy what it is a term of
     * @param rest members this SDK does not know
     */
    public WireTerm {
        rest = Lenient.members(rest);
    }
}
