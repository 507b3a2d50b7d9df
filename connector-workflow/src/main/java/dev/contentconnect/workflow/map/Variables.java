package dev.contentconnect.workflow.map;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.workflow.wire.WireVariable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values to the service's variables and back. The type is always sent: the service guesses badly. */
public final class Variables {
    /** The variable that holds the id of the object a case is about. */
    public static final String ASSET_ID = "assetId";

    /** The variable that holds the version of that object. */
    public static final String ASSET_VERSION = "assetVersion";

    /** The variable that holds the short name of the system of that object. */
    public static final String SOURCE_SYSTEM = "sourceSystem";

    /** The variable by which a called instance names the case it belongs to. */
    public static final String CASE_INSTANCE_ID = "caseInstanceId";

    /** The variable by which a called instance names the key of that case. */
    public static final String CASE_KEY = "caseKey";

    /** The variable with the secret for callbacks; never read back. */
    public static final String CALLBACK_SECRET = "callbackSecret";

    private Variables() {}

    /**
     * A variable for a plain value.
     *
     * @param name its name
     * @param value a String, Boolean, Number, Instant, List or Map; decimals become text, so that cents stay exact
     * @return the variable
     * @throws IllegalArgumentException when the value is of another kind
     */
    public static WireVariable of(String name, Object value) {
        if (value instanceof String) {
            return WireVariable.of(name, "string", value);
        }
        if (value instanceof Boolean) {
            return WireVariable.of(name, "boolean", value);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return WireVariable.of(name, "integer", ((Number) value).intValue());
        }
        if (value instanceof Long) {
            return WireVariable.of(name, "long", value);
        }
        if (value instanceof Double || value instanceof Float) {
            return WireVariable.of(name, "double", value);
        }
        if (value instanceof BigDecimal decimal) {
            return WireVariable.of(name, "string", decimal.toPlainString());
        }
        if (value instanceof BigInteger) {
            return WireVariable.of(name, "string", value.toString());
        }
        if (value instanceof Instant instant) {
            return WireVariable.of(name, "date", Timestamps.format(instant));
        }
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            return WireVariable.of(name, "json", plain(value));
        }
        throw new IllegalArgumentException("attribute " + name + " is not a plain value: "
                + value.getClass().getName());
    }

    /**
     * Variables for plain values.
     *
     * @param values values by name
     * @return one variable each
     * @throws IllegalArgumentException when a value is of another kind
     */
    public static List<WireVariable> of(Map<String, ? extends Object> values) {
        List<WireVariable> out = new ArrayList<>();
        values.forEach((name, value) -> out.add(of(name, value)));
        return out;
    }

    /**
     * The values of variables by name. Encrypted ones are left out: the service masks or drops their values.
     *
     * @param variables as the service sends them
     * @return plain values
     */
    public static Map<String, @Nullable Object> values(List<WireVariable> variables) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        for (WireVariable variable : variables) {
            String name = variable.name();
            if (name != null && !Boolean.TRUE.equals(variable.encryption()) && !name.equals(CALLBACK_SECRET)) {
                out.put(name, variable.value());
            }
        }
        return out;
    }

    /**
     * One value as text.
     *
     * @param variables as the service sends them
     * @param name which
     * @return its text, or null when there is none
     */
    public static @Nullable String text(List<WireVariable> variables, String name) {
        Object value = values(variables).get(name);
        String text = value == null ? null : value.toString();
        return text == null || text.isBlank() ? null : text;
    }

    /**
     * What a case is about.
     *
     * @param variables as the service sends them
     * @param otherwise the system to assume when the variables name none, or null
     * @return the object, or null when the variables do not say
     */
    public static @Nullable SourceRef subject(List<WireVariable> variables, @Nullable String otherwise) {
        String id = text(variables, ASSET_ID);
        String named = text(variables, SOURCE_SYSTEM);
        String system = named != null ? named : otherwise;
        return id == null || system == null || system.indexOf(':') >= 0 ? null : SourceRef.of(system, id);
    }

    private static Object plain(Object value) {
        if (value instanceof Instant instant) {
            return Timestamps.format(instant);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> out = new ArrayList<>();
            list.forEach(item -> out.add(item == null ? null : plain(item)));
            return out;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> out = new LinkedHashMap<>();
            map.forEach((key, item) -> out.put(String.valueOf(key), item == null ? null : plain(item)));
            return out;
        }
        return value;
    }
}
