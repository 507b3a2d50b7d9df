package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cross-reference table takes.
 *
 * @param keyHeaders the parts of a key
 * @param valueHeaders the values, in their order
 * @param rest members this SDK does not know
 */
public record WireHeaderConfig(
        List<WireHeader> keyHeaders,
        List<WireHeader> valueHeaders,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param keyHeaders the parts of a key
     * @param valueHeaders the values, in their order
     * @param rest members this SDK does not know
     */
    public WireHeaderConfig {
        rest = Lenient.members(rest);
        keyHeaders = Lenient.list(keyHeaders);
        valueHeaders = Lenient.list(valueHeaders);
    }
}
