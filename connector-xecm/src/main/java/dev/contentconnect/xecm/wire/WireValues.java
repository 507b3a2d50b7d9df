package dev.contentconnect.xecm.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values of category attributes by key. They come as a list of maps, as one map, or as a map of maps by category: here they
 * are one map. Keys are {@code category_attribute}, and {@code category_set_row_attribute} within a set.
 *
 * @param fields all keys and values
 */
public record WireValues(WireFields fields) {
    private static final Pattern KEY = Pattern.compile("(\\d+)_.+");
    private static final Pattern ROW = Pattern.compile("(\\d+)_(\\d+)_(\\d+)_(\\d+)");

    /**
     * Takes values in any of their shapes.
     *
     * @param plain what the server sent
     * @return the values; none for anything else
     */
    public static WireValues of(@Nullable Object plain) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        for (WireFields one : WireFields.all(plain)) {
            one.asMap().forEach((key, value) -> {
                if (isKey(key)) {
                    out.put(key, value);
                } else if (value instanceof Map<?, ?>) {
                    out.putAll(of(value).fields().asMap());
                }
            });
        }
        return new WireValues(WireFields.of(out));
    }

    /** Digits, an underscore and more. Asked for each attribute of each node of a list, and so without a pattern. */
    private static boolean isKey(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        return digits > 0 && digits + 1 < text.length() && text.charAt(digits) == '_';
    }

    /**
     * The categories that have a value, or are there without one.
     *
     * @return their ids
     */
    public Set<Long> categories() {
        Set<Long> out = new LinkedHashSet<>();
        for (String key : fields.asMap().keySet()) {
            Matcher matcher = KEY.matcher(key);
            Long id = matcher.matches() ? WireFields.whole(matcher.group(1)) : null;
            if (id != null) {
                out.add(id);
            }
        }
        return out;
    }

    /**
     * The rows of a set.
     *
     * @param set its key, {@code category_set}
     * @return their numbers, ascending
     */
    public List<Long> rows(String set) {
        TreeSet<Long> out = new TreeSet<>();
        for (String key : fields.asMap().keySet()) {
            Matcher matcher = ROW.matcher(key);
            if (matcher.matches() && set.equals(matcher.group(1) + "_" + matcher.group(2))) {
                Long row = WireFields.whole(matcher.group(3));
                if (row != null) {
                    out.add(row);
                }
            }
        }
        return new ArrayList<>(out);
    }

    /**
     * The values of one category.
     *
     * @param category its id
     * @return by key, in the server's order
     */
    public WireValues of(long category) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        fields.asMap().forEach((key, value) -> {
            if (key.startsWith(category + "_")) {
                out.put(key, value);
            }
        });
        return new WireValues(WireFields.of(out));
    }
}
