package dev.contentconnect.aprimo.map;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.wire.WireField;
import dev.contentconnect.aprimo.wire.WireItems;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.aprimo.wire.WireValue;
import dev.contentconnect.core.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of fields, whatever their data type. */
public final class FieldValues {
    private static final Pattern DASHED = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private FieldValues() {}

    /**
     * An id as the service writes it: without dashes, in lower case. What is no such id stays as it is.
     *
     * @param id an id
     * @return the id
     */
    public static String id(String id) {
        boolean plain = id.length() == 32 && id.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return plain || DASHED.matcher(id).matches() ? id.replace("-", "").toLowerCase(Locale.ROOT) : id;
    }

    /**
     * A field of a record.
     *
     * @param in the record, its fields selected
     * @param name the name of the field; letter case does not count
     * @return the field, or null
     */
    public static @Nullable WireField field(WireRecord in, String name) {
        WireItems<WireField> fields = in.fields();
        if (fields != null) {
            for (WireField one : fields.items()) {
                if (name.equalsIgnoreCase(one.fieldName())) {
                    return one;
                }
            }
        }
        return null;
    }

    /**
     * The value of a field in a language: that one, else the one without a language, else the first.
     *
     * @param field the field
     * @param language the id of the language, or null for none
     * @return the value, or null
     */
    public static @Nullable WireValue value(WireField field, @Nullable String language) {
        WireValue neutral = null;
        for (WireValue one : field.localizedValues()) {
            String id = one.languageId() == null ? "" : id(one.languageId());
            if (language != null && id.equals(id(language))) {
                return one;
            }
            if (neutral == null && id.equals(RecordChange.NEUTRAL)) {
                neutral = one;
            }
        }
        boolean none = field.localizedValues().isEmpty();
        return neutral != null ? neutral : none ? null : field.localizedValues().get(0);
    }

    /**
     * The values of a field as texts; ids where its data type has ids.
     *
     * @param field the field, or null
     * @param language the id of the language, or null for none
     * @return the values, none blank
     */
    public static List<String> texts(@Nullable WireField field, @Nullable String language) {
        WireValue value = field == null ? null : value(field, language);
        List<String> out = new ArrayList<>();
        if (value != null) {
            add(out, value.value());
            if (value.values() instanceof List<?> many) {
                many.forEach(one -> add(out, one));
            }
        }
        return out;
    }

    private static void add(List<String> out, @Nullable Object one) {
        if ((one instanceof String || one instanceof Number || one instanceof Boolean)
                && !one.toString().isBlank()) {
            out.add(one.toString());
        }
    }

    static @Nullable Instant date(@Nullable String text) {
        return Timestamps.read(text);
    }

    static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
