package dev.contentconnect.aprimo.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The search of Productivity Management: exactly one operator at each node, or it is refused. */
final class PmSearch {
    private static final Set<String> COMPARING =
            Set.of("equals", "contains", "greaterthan", "lessthan", "greaterthanorequalto", "lessthanorequalto");

    private PmSearch() {}

    static boolean holds(Map<?, ?> node, Map<String, @Nullable Object> row) {
        if (node.size() != 1) {
            throw Refusal.of(400, "Search", "A node has exactly one operator");
        }
        Map.Entry<?, ?> only = node.entrySet().iterator().next();
        String operator = String.valueOf(only.getKey());
        Object operand = only.getValue();
        if (operator.equals("and") || operator.equals("or")) {
            List<?> parts = operand instanceof List<?> list ? list : List.of();
            if (parts.isEmpty()) {
                throw Refusal.of(400, "Search", operator + " of nothing");
            }
            return operator.equals("and")
                    ? parts.stream().allMatch(one -> holds((Map<?, ?>) one, row))
                    : parts.stream().anyMatch(one -> holds((Map<?, ?>) one, row));
        }
        Map<?, ?> map = (Map<?, ?>) Objects.requireNonNull(operand);
        if (operator.equals("not")) {
            return !holds(map, row);
        }
        String field = String.valueOf(map.get("fieldName"));
        if (field.equals("status") || field.startsWith("accessList")) {
            throw Refusal.of(400, "Search", "The field " + field + " cannot be searched");
        }
        Object value = row.get(field);
        if (operator.equals("isNull") || operator.equals("isNotNull")) {
            return (value == null) == operator.equals("isNull");
        }
        if (!COMPARING.contains(operator)) {
            throw Refusal.of(400, "Search", "There is no operator " + operator);
        }
        return value != null && compared(operator, value, Objects.requireNonNull(map.get("fieldValue")));
    }

    private static boolean compared(String operator, Object value, Object wanted) {
        if (operator.equals("equals") || operator.equals("contains")) {
            String any = operator.equals("contains") ? ".*" : "";
            String pattern = String.join(
                    ".*",
                    java.util.Arrays.stream(wanted.toString().split("\\*", -1))
                            .map(Pattern::quote)
                            .toList());
            return Pattern.compile(any + pattern + any, Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
                    .matcher(value.toString())
                    .matches();
        }
        int order = value instanceof Number && wanted instanceof Number
                ? new BigDecimal(value.toString()).compareTo(new BigDecimal(wanted.toString()))
                : value.toString().compareTo(wanted.toString());
        return switch (operator.toLowerCase(Locale.ROOT)) {
            case "greaterthan" -> order > 0;
            case "greaterthanorequalto" -> order >= 0;
            case "lessthan" -> order < 0;
            default -> order <= 0;
        };
    }
}
