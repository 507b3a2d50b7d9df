package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A company, a partner in the directory or an entitlement: bodies without a published shape.
 *
 * @param members all that was sent
 */
public record WireCompany(@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> members) {
    /**
     * Makes the value; the map is copied.
     *
     * @param members all that was sent
     */
    public WireCompany {
        members = Lenient.members(members);
    }

    /**
     * A member as text.
     *
     * @param name its name
     * @return the text, or null
     */
    public @Nullable String text(String name) {
        return Wire.text(members.get(name));
    }
}
