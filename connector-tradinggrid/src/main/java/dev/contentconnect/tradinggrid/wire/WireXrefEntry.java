package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a cross-reference table.
 *
 * @param key its key
 * @param values its values
 * @param rest members this SDK does not know
 */
public record WireXrefEntry(
        @Nullable String key,
        List<WireXrefValue> values,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param key its key
     * @param values its values
     * @param rest members this SDK does not know
     */
    public WireXrefEntry {
        rest = Lenient.members(rest);
        values = Lenient.list(values);
    }

    /**
     * The value at an index.
     *
     * @param index the place
     * @return the value; nothing where there is none or it is blank
     */
    public @Nullable String at(int index) {
        for (WireXrefValue one : values) {
            if (one.index() != null && one.index() == index) {
                return Wire.text(one.value());
            }
        }
        return null;
    }
}
