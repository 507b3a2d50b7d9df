package dev.contentconnect.workflow.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A variable of an instance or a task.
 *
 * @param name its name
 * @param type string, integer, short, long, double, boolean, date or json
 * @param value its value; masked or missing when encrypted
 * @param scope local or global
 * @param encryption whether the service is to encrypt it
 * @param rest members this SDK does not know
 */
public record WireVariable(
        @Nullable String name,
        @Nullable String type,
        @Nullable Object value,
        @Nullable String scope,
        @Nullable Boolean encryption,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; lists may be missing.
     *
     * @param name its name
     * @param type string, integer, short, long, double, boolean, date or json
     * @param value its value; masked or missing when encrypted
     * @param scope local or global
     * @param encryption whether the service is to encrypt it
     * @param rest members this SDK does not know
     */
    public WireVariable {
        rest = Lenient.members(rest);
    }

    /**
     * A variable to send.
     *
     * @param name its name
     * @param type its type
     * @param value its value
     * @return the value
     */
    public static WireVariable of(String name, String type, Object value) {
        return new WireVariable(name, type, value, null, null, Map.of());
    }

    /**
     * A text variable that the service is to encrypt.
     *
     * @param name its name
     * @param value its value
     * @return the value
     */
    public static WireVariable secret(String name, String value) {
        return new WireVariable(name, "string", value, null, true, Map.of());
    }
}
