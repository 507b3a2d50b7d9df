package dev.contentconnect.tradinggrid;

import dev.contentconnect.tradinggrid.wire.WireHeader;
import dev.contentconnect.tradinggrid.wire.WireHeaderConfig;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Whether a row fits the columns of its table. Where the columns say nothing, everything fits. */
final class XrefHeaders {
    private XrefHeaders() {}

    /** The first thing that does not fit, without the value itself; null for none. */
    static @Nullable String problem(
            WireHeaderConfig headers, String delimiter, String key, Map<Integer, String> values) {
        List<WireHeader> keys = headers.keyHeaders();
        String[] parts = keys.size() > 1 ? key.split(Pattern.quote(delimiter), -1) : new String[] {key};
        if (keys.size() > 1 && parts.length != keys.size()) {
            return "a key of this table has " + keys.size() + " parts with " + delimiter + " between them";
        }
        for (int i = 0; i < keys.size(); i++) {
            String problem = problem("key " + (i + 1), keys.get(i), parts[i]);
            if (problem != null) {
                return problem;
            }
        }
        List<WireHeader> columns = headers.valueHeaders();
        for (Map.Entry<Integer, String> one : values.entrySet()) {
            int at = one.getKey() - 1;
            if (!isThere(headers, one.getKey()) && !one.getValue().isEmpty()) {
                return "this table has no value " + one.getKey();
            }
            String problem = at < 0 || at >= columns.size()
                    ? null
                    : problem("value " + one.getKey(), columns.get(at), one.getValue());
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /** Whether a table has a value at an index; one that does not tell its columns takes any. */
    static boolean isThere(WireHeaderConfig headers, int index) {
        int count = headers.valueHeaders().size();
        return count == 0 || (index >= 1 && index <= count);
    }

    private static @Nullable String problem(String place, WireHeader header, String value) {
        String name = header.name() == null ? place : place + " (" + header.name() + ")";
        if (value.isEmpty()) {
            return Boolean.TRUE.equals(header.mandatory()) ? name + " must have a value" : null;
        }
        Integer most = header.maxLength();
        Integer least = header.minLength();
        if (most != null && most > 0 && value.length() > most) {
            return name + " holds " + most + " characters, not " + value.length();
        }
        if (least != null && value.length() < least) {
            return name + " needs " + least + " characters";
        }
        String expression = header.regularExpressions();
        return expression == null || expression.isBlank() || matches(expression, value)
                ? null
                : name + " must match " + expression;
    }

    private static boolean matches(String expression, String value) {
        try {
            return Pattern.compile(expression).matcher(value).matches();
        } catch (PatternSyntaxException otherDialect) {
            // The service will judge by its own dialect.
            return true;
        }
    }
}
