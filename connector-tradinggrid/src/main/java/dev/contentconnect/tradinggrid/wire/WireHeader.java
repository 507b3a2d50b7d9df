package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a cross-reference table takes.
 *
 * @param name its name
 * @param mandatory whether it must have a value
 * @param regularExpressions what values must match
 * @param headerLabel its label
 * @param minLength characters at least
 * @param maxLength characters at most
 * @param rest members this SDK does not know
 */
public record WireHeader(
        @Nullable String name,
        @Nullable Boolean mandatory,
        @Nullable String regularExpressions,
        @Nullable String headerLabel,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param name its name
     * @param mandatory whether it must have a value
     * @param regularExpressions what values must match
     * @param headerLabel its label
     * @param minLength characters at least
     * @param maxLength characters at most
     * @param rest members this SDK does not know
     */
    public WireHeader {
        rest = Lenient.members(rest);
    }
}
